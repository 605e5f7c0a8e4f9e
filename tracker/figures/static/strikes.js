/* The strikes and pipelines of the map, on one canvas. All text is set with textContent or fillText.
   Python calls energy.strikes(group, value) after each change. */
(function () {
  "use strict";

  const { FONT, FULL_TURN, Sheet, Crowd } = energy;
  const FLOW_STYLE = {
    flowing: { width: 2.5, dash: [] },
    reduced: { width: 2.5, dash: [9, 6] },
    halted: { width: 3, dash: [0.1, 6] },
    unknown: { width: 1.4, dash: [4, 4] },
    none: { width: 1, dash: [] },
  };
  const RING_STYLE = {
    confirmed: { width: 2, dash: [] },
    reported: { width: 0.8, dash: [] },
    claimed: { width: 1.6, dash: [3, 2.5] },
    disputed: { width: 1, dash: [], twice: true },
    denied: { width: 1.8, dash: [0.1, 3.2] },
  };

  const WIDE = 26; /* pixels; areas of a larger radius lie under the pipelines */

  const Strikes = Sheet.extend({
    options: { pane: "overlayPane" },

    initialize: function (value) {
      Sheet.prototype.initialize.call(this);
      this._value = value;
    },

    onAdd: function (map) {
      this._prepare();
      Sheet.prototype.onAdd.call(this, map);
      map.getContainer().dataset.spots = this._spots.length;
    },

    onRemove: function (map) {
      Sheet.prototype.onRemove.call(this, map);
      this._hush();
    },

    getEvents: function () {
      return Object.assign(Sheet.prototype.getEvents.call(this), {
        click: this._onClick, mousemove: this._onMove, mouseout: this._hush, dragstart: this._hush,
      });
    },

    _prepare: function () {
      const most = this._value.spots.reduce((top, row) => Math.max(top, row[3]), 1);
      this._unit = Math.min(6, 24 / Math.sqrt(most));
      this._spots = this._value.spots.map((row) => ({
        lat: row[0], lon: row[1], kind: energy.config.kinds[row[2]], count: row[3], status: energy.config.statuses[row[4]],
        km: row[5], chosen: row[6] === 1, title: row[7], detail: row[8], latest: row[9],
        point: this._flat(row[0], row[1]),
      }));
      this._legs = this._value.legs.map((row) => ({
        lines: row[0].map((part) => part.map((p) => this._flat(p[0], p[1]))),
        flow: row[1] < 0 ? "none" : energy.config.flows[row[1]][0], colour: row[1] < 0 ? null : energy.config.flows[row[1]][1],
        anchor: row[2], title: row[3], detail: row[4],
      }));
      const rank = ["none", "unknown", "flowing", "reduced", "halted"];
      this._legs.sort((a, b) => rank.indexOf(a.flow) - rank.indexOf(b.flow));
    },

    _radius: function (spot) {
      const zoom = this._map.getZoom();
      const nearer = zoom < 5 ? 0.85 : zoom < 7 ? 1 : 1.25;
      return Math.max(spot.km ? 6 : 4.5, this._unit * Math.sqrt(spot.count)) * nearer;
    },

    _reach: function (spot) {
      const metres = (40075016.686 * Math.cos((spot.lat * Math.PI) / 180)) / (256 * this._scale);
      return Math.max(this._radius(spot), (spot.km * 1000) / metres);
    },

    _paint: function (pen, colours) {
      pen.lineJoin = pen.lineCap = "round";
      const seen = this._spots.filter((spot) => this._sees(this._place(spot.point), this._reach(spot)));
      const areas = seen.filter((spot) => spot.km).sort((a, b) => this._reach(b) - this._reach(a));
      for (const spot of areas) if (this._reach(spot) > WIDE) this._paintArea(pen, colours, spot);
      for (const leg of this._legs) this._paintLeg(pen, colours, leg);
      for (const leg of this._legs) if (leg.flow === "halted") this._paintCross(pen, colours, leg);
      for (const spot of areas) if (this._reach(spot) <= WIDE) this._paintArea(pen, colours, spot);
      for (const spot of seen) if (!spot.km) this._paintSpot(pen, colours, spot);
      for (const spot of seen) if (spot.chosen) this._paintChoice(pen, colours, spot);
      if (this._map.getZoom() >= 7) this._paintNames(pen, colours, seen);
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

    _paintCross: function (pen, colours, leg) {
      if (!leg.anchor) return;
      const at = this._place(this._flat(leg.anchor[0], leg.anchor[1]));
      for (const [colour, width] of [[colours.paper, 5], [leg.colour, 2.5]]) {
        pen.beginPath();
        pen.moveTo(at.x - 5, at.y - 5);
        pen.lineTo(at.x + 5, at.y + 5);
        pen.moveTo(at.x + 5, at.y - 5);
        pen.lineTo(at.x - 5, at.y + 5);
        pen.strokeStyle = colour;
        pen.lineWidth = width;
        pen.stroke();
      }
    },

    _circle: function (pen, at, radius) {
      pen.beginPath();
      pen.arc(at.x, at.y, radius, 0, FULL_TURN);
    },

    _paintRing: function (pen, colour, at, radius, status) {
      const style = RING_STYLE[status];
      pen.setLineDash(style.dash);
      pen.lineWidth = radius < 9 ? 0.75 * style.width : style.width;
      pen.strokeStyle = colour;
      this._circle(pen, at, radius);
      pen.stroke();
      if (style.twice) {
        this._circle(pen, at, radius + 2.5);
        pen.stroke();
      }
      pen.setLineDash([]);
    },

    _paintLetter: function (pen, at, spot, ink, halo) {
      const size = Math.min(13, Math.round(this._radius(spot) * 1.5));
      pen.font = "600 " + size + "px " + FONT;
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      pen.lineWidth = 2;
      pen.strokeStyle = halo;
      if (halo) pen.strokeText(spot.kind[0], at.x, at.y + size * 0.06);
      pen.fillStyle = ink;
      pen.fillText(spot.kind[0], at.x, at.y + size * 0.06);
    },

    _paintSpot: function (pen, colours, spot) {
      const at = this._place(spot.point), radius = this._radius(spot);
      this._circle(pen, at, radius + 3);
      pen.fillStyle = colours.paper;
      pen.fill();
      this._circle(pen, at, radius);
      pen.fillStyle = spot.kind[1];
      pen.fill();
      this._paintRing(pen, colours.ink, at, radius + 1.5, spot.status);
      this._paintLetter(pen, at, spot, spot.kind[2], null);
    },

    _paintArea: function (pen, colours, spot) {
      const at = this._place(spot.point), radius = this._reach(spot);
      const strong = Math.min(1, 26 / radius);
      pen.save();
      this._circle(pen, at, radius);
      pen.fillStyle = colours.paper;
      pen.globalAlpha = 0.6 * strong;
      pen.fill();
      pen.globalAlpha = 0.42 * strong;
      pen.fillStyle = spot.kind[1];
      pen.fill();
      pen.globalAlpha = Math.max(0.2, 0.8 * strong);
      pen.clip();
      this._hatch(pen, at, Math.min(radius, 2000), spot.kind[1]);
      pen.restore();
      this._paintRing(pen, colours.ink, at, radius, spot.status);
      this._paintLetter(pen, at, spot, colours.ink, colours.paper);
    },

    _hatch: function (pen, at, radius, colour) {
      pen.beginPath();
      for (let step = -2 * radius; step <= 2 * radius; step += 4) {
        pen.moveTo(at.x + step - radius, at.y + radius);
        pen.lineTo(at.x + step + radius, at.y - radius);
      }
      pen.strokeStyle = colour;
      pen.lineWidth = 1;
      pen.stroke();
    },

    _paintChoice: function (pen, colours, spot) {
      const at = this._place(spot.point);
      const radius = (spot.km ? this._reach(spot) : this._radius(spot)) + 7;
      for (const [colour, width] of [[colours.paper, 5], [colours.ink, 2.5]]) {
        this._circle(pen, at, radius);
        pen.strokeStyle = colour;
        pen.lineWidth = width;
        pen.stroke();
      }
    },

    _paintNames: function (pen, colours, seen) {
      const free = Crowd(this._map);
      for (const spot of seen) {
        const at = this._place(spot.point), edge = this._radius(spot) + 4;
        free(at.x - edge, at.y - edge, 2 * edge, 2 * edge);
      }
      pen.font = "12px " + FONT;
      pen.textAlign = "left";
      pen.textBaseline = "middle";
      pen.lineWidth = 3;
      pen.strokeStyle = colours.land;
      pen.fillStyle = colours.ink;
      for (const spot of seen) {
        const at = this._place(spot.point), left = at.x + this._radius(spot) + 6;
        if (!free(left, at.y - 8, pen.measureText(spot.title).width, 16)) continue;
        pen.strokeText(spot.title, left, at.y);
        pen.fillText(spot.title, left, at.y);
      }
    },

    /* What lies under a point of the map: all markers on the spot that is hit first, else a pipeline. */
    _under: function (at) {
      let best = null, least = Infinity;
      for (const spot of this._spots) {
        const away = at.distanceTo(this._place(spot.point));
        const near = away <= Math.max(this._radius(spot) + 3, 8);
        const within = spot.km && away <= this._reach(spot);
        const size = near ? this._radius(spot) / 1e3 + away / 1e4 : within ? this._reach(spot) : Infinity;
        if (size < least) [best, least] = [spot, size];
      }
      if (best) return this._spots.filter((spot) => spot.lat === best.lat && spot.lon === best.lon);
      const leg = this._legs.slice().reverse().find((item) => item.anchor && this._near(item, at, 6));
      return leg ? [leg] : [];
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
      return item.anchor ? L.latLng(item.anchor[0], item.anchor[1]) : L.latLng(item.lat, item.lon);
    },

    _note: function (items) {
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

    _onClick: function (event) {
      const items = this._under(event.layerPoint);
      if (!items.length) return;
      this._hush();
      const spot = items[0];
      L.popup({ offset: [0, spot.anchor ? 0 : -this._radius(spot)], minWidth: 170, maxWidth: 260, autoPanPadding: [12, 12] })
        .setLatLng(spot.anchor ? event.latlng : this._where(spot))
        .setContent(this._note(items))
        .openOn(this._map);
      this.fire("click", { latlng: this._where(spot), originalEvent: event.originalEvent });
    },

    _onMove: function (event) {
      const items = this._under(event.layerPoint);
      this._map.getContainer().style.cursor = items.length ? "pointer" : "";
      if (items[0] === this._hovered) return;
      this._hush();
      if (!items.length || L.Browser.mobile) return;
      this._hovered = items[0];
      this._tip = L.tooltip({ direction: "top", offset: [0, items[0].anchor ? -4 : -this._radius(items[0]) - 4] })
        .setLatLng(items[0].anchor ? event.latlng : this._where(items[0]))
        .setContent(this._note(items));
      this._map.openTooltip(this._tip);
    },

    _hush: function () {
      if (this._tip) this._tip.remove();
      this._tip = this._hovered = null;
    },
  });

  energy.strikes = function (group, value) {
    if (window.feature_group) window.feature_group = window.feature_group.filter((old) => old._map);
    return new Strikes(value).addTo(group);
  };
})();
