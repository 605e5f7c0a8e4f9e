/* The base of the map: land, borders, names, the controls, light or dark. All text is set with textContent or
   fillText, but for the credits, which come escaped. Python calls energy.base(map, config) once. */
(function () {
  "use strict";

  const { FONT, FULL_TURN, Sheet, Crowd, isDark, theme } = energy;

  /* The point amid the largest ring of a country, and how wide that ring is, in pixels of zoom 0. */
  function middle(rings) {
    let best = L.point(0, 0), most = -1;
    for (const ring of rings) {
      let area = 0, x = 0, y = 0;
      for (let i = 1; i < ring.length; i++) {
        const turn = ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
        area += turn;
        x += (ring[i - 1].x + ring[i].x) * turn;
        y += (ring[i - 1].y + ring[i].y) * turn;
      }
      if (Math.abs(area) > most) {
        most = Math.abs(area);
        best = L.point(x / (3 * area), y / (3 * area));
        best.width = Math.sqrt(most / 2);
      }
    }
    return best;
  }

  const Base = Sheet.extend({
    options: { pane: "tilePane" },

    load: function (data) {
      this._countries = data.land.map((country) => {
        const rings = country[1].map((ring) => ring.map((p) => this._flat(p[1], p[0])));
        return { name: country[0], rings: rings, middle: middle(rings) };
      });
      this._cities = data.cities.map((c) => ({ name: c[0], point: this._flat(c[1], c[2]), people: c[3] }));
      energy.setStations(data.stations, (lat, lon) => this._flat(lat, lon));
      this.repaint();
    },

    _paint: function (pen, colours) {
      if (!this._countries) return;
      pen.lineJoin = "round";
      pen.beginPath();
      for (const country of this._countries) for (const ring of country.rings) this._trace(pen, ring);
      pen.fillStyle = colours.land;
      pen.fill("evenodd");
      pen.strokeStyle = colours.border;
      pen.lineWidth = 1;
      pen.stroke();
      const free = Crowd(this._map);
      this._paintCities(pen, colours, free);
      if (this._map.getZoom() < 7) this._paintCountries(pen, colours, free);
    },

    _paintCountries: function (pen, colours, free) {
      pen.font = "600 11px " + FONT;
      pen.textAlign = "center";
      pen.fillStyle = colours.country;
      for (const country of this._countries) {
        const name = country.name.toUpperCase().split("").join("\u200a");
        const width = pen.measureText(name).width;
        const at = this._place(country.middle);
        if (country.middle.width * this._scale < 1.4 * width || !this._sees(at, 0)) continue;
        if (free(at.x - width / 2 - 4, at.y - 9, width + 8, 18)) pen.fillText(name, at.x, at.y);
      }
    },

    _paintCities: function (pen, colours, free) {
      const zoom = this._map.getZoom();
      const least = zoom < 4 ? 5e6 : zoom < 5 ? 1.6e6 : zoom < 6 ? 7e5 : zoom < 7 ? 3e5 : 1e5;
      pen.font = "11px " + FONT;
      pen.textBaseline = "middle";
      pen.textAlign = "left";
      pen.fillStyle = colours.name;
      for (const city of this._cities) {
        if (city.people < least) break;
        const at = this._place(city.point);
        if (!this._sees(at, 0)) continue;
        if (!free(at.x - 6, at.y - 12, pen.measureText(city.name).width + 20, 24)) continue;
        pen.beginPath();
        pen.arc(at.x, at.y, 1.5, 0, FULL_TURN);
        pen.fill();
        pen.fillText(city.name, at.x + 5, at.y);
      }
    },
  });

  function dress(map) {
    const colours = theme(), box = map.getContainer();
    for (const name of Object.keys(colours)) box.style.setProperty("--" + name, colours[name]);
    box.dataset.theme = isDark() ? "dark" : "light";
    map.eachLayer((layer) => layer instanceof Sheet && layer.repaint());
    if (map.energyPlayer) map.energyPlayer.redraw();
  }

  function followTheme(map) {
    let last = isDark();
    const look = () => {
      if (isDark() !== last) {
        last = !last;
        dress(map);
      }
    };
    new MutationObserver(look).observe(document.head, { childList: true, subtree: true, characterData: true });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
  }

  /* On a narrow map the credits fold into one word. */
  function credit(box) {
    const open = box.clientWidth > 800 ? " open" : "";
    return "<details" + open + "><summary>Credits</summary>" + energy.config.credit + "</details>";
  }

  /* The whole area, above the player when there is one. */
  energy.showAll = function (map, options) {
    const player = map.getContainer().querySelector(".energy-player");
    map.fitBounds(energy.config.view, Object.assign({ paddingBottomRight: [0, player ? player.offsetHeight + 20 : 0] }, options));
  };

  /* Shows the whole area again when the frame gets its size, until the reader has moved the map. */
  function fit(map) {
    let mine = true;
    const box = map.getContainer();
    for (const act of ["pointerdown", "wheel", "keydown"]) box.addEventListener(act, () => (mine = false), { once: true });
    map.energyFit = () => mine && !energy.moved && energy.showAll(map, { animate: false });
    const show = () => map.invalidateSize({ pan: false }) && map.energyFit();
    new ResizeObserver(show).observe(box);
    show();
  }

  energy.base = function (map, config) {
    energy.config = config;
    const box = map.getContainer();
    box.classList.add("energy-map");
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Map of strikes and pipelines; the table lists the same strikes");
    fit(map);
    map.attributionControl = L.control.attribution({ prefix: false }).addAttribution(credit(box)).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    energy.controls(map, config);
    const base = new Base().addTo(map);
    dress(map);
    followTheme(map);
    fetch(config.base).then((answer) => answer.json()).then((data) => base.load(data));
    return base;
  };
})();
