/* What stands on the map to be pressed: show all, full screen, and the search for a facility. */
(function () {
  "use strict";

  const { icon, words } = energy;
  const HOUSE = "M4 11 12 4l8 7M6 10v9h12v-9";
  const WIDEN = "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5";
  const NARROW = "M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5";
  const GLASS = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21";
  const GLOBE = "M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M4 12h16M12 4c3 3 3 13 0 16M12 4c-3 3-3 13 0 16";
  const MOST = 8, NEAR = 9; /* rows of the list; zoom at a facility */

  function button(bar, drawing, title, act) {
    const link = L.DomUtil.create("a", "energy-button", bar);
    link.href = "#";
    link.role = "button";
    L.DomEvent.on(link, "click", L.DomEvent.stop).on(link, "click", act);
    L.DomEvent.on(link, "keydown", (event) => event.key === " " && (L.DomEvent.stop(event), act()));
    return name(link, drawing, title);
  }

  function name(link, drawing, title) {
    link.title = title;
    link.setAttribute("aria-label", title);
    link.replaceChildren(icon(drawing));
    return link;
  }

  const View = L.Control.extend({
    options: { position: "topleft" },

    onAdd: function (map) {
      const bar = L.DomUtil.create("div", "leaflet-bar leaflet-control");
      const show = () => energy.showAll(map);
      L.DomEvent.disableClickPropagation(bar);
      button(bar, HOUSE, "Show the whole area", () => (map._animatingZoom ? map.once("zoomend", show) : show()));
      if (document.fullscreenEnabled) this._wide(map, bar);
      if (energy.config.tiles) this._tiled(map, bar, energy.config.tiles);
      return bar;
    },

    _wide: function (map, bar) {
      const box = map.getContainer();
      const turn = () => (document.fullscreenElement ? document.exitFullscreen() : box.requestFullscreen());
      const link = button(bar, WIDEN, "Full screen", turn);
      document.addEventListener("fullscreenchange", () => {
        const wide = document.fullscreenElement === box;
        name(link, wide ? NARROW : WIDEN, wide ? "Leave full screen" : "Full screen");
      });
    },
  });

  /* Tiles are asked for when the button is pressed, not before. */
  View.include({
    _tiled: function (map, bar, tiles) {
      map.createPane("energyTiles").style.zIndex = 250; /* over our own land, under pipelines and strikes */
      const layer = L.tileLayer(tiles.url, { maxZoom: 14, pane: "energyTiles" });
      const link = button(bar, GLOBE, "Show tiles from the internet", () => {
        const on = !map.hasLayer(layer);
        if (on) layer.addTo(map);
        else layer.remove();
        map.getContainer().classList.toggle("energy-tiled", on);
        map.attributionControl[on ? "addAttribution" : "removeAttribution"](tiles.credit);
        name(link, GLOBE, on ? "Show the map without the internet" : "Show tiles from the internet");
        link.setAttribute("aria-pressed", String(on));
      });
    },
  });

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  /* How well a name answers: 3 it starts so, 2 a word of it does, 1 it holds the text, 0 not at all. */
  function grade(name, text) {
    if (name.startsWith(text)) return name.length === text.length ? 4 : 3;
    if (name.includes(" " + text)) return 2;
    return name.includes(text) ? 1 : 0;
  }

  const Search = L.Control.extend({
    options: { position: "topright" },

    onAdd: function (map) {
      const box = L.DomUtil.create("div", "energy-search leaflet-control");
      box.setAttribute("role", "search");
      box.appendChild(icon(GLASS));
      this._input = box.appendChild(this._field());
      this._list = L.DomUtil.create("ul", "", box);
      this._list.id = "energy-found";
      this._list.setAttribute("role", "listbox");
      this._list.setAttribute("aria-label", "Facilities found");
      this._list.hidden = true;
      this._said = L.DomUtil.create("span", "energy-said", box);
      this._said.setAttribute("role", "status");
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      L.DomEvent.on(this._input, "focus", this._load, this);
      L.DomEvent.on(this._input, "input", this._ask, this);
      L.DomEvent.on(this._input, "keydown", this._key, this);
      L.DomEvent.on(this._input, "blur", () => this._close());
      this._map = map;
      return box;
    },

    _field: function () {
      const input = document.createElement("input");
      const marks = {
        type: "text", role: "combobox", placeholder: "Find a facility", autocomplete: "off", spellcheck: "false", maxlength: "80",
        "aria-label": "Find a facility by any of its names", "aria-autocomplete": "list", "aria-expanded": "false",
        "aria-controls": "energy-found",
      };
      for (const [mark, value] of Object.entries(marks)) input.setAttribute(mark, value);
      return input;
    },

    _load: function () {
      this._loaded = this._loaded || fetch(energy.config.names).then((answer) => answer.json()).then((rows) => {
        this._rows = rows.map((row) => {
          const names = [row[0], ...(row[5] ? row[5].split("|") : [])];
          return { name: row[0], kind: row[1], lat: row[2], lon: row[3], km: row[4], names: names, folded: names.map(fold) };
        });
        this._ask();
      });
    },

    _ask: function () {
      const text = fold(this._input.value);
      if (!text || !this._rows) return this._close();
      const found = [];
      for (const row of this._rows) {
        let best = 0, as = 0;
        row.folded.forEach((name, i) => {
          const mark = grade(name, text);
          if (mark > best) [best, as] = [mark, i];
        });
        if (best) found.push({ row: row, best: best + (as ? 0 : 0.5), name: row.names[as] });
      }
      found.sort((a, b) => b.best - a.best || a.row.name.length - b.row.name.length || a.row.name.localeCompare(b.row.name));
      this._show(found);
    },

    _show: function (found) {
      this._found = found.slice(0, MOST);
      this._list.replaceChildren(...this._found.map((item, i) => this._option(item, i)));
      this._list.hidden = !found.length;
      this._input.setAttribute("aria-expanded", String(!!found.length));
      const more = found.length > MOST ? ", the best " + MOST + " listed" : "";
      this._said.textContent = found.length ? found.length + " found" + more : "No facility of this name";
      this._said.classList.toggle("seen", !found.length);
      this._choose(0);
    },

    _option: function (item, number) {
      const option = document.createElement("li");
      option.id = "energy-found-" + number;
      option.setAttribute("role", "option");
      option.appendChild(document.createElement("strong")).textContent = item.row.name;
      const other = item.name === item.row.name ? "" : item.name + ", ";
      option.appendChild(document.createElement("span")).textContent = other + energy.config.words.kinds[item.row.kind];
      L.DomEvent.on(option, "mousedown", L.DomEvent.stop).on(option, "click", () => this._go(item.row));
      return option;
    },

    _choose: function (number) {
      this._at = number;
      [...this._list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === number)));
      if (this._list.children[number]) {
        this._input.setAttribute("aria-activedescendant", "energy-found-" + number);
        this._list.children[number].scrollIntoView({ block: "nearest" });
      }
    },

    _key: function (event) {
      L.DomEvent.stopPropagation(event);
      const open = !this._list.hidden, many = this._list.children.length;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        if (open) this._choose((this._at + step + many) % many);
        else this._ask();
      } else if (event.key === "Enter" && open) {
        event.preventDefault();
        this._go(this._found[this._at].row);
      } else if (event.key === "Escape") {
        if (!open) this._input.value = "";
        this._close();
      }
    },

    _close: function () {
      this._list.hidden = true;
      this._said.classList.remove("seen");
      this._input.setAttribute("aria-expanded", "false");
      this._input.removeAttribute("aria-activedescendant");
    },

    _go: function (row) {
      this._input.value = row.name;
      this._close();
      if (row.lat === null) {
        this._said.textContent = "No point is known for " + row.name;
        this._said.classList.add("seen");
        return;
      }
      const map = this._map, place = [row.lat, row.lon], calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const zoom = row.km >= 5 ? NEAR - 1 : NEAR;
      energy.moved = true;
      map.closePopup();
      map.once("moveend", () => this._tell(row));
      if (calm) map.setView(place, zoom, { animate: false });
      else map.flyTo(place, zoom, { duration: 1 });
    },

    _tell: function (row) {
      const sheet = energy.shown;
      if (!sheet) return;
      const none = { title: row.name, detail: energy.config.words.kinds[row.kind] + ", no strike among those shown" };
      if (row.km >= 5) none.latest = "point known within " + row.km + " km";
      const spots = sheet.spotsAt(row.lat, row.lon);
      sheet.tell(spots.length ? spots : [none], [row.lat, row.lon]);
      this._said.textContent = row.name + ", " + (spots.length ? words.count(spots[0].count, "strike") : "no strike") + " shown";
    },
  });

  energy.controls = function (map) {
    new View().addTo(map);
    new Search().addTo(map);
  };
})();
