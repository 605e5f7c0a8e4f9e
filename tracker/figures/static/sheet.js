/* What both sheets of the map share: the theme, a canvas that follows the map, names that do not overlap. */
(function () {
  "use strict";

  const FONT = '"Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

  const energy = (window.energy = { config: null, FONT: FONT, FULL_TURN: 2 * Math.PI });

  function isDark() {
    const colour = getComputedStyle(document.documentElement).getPropertyValue("--background-color").trim();
    const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
    const parts = hex ? hex.slice(1, 4).map((part) => parseInt(part, 16)) : (colour.match(/\d+/g) || []).map(Number);
    if (parts.length < 3) return matchMedia("(prefers-color-scheme: dark)").matches;
    return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 128;
  }

  function theme() {
    return energy.config.themes[isDark() ? "dark" : "light"];
  }

  /* A canvas that pans and zooms with the map. Subclasses paint; points are kept as pixels of zoom 0. */
  const Sheet = L.Renderer.extend({
    options: { padding: 0.2 },

    _initContainer: function () {
      this._container = document.createElement("canvas");
      this._container.setAttribute("role", "presentation");
      this._pen = this._container.getContext("2d");
    },

    _destroyContainer: function () {
      L.DomUtil.remove(this._container);
      delete this._container;
      delete this._pen;
    },

    _update: function () {
      if (!this._pen || (this._map._animatingZoom && this._bounds)) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const density = window.devicePixelRatio > 1 ? 2 : 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._container.width = density * size.x;
      this._container.height = density * size.y;
      this._container.style.width = size.x + "px";
      this._container.style.height = size.y + "px";
      this._pen.scale(density, density);
      this._pen.translate(-this._bounds.min.x, -this._bounds.min.y);
      this._scale = this._map.getZoomScale(this._map.getZoom(), 0);
      this._origin = this._map.getPixelOrigin();
      this._paint(this._pen, theme());
    },

    /* Leaflet would leave the canvas between pixels here, and blur it. */
    _reset: function () {
      this._update();
    },

    repaint: function () {
      if (this._map) this._update();
    },

    _flat: function (lat, lon) {
      return this._map.options.crs.latLngToPoint(L.latLng(lat, lon), 0);
    },

    _place: function (point) {
      return L.point(point.x * this._scale - this._origin.x, point.y * this._scale - this._origin.y);
    },

    _trace: function (pen, line) {
      for (let i = 0; i < line.length; i++) {
        const x = line[i].x * this._scale - this._origin.x;
        const y = line[i].y * this._scale - this._origin.y;
        if (i) pen.lineTo(x, y);
        else pen.moveTo(x, y);
      }
    },

    _sees: function (point, margin) {
      const box = this._bounds;
      return point.x > box.min.x - margin && point.x < box.max.x + margin &&
        point.y > box.min.y - margin && point.y < box.max.y + margin;
    },
  });

  /* Names that do not overlap and are not cut by the map's edge: the first that asks for a place gets it. */
  function Crowd(map) {
    const taken = [], size = map.getSize();
    const edge = L.bounds(map.containerPointToLayerPoint([0, 0]), map.containerPointToLayerPoint(size));
    return function (left, top, width, height) {
      const right = left + width, bottom = top + height, box = L.bounds([left, top], [right, bottom]);
      if (edge.overlaps(box) && !edge.contains(box)) return false;
      if (taken.some((box) => left < box[2] && right > box[0] && top < box[3] && bottom > box[1])) return false;
      taken.push([left, top, right, bottom]);
      return true;
    };
  }

  /* Days are numbers since 1970; said as the pages say them. */
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const words = {
    iso: (day) => new Date(day * 864e5).toISOString().slice(0, 10),

    count: (number, noun) => number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s"),

    day: function (day) {
      const [year, month, date] = words.iso(day).split("-").map(Number);
      return date + " " + MONTHS[month - 1] + " " + year;
    },

    days: function (first, last) {
      if (first < 0) return "date not known";
      if (first === last) return words.day(first);
      const [from, to] = [words.day(first).split(" "), words.day(last).split(" ")];
      const whole = from[0] === "1" && words.day(last + 1).startsWith("1 ");
      if (from[2] !== to[2]) return from.join(" ") + " - " + to.join(" ");
      if (from[1] !== to[1]) return from[0] + " " + from[1] + " - " + to.join(" ");
      return (whole ? "" : from[0] + "-" + to[0] + " ") + to[1] + " " + to[2];
    },
  };

  /* A drawing of lines for a button, 24 units wide; `path` is one of our own. */
  function icon(path) {
    const box = document.createElement("template");
    box.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="' + path + '"></path></svg>';
    return box.content.firstChild;
  }

  Object.assign(energy, { words: words, icon: icon });
  Object.assign(energy, { isDark: isDark, theme: theme, Sheet: Sheet, Crowd: Crowd });
})();
