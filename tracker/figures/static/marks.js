/* How each sign of the map is drawn: a pen, colours, a place in pixels. No sign knows the map. */
(function () {
  "use strict";

  const { FONT, FULL_TURN } = energy;
  const GOLDEN = Math.PI * (3 - Math.sqrt(5));
  const RING_STYLE = {
    confirmed: { width: 2, dash: [] },
    reported: { width: 0.8, dash: [] },
    claimed: { width: 1.6, dash: [3, 2.5] },
    disputed: { width: 1, dash: [], twice: true },
    denied: { width: 1.8, dash: [0.1, 3.2] },
  };

  function circle(pen, at, radius) {
    pen.beginPath();
    pen.arc(at.x, at.y, radius, 0, FULL_TURN);
  }

  function ring(pen, colour, at, radius, status) {
    const style = RING_STYLE[status];
    pen.setLineDash(style.dash);
    pen.lineWidth = (radius < 6 ? 0.6 : radius < 9 ? 0.75 : 1) * style.width;
    pen.strokeStyle = colour;
    circle(pen, at, radius);
    pen.stroke();
    if (style.twice) {
      circle(pen, at, radius + 2.5);
      pen.stroke();
    }
    pen.setLineDash([]);
  }

  function letter(pen, at, sign, radius, ink, halo) {
    const size = Math.min(13, Math.round(radius * 1.5));
    pen.font = "600 " + size + "px " + FONT;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineWidth = 2;
    pen.strokeStyle = halo;
    if (halo) pen.strokeText(sign, at.x, at.y + size * 0.06);
    pen.fillStyle = ink;
    pen.fillText(sign, at.x, at.y + size * 0.06);
  }

  function disc(pen, colours, at, radius, kind, status) {
    circle(pen, at, radius + 3);
    pen.fillStyle = colours.paper;
    pen.fill();
    circle(pen, at, radius);
    pen.fillStyle = kind[1];
    pen.fill();
    ring(pen, colours.ink, at, radius + 1.5, status);
    letter(pen, at, kind[0], radius, kind[2], null);
  }

  function hatch(pen, at, radius, colour) {
    pen.beginPath();
    for (let step = -2 * radius; step <= 2 * radius; step += 4) {
      pen.moveTo(at.x + step - radius, at.y + radius);
      pen.lineTo(at.x + step + radius, at.y - radius);
    }
    pen.strokeStyle = colour;
    pen.lineWidth = 1;
    pen.stroke();
  }

  function area(pen, colours, at, radius, kind, status) {
    const strong = Math.min(1, 26 / radius);
    pen.save();
    circle(pen, at, radius);
    pen.fillStyle = colours.paper;
    pen.globalAlpha = 0.6 * strong;
    pen.fill();
    pen.globalAlpha = 0.42 * strong;
    pen.fillStyle = kind[1];
    pen.fill();
    pen.globalAlpha = Math.max(0.2, 0.8 * strong);
    pen.clip();
    hatch(pen, at, Math.min(radius, 2000), kind[1]);
    pen.restore();
    ring(pen, colours.ink, at, radius, status);
  }

  /* A ring of two colours, seen on any ground: the opened strike, or one that is new on the day. */
  function halo(pen, at, radius, colours, widths, dash) {
    pen.setLineDash(dash || []);
    colours.forEach((colour, i) => {
      circle(pen, at, radius);
      pen.strokeStyle = colour;
      pen.lineWidth = widths[i];
      pen.stroke();
    });
    pen.setLineDash([]);
  }

  function cross(pen, at, colours, colour) {
    for (const [ink, width] of [[colours.paper, 5], [colour, 2.5]]) {
      pen.beginPath();
      pen.moveTo(at.x - 5, at.y - 5);
      pen.lineTo(at.x + 5, at.y + 5);
      pen.moveTo(at.x + 5, at.y - 5);
      pen.lineTo(at.x - 5, at.y + 5);
      pen.strokeStyle = ink;
      pen.lineWidth = width;
      pen.stroke();
    }
  }

  /* A station of the network: square, triangle or diamond; dashed where its point is known roughly. */
  function station(pen, colours, at, form, rough) {
    const turns = { square: [4, Math.PI / 4, 5], triangle: [3, -Math.PI / 2, 5.5], diamond: [4, 0, 5.2] }[form];
    pen.beginPath();
    for (let i = 0; i < turns[0]; i++) {
      const angle = turns[1] + (i * FULL_TURN) / turns[0];
      pen.lineTo(at.x + turns[2] * Math.cos(angle), at.y + turns[2] * Math.sin(angle));
    }
    pen.closePath();
    pen.fillStyle = colours.paper;
    pen.fill();
    pen.setLineDash(rough ? [2, 2.5] : []);
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 1.3;
    pen.stroke();
    pen.setLineDash([]);
  }

  /* Small discs, drawn once for each kind, status and size, and stamped from then on. */
  function Stamps(colours, radius, density) {
    const made = [], half = Math.ceil(radius + 3);
    return function (pen, x, y, kind, status, open) {
      const number = 2 * (100 * status + kind) + (open ? 1 : 0), { kinds, statuses } = energy.config;
      const picture = made[number] || (made[number] = stamp(colours, radius, density, half, kinds[kind], statuses[status], open));
      /* whole pixels: the browser copies them without blending */
      pen.drawImage(picture, Math.round(x) - half, Math.round(y) - half, 2 * half, 2 * half);
    };
  }

  function stamp(colours, radius, density, half, kind, status, open) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 2 * half * density;
    const pen = canvas.getContext("2d"), at = L.point(half, half);
    pen.scale(density, density);
    pen.lineCap = "round";
    circle(pen, at, radius + 1);
    pen.fillStyle = colours.paper;
    pen.fill();
    if (open) {
      area(pen, colours, at, radius + 0.5, kind, status);
    } else {
      circle(pen, at, radius);
      pen.fillStyle = kind[1];
      pen.fill();
      ring(pen, colours.ink, at, radius + 0.5, status);
    }
    if (radius >= 5) letter(pen, at, kind[0], radius, open ? colours.ink : kind[2], open ? colours.paper : null);
    return canvas;
  }

  /* Places about one point, the first in its middle, like the seeds of a sunflower. */
  function seed(number, step) {
    const away = step * Math.sqrt(number), angle = number * GOLDEN;
    return [away * Math.cos(angle), away * Math.sin(angle)];
  }

  energy.marks = { circle, ring, letter, disc, area, halo, cross, station, Stamps, seed };
})();
