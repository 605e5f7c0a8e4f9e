/* The strikes and pipelines of the map, on one canvas: by facility, singly, or day by day. All text is set
   with textContent or fillText. Python calls energy.strikes(group, value) after each change. */
(function () {
  "use strict";

  const { FONT, Sheet, Crowd, marks, words } = energy;
  const FLOW_STYLE = {
    flowing: { width: 2.5, dash: [] },
    reduced: { width: 2.5, dash: [9, 6] },
    halted: { width: 3, dash: [0.1, 6] },
    unknown: { width: 1.4, dash: [4, 4] },
    none: { width: 1, dash: [] },
  };
  const RANK = ["none", "unknown", "flowing", "reduced", "halted"];
  const WIDE = 26; /* pixels; areas of a larger radius lie under the pipelines */
  const STATIONS_FROM = 6, NAMES_FROM = 7, STATION_NAMES_FROM = 8; /* zoom */
  const FORMS = { P: "square", T: "triangle", D: "triangle", R: "diamond" };
  const GLOW = 10; /* days that a new strike stays marked after its last day, fading */

  const Strikes = Sheet.extend({
    options: { pane: "overlayPane" },

    initialize: function (value) {
      Sheet.prototype.initialize.call(this);
      this._value = value;
      this._view = value.view || "facilities";
    },

    onAdd: function (map) {
      this._prepare();
      Sheet.prototype.onAdd.call(this, map);
      Object.assign(map.getContainer().dataset, { spots: this._spots.length, view: this._view });
      energy.shown = this;
      if (this._view === "time") energy.player(map).attach(this, this._value);
    },

    onRemove: function (map) {
      Sheet.prototype.onRemove.call(this, map);
      this._hush();
      if (this._view === "time") energy.player(map).detach(this);
    },

    getEvents: function () {
      return Object.assign(Sheet.prototype.getEvents.call(this), {
        click: this._onClick, mousemove: this._onMove, mouseout: this._hush, dragstart: this._hush,
      });
    },

    _prepare: function () {
      const most = this._value.spots.reduce((top, row) => Math.max(top, row[3]), 1);
      let first = 0;
      this._unit = Math.min(6, 24 / Math.sqrt(most));
      this._spots = this._value.spots.map((row) => {
        const spot = {
          lat: row[0], lon: row[1], kind: energy.config.kinds[row[2]], count: row[3], status: energy.config.statuses[row[4]],
          km: row[5], chosen: row[6] === 1, title: row[7], detail: row[8], latest: row[9],
          point: this._flat(row[0], row[1]), first: first, all: row[3], row: first, fresh: 0,
        };
        first += row[3];
        return spot;
      });
      this._shown = this._spots;
      this._legs = this._value.legs.map((row, i) => this._leg(row, i));
      this._order();
      if (this._value.strikes) this._columns(this._value.strikes);
    },

    _leg: function (row, number) {
      const leg = {
        row: number,
        lines: row[0].map((part) => part.map((p) => this._flat(p[0], p[1]))),
        anchor: row[2], title: row[3], detail: row[4],
      };
      return this._flow(leg, row[1]);
    },

    _flow: function (leg, number) {
      const flow = energy.config.flows[number];
      return Object.assign(leg, { flow: flow ? flow[0] : "none", colour: flow ? flow[1] : null });
    },

    _order: function () {
      this._legs.sort((a, b) => RANK.indexOf(a.flow) - RANK.indexOf(b.flow));
    },

    /* Columns of numbers, one place for each strike in the order of the spots; day -1: not known. */
    _columns: function (texts) {
      const column = (text) => Int32Array.from(text ? text.split(" ") : []);
      this._kinds = column(texts.kinds);
      this._statuses = column(texts.statuses);
      this._starts = column(texts.starts);
      this._lasts = column(texts.lasts);
      /* A strike counts from its first day when that is known to a night, else from the last it may have been. */
      this.since = this._starts.map((start, i) => (this._lasts[i] - start <= 1 ? start : this._lasts[i]));
      this._courses = (this._value.courses || []).map((text) => column(text));
    },

    /* The map as it was on a day; gives how many strikes there were by then, and how many began on it. */
    setDay: function (day) {
      const total = { so: 0, now: 0 };
      for (const spot of this._spots) this._spotOn(spot, day, total);
      this._shown = this._spots.filter((spot) => spot.count || spot.fresh);
      for (const leg of this._legs) this._flow(leg, this._courseOn(leg, day));
      this._order();
      this._hush();
      this._map.getContainer().dataset.day = words.iso(day);
      this.repaint();
      return total;
    },

    _spotOn: function (spot, day, total) {
      spot.count = spot.fresh = 0;
      for (let i = spot.first + spot.all - 1; i >= spot.first; i--) {
        if (this._starts[i] < 0 || this._starts[i] > day) continue;
        spot.fresh = Math.max(spot.fresh, day <= this._lasts[i] ? 1 : 1 - (day - this._lasts[i]) / GLOW);
        if (this.since[i] <= day || !spot.count) spot.row = i;
        if (this.since[i] > day) continue;
        spot.count += 1;
        if (this.since[i] === day) total.now += 1;
      }
      total.so += spot.count;
      spot.status = energy.config.statuses[this._statuses[spot.row]];
      spot.detail = energy.config.words.kinds[this._kinds[spot.row]] + ", " + words.count(spot.count, "strike") + " by then";
      spot.latest = spot.count ? (spot.count > 1 ? "newest " : "") + this._said(spot.row) : "within days not known more exactly";
    },

    _courseOn: function (leg, day) {
      const course = this._courses[leg.row] || [];
      let flow = -1;
      for (let i = 0; i < course.length && course[i] <= day; i += 2) flow = course[i + 1];
      leg.detail = this._value.legs[leg.row][5] + ", " + energy.config.words.flows[flow < 0 ? "none" : flow] + ", " + words.day(day);
      return flow;
    },

    _said: function (i) {
      return words.days(this._starts[i], this._lasts[i]) + ", " + energy.config.words.statuses[this._statuses[i]];
    },

    _radius: function (spot) {
      const zoom = this._map.getZoom();
      const nearer = zoom < 5 ? 0.85 : zoom < 7 ? 1 : 1.25;
      return Math.max(spot.km ? 6 : 4.5, this._unit * Math.sqrt(spot.count)) * nearer;
    },

    _reach: function (spot) {
      return Math.max(this._extent(spot), this._loose(spot));
    },

    /* The radius within which the place is known, in pixels. */
    _loose: function (spot) {
      const metres = (40075016.686 * Math.cos((spot.lat * Math.PI) / 180)) / (256 * this._scale);
      return (spot.km * 1000) / metres;
    },

    /* How far the drawn mark reaches from its point: a disc, or the strikes about it. */
    _extent: function (spot) {
      if (this._view !== "strikes") return this._radius(spot);
      return this._step(spot) * Math.sqrt(spot.all - 1) + this._dot();
    },

    _dot: function () {
      const zoom = this._map.getZoom();
      return zoom < 5 ? 3.6 : zoom < 6.5 ? 4.4 : zoom < 8 ? 5.5 : 7;
    },

    _step: function (spot) {
      const most = spot.all > 8 ? 1.7 : 1.1; /* the first two lie closest */
      return Math.min((2 * this._dot() + 3) / most, (10 * this._dot()) / Math.sqrt(spot.all));
    },

    _paint: function (pen, colours) {
      pen.lineJoin = pen.lineCap = "round";
      const zoom = this._map.getZoom();
      const seen = this._shown.filter((spot) => this._sees(this._place(spot.point), this._reach(spot)));
      const areas = seen.filter((spot) => spot.km).sort((a, b) => this._reach(b) - this._reach(a));
      for (const spot of areas) if (this._reach(spot) > WIDE) this._paintArea(pen, colours, spot);
      for (const leg of this._legs) this._paintLeg(pen, colours, leg);
      for (const leg of this._legs) if (leg.flow === "halted" && leg.anchor) marks.cross(pen, this._at(leg), colours, leg.colour);
      const stops = this._stations().filter((stop) => this._sees(this._place(stop.point), 6));
      for (const stop of stops) marks.station(pen, colours, this._place(stop.point), stop.form, stop.km >= 5);
      for (const spot of areas) if (this._reach(spot) <= WIDE) this._paintArea(pen, colours, spot);
      for (const spot of seen) this._paintGlow(pen, colours, spot);
      if (this._view === "strikes") this._paintStrikes(pen, colours, seen);
      else for (const spot of seen) if (!spot.km && spot.count) this._paintSpot(pen, colours, spot);
      for (const spot of seen) if (spot.chosen) this._paintChoice(pen, colours, spot);
      if (zoom >= NAMES_FROM) this._paintNames(pen, colours, seen, zoom >= STATION_NAMES_FROM ? stops : []);
    },

    _at: function (item) {
      return this._place(this._flat(item.anchor[0], item.anchor[1]));
    },

    _paintLeg: function (pen, colours, leg) {
      const style = FLOW_STYLE[leg.flow];
      pen.beginPath();
      for (const line of leg.lines) this._trace(pen, line);
      pen.setLineDash([]);
      pen.strokeStyle = colours.land;
      pen.lineWidth = style.width + 2;
      if (leg.colour) pen.stroke();
      pen.setLineDash(style.dash);
      pen.strokeStyle = leg.colour || colours.pipe;
      pen.lineWidth = style.width;
      pen.stroke();
      pen.setLineDash([]);
    },

    _stations: function () {
      return this._map.getZoom() < STATIONS_FROM ? [] : energy.stations || [];
    },

    _paintSpot: function (pen, colours, spot) {
      marks.disc(pen, colours, this._place(spot.point), this._radius(spot), spot.kind, spot.status);
    },

    _paintArea: function (pen, colours, spot) {
      const at = this._place(spot.point);
      if (!spot.count || (this._view === "strikes" && this._loose(spot) < this._extent(spot))) return;
      marks.area(pen, colours, at, this._reach(spot), spot.kind, spot.status);
      if (this._view !== "strikes") marks.letter(pen, at, spot.kind[0], this._radius(spot), colours.ink, colours.paper);
    },

    _paintStrikes: function (pen, colours, seen) {
      const stamp = marks.Stamps(colours, this._dot(), window.devicePixelRatio > 1 ? 2 : 1);
      for (const spot of seen) {
        const at = this._place(spot.point), step = this._step(spot);
        for (let k = spot.all - 1; k >= 0; k--) {
          const [x, y] = marks.seed(k, step), i = spot.first + k;
          stamp(pen, at.x + x, at.y + y, this._kinds[i], this._statuses[i], spot.km > 0);
        }
      }
    },

    _paintGlow: function (pen, colours, spot) {
      if (this._view !== "time" || spot.fresh <= 0) return;
      const radius = (spot.count ? (spot.km ? this._reach(spot) : this._radius(spot)) : 6) + 6;
      pen.globalAlpha = spot.fresh;
      marks.halo(pen, this._place(spot.point), radius, [colours.ink, colours.fresh], [7, 5], spot.count ? [] : [5, 6]);
      pen.globalAlpha = 1;
    },

    _paintChoice: function (pen, colours, spot) {
      let at = this._place(spot.point), radius = (spot.km ? this._reach(spot) : this._radius(spot)) + 7;
      const row = this._value.chosen;
      if (this._view === "strikes" && row >= spot.first && row < spot.first + spot.all) {
        const [x, y] = marks.seed(row - spot.first, this._step(spot));
        at = L.point(at.x + x, at.y + y);
        radius = this._dot() + 5;
      }
      marks.halo(pen, at, radius, [colours.paper, colours.ink], [5, 2.5]);
    },

    _paintNames: function (pen, colours, seen, stops) {
      const free = Crowd(this._map);
      const items = seen.map((spot) => ({ at: this._place(spot.point), title: spot.title, edge: this._extent(spot) }));
      const taken = new Set(seen.map((spot) => spot.lat + " " + spot.lon));
      for (const stop of stops) {
        if (!taken.has(stop.lat + " " + stop.lon)) items.push({ at: this._place(stop.point), title: stop.title, edge: 5, quiet: true });
      }
      for (const { at, edge } of items) free(at.x - edge - 4, at.y - edge - 4, 2 * edge + 8, 2 * edge + 8);
      pen.textAlign = "left";
      pen.textBaseline = "middle";
      pen.lineWidth = 3;
      pen.strokeStyle = colours.land;
      for (const { at, edge, title, quiet } of items) {
        pen.font = (quiet ? "11px " : "12px ") + FONT;
        pen.fillStyle = quiet ? colours.muted : colours.ink;
        if (!free(at.x + edge + 6, at.y - 8, pen.measureText(title).width, 16)) continue;
        pen.strokeText(title, at.x + edge + 6, at.y);
        pen.fillText(title, at.x + edge + 6, at.y);
      }
    },

    /* What lies under a point of the map: the markers on the spot that is hit first, a station, a pipeline. */
    _under: function (at) {
      let best = null, least = Infinity;
      for (const spot of this._shown) {
        const away = at.distanceTo(this._place(spot.point));
        const near = away <= Math.max(this._extent(spot) + 3, 8);
        const within = spot.km && away <= this._reach(spot);
        const size = near ? this._extent(spot) / 1e3 + away / 1e4 : within ? this._reach(spot) : Infinity;
        if (size < least) [best, least] = [spot, size];
      }
      if (best && this._view === "strikes") return [this._single(best, at)];
      if (best) return this._shown.filter((spot) => spot.lat === best.lat && spot.lon === best.lon);
      const stop = this._stations().find((item) => at.distanceTo(this._place(item.point)) <= 8);
      if (stop) return [stop];
      const leg = this._legs.slice().reverse().find((item) => item.anchor && this._near(item, at, 6));
      return leg ? [leg] : [];
    },

    /* The strike nearest to a point among those about one spot. */
    _single: function (spot, at) {
      const middle = this._place(spot.point), step = this._step(spot);
      let best = 0, least = Infinity;
      for (let k = 0; k < spot.all; k++) {
        const [x, y] = marks.seed(k, step), away = Math.hypot(middle.x + x - at.x, middle.y + y - at.y);
        if (away < least) [best, least] = [k, away];
      }
      return this._strike(spot, spot.first + best);
    },

    _strike: function (spot, row) {
      if (this._strikes?.row === row) return this._strikes;
      const others = spot.all > 1 ? ", one of " + words.count(spot.all, "strike") : "";
      this._strikes = Object.assign(Object.create(spot), {
        row: row, count: 1, detail: energy.config.words.kinds[this._kinds[row]] + others, latest: this._said(row),
      });
      return this._strikes;
    },

    _near: function (leg, at, reach) {
      return leg.lines.some((line) => {
        for (let i = 1; i < line.length; i++) {
          if (L.LineUtil.pointToSegmentDistance(at, this._place(line[i - 1]), this._place(line[i])) <= reach) return true;
        }
        return false;
      });
    },

    _where: function (item) {
      const where = item.anchor ? L.latLng(item.anchor[0], item.anchor[1]) : L.latLng(item.lat, item.lon);
      return this._view !== "facilities" && item.row >= 0 && !item.anchor ? Object.assign(where, { row: item.row }) : where;
    },

    note: function (items) {
      const box = document.createElement("div");
      for (const item of items.slice(0, 6)) {
        const note = box.appendChild(document.createElement("div"));
        note.className = "energy-note";
        note.appendChild(document.createElement("strong")).textContent = item.title;
        note.appendChild(document.createElement("span")).textContent = item.detail;
        if (item.latest) note.appendChild(document.createElement("span")).textContent = item.latest;
      }
      return box;
    },

    /* The spots at a place, for the search. */
    spotsAt: function (lat, lon) {
      return this._shown.filter((spot) => Math.abs(spot.lat - lat) < 1e-6 && Math.abs(spot.lon - lon) < 1e-6);
    },

    tell: function (items, latlng) {
      L.popup({ offset: [0, items[0].anchor ? 0 : -8], minWidth: 170, maxWidth: 260, autoPanPadding: [12, 12] })
        .setLatLng(latlng)
        .setContent(this.note(items))
        .openOn(this._map);
    },

    _onClick: function (event) {
      const items = this._under(event.layerPoint);
      if (!items.length) return;
      this._hush();
      const item = items[0];
      this.tell(items, item.anchor || this._view === "strikes" ? event.latlng : this._where(item));
      if (!item.form) this.fire("click", { latlng: this._where(item), originalEvent: event.originalEvent });
    },

    _onMove: function (event) {
      const items = this._under(event.layerPoint);
      this._map.getContainer().style.cursor = items.length ? "pointer" : "";
      if (items[0] === this._hovered) return;
      this._hush();
      if (!items.length || L.Browser.mobile) return;
      const item = (this._hovered = items[0]), floats = item.anchor || this._view === "strikes";
      this._tip = L.tooltip({ direction: "top", offset: [0, floats ? -6 : -this._lift(item)] })
        .setLatLng(floats ? event.latlng : this._where(item))
        .setContent(this.note(items));
      this._map.openTooltip(this._tip);
    },

    _lift: function (item) {
      return (item.form ? 5 : this._radius(item)) + 4;
    },

    _hush: function () {
      if (this._tip) this._tip.remove();
      this._tip = this._hovered = null;
    },
  });

  /* The stations of the network, once the base has them. */
  energy.setStations = function (rows, flat) {
    energy.stations = rows.map((row) => ({
      lat: row[0], lon: row[1], km: row[3], title: row[4], point: flat(row[0], row[1]),
      form: FORMS[energy.config.kinds[row[2]][0]] || "square",
      detail: energy.config.words.kinds[row[2]] + " of the supply network",
      latest: row[3] >= 5 ? "point known within " + row[3] + " km" : "",
    }));
    if (energy.shown) energy.shown.repaint();
  };

  energy.strikes = function (group, value) {
    if (window.feature_group) window.feature_group = window.feature_group.filter((old) => old._map);
    return new Strikes(value).addTo(group);
  };
})();
