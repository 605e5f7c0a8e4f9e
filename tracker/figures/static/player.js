/* Plays the campaign day by day, on the data that the map already has. */
(function () {
  "use strict";

  const { icon, words } = energy;
  const PLAY = "M8 5v14l11-7z", PAUSE = "M8 5v14M16 5v14", BACK = "M15 5l-7 7 7 7", ON = "M9 5l7 7-7 7";
  const SPEEDS = [2, 7, 30]; /* days a second */

  function Player(map) {
    const box = document.createElement("div");
    let sheet = null, first = 0, last = 0, day = null, given, running = null, undated = 0;

    box.className = "energy-player";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Play the campaign day by day");
    const bar = part("div", "energy-keys");
    const back = key(BACK, "One day back", () => step(-1));
    const play = key(PLAY, "Play", turn);
    const on = key(ON, "One day on", () => step(1));
    const told = part("output", "energy-told");
    const date = told.appendChild(document.createElement("strong"));
    const sum = told.appendChild(document.createElement("span"));
    const speed = part("select", "");
    speed.setAttribute("aria-label", "Speed");
    for (const days of SPEEDS) speed.add(new Option(days + " days/s", days, false, days === 7));
    const bars = part("canvas", "");
    bars.setAttribute("aria-hidden", "true");
    const range = part("input", "");
    range.type = "range";
    range.setAttribute("aria-label", "Day shown");
    range.addEventListener("input", () => { pause(); show(first + Number(range.value)); });
    box.addEventListener("keydown", press);
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    map.getContainer().addEventListener("keydown", (event) => {
      if (sheet && event.target === map.getContainer() && event.key === " ") { event.preventDefault(); turn(); }
    });
    new ResizeObserver(() => sheet && draw()).observe(box);

    function part(tag, name) {
      const element = document.createElement(tag);
      element.className = name;
      return box.appendChild(element);
    }

    function key(drawing, title, act) {
      const button = bar.appendChild(document.createElement("button"));
      button.type = "button";
      button.addEventListener("click", act);
      return named(button, drawing, title);
    }

    function named(button, drawing, title) {
      button.title = title;
      button.setAttribute("aria-label", title);
      button.replaceChildren(icon(drawing));
      return button;
    }

    /* Arrows step and the space bar plays, wherever in the player the focus is; the range has its own arrows. */
    function press(event) {
      event.stopPropagation();
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by && event.target !== range && event.target !== speed) { event.preventDefault(); step(by); }
      if (event.key === " " && !(event.target instanceof HTMLButtonElement) && event.target !== speed) {
        event.preventDefault();
        turn();
      }
    }

    function step(by) {
      pause();
      show(day + by);
    }

    function turn() {
      if (running) return pause();
      if (day >= last) show(first);
      named(play, PAUSE, "Pause");
      told.setAttribute("aria-live", "off");
      running = { since: null, from: day };
      speed.onchange = () => running && (running = { since: null, from: day });
      requestAnimationFrame(tick);
    }

    function pause() {
      if (!running) return;
      running = null;
      named(play, PLAY, "Play");
      told.setAttribute("aria-live", "polite");
    }

    function tick(now) {
      if (!running || !sheet) return;
      if (running.since === null) running.since = now;
      const next = Math.min(last, running.from + Math.floor(((now - running.since) / 1000) * Number(speed.value)));
      if (next !== day) show(next);
      if (day >= last) pause();
      else requestAnimationFrame(tick);
    }

    function show(wanted) {
      day = Math.max(first, Math.min(last, wanted));
      const total = sheet.setDay(day);
      const lost = undated ? ", " + undated.toLocaleString("en") + " undated not shown" : "";
      date.textContent = words.day(day);
      sum.textContent = words.count(total.so, "strike") + " so far, " + total.now + " new" + lost;
      range.value = day - first;
      range.setAttribute("aria-valuetext", date.textContent + ": " + sum.textContent);
      back.disabled = day <= first;
      on.disabled = day >= last;
      draw();
    }

    /* Strikes that began by day, in as many bars as there is room for; what is still to come is pale. */
    function draw() {
      const density = window.devicePixelRatio || 1, wide = bars.clientWidth, high = bars.clientHeight, edge = 8;
      if (!wide || !sheet) return;
      const pen = bars.getContext("2d"), colours = energy.theme(), room = wide - 2 * edge;
      const many = Math.max(1, Math.min(last - first + 1, Math.floor(room / 3)));
      const heights = new Array(many).fill(0);
      const at = (value) => Math.min(many - 1, Math.floor(((value - first) * many) / (last - first + 1)));
      for (const since of sheet.since) if (since >= first && since <= last) heights[at(since)] += 1;
      const most = Math.max(1, ...heights);
      bars.width = wide * density;
      bars.height = high * density;
      pen.scale(density, density);
      heights.forEach((height, i) => {
        const tall = height ? Math.max(1.5, (height / most) * high) : 0;
        pen.globalAlpha = i <= at(day) ? 0.85 : 0.3;
        pen.fillStyle = colours.muted;
        pen.fillRect(edge + (i * room) / many, high - tall, Math.max(1, room / many - 1), tall);
      });
    }

    /* The sheet that is played from now on; the day stays, unless the link has named another. */
    this.attach = function (layer, value) {
      const dated = layer.since.filter((since) => since >= 0);
      const named = value.day === undefined ? null : value.day;
      sheet = layer;
      [first, last] = value.span;
      undated = layer.since.length - dated.length;
      if (named !== given || day === null) day = named === null ? last : named;
      given = named;
      range.min = 0;
      range.max = last - first;
      if (!box.isConnected) {
        map.getContainer().appendChild(box);
        map.energyFit();
      }
      if (running) running = { since: null, from: Math.max(first, Math.min(last, day)) };
      show(day);
    };

    this.redraw = () => sheet && draw();

    this.detach = function (layer) {
      if (sheet !== layer) return;
      pause();
      sheet = null;
      box.remove();
      delete map.getContainer().dataset.day;
      requestAnimationFrame(() => map.energyFit()); /* the layer is still being taken off the map */
    };
  }

  energy.player = function (map) {
    if (!map.energyPlayer) map.energyPlayer = new Player(map);
    return map.energyPlayer;
  };
})();
