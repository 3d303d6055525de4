// The pictures of the digits lab: accuracy curve, output bars, confusion matrix, images, weights.
import { colorsOf, fixed, h, num, rovingGrid, setText, speaker, svg } from "../shared.js";
import { N_TRAIN, behindCell, confusion, imageOf, largestOf } from "./digits_training.js";
import { inSlices } from "./slices.js";

// Paint values from -1 to 1 into a canvas, `columns` pixels wide; NaN leaves a hole.
function paint(canvas, values, columns, [plus, minus, paper]) {
  const image = new ImageData(columns, values.length / columns);
  for (let k = 0; k < values.length; k++) {
    if (Number.isNaN(values[k])) continue;
    const share = Math.min(1, Math.abs(values[k]));
    const color = values[k] < 0 ? minus : plus;
    for (let band = 0; band < 3; band++) image.data[4 * k + band] = paper[band] + share * (color[band] - paper[band]);
    image.data[4 * k + 3] = 255;
  }
  canvas.getContext("2d", { willReadFrequently: true }).putImageData(image, 0, 0);
}

export function accuracyCurve(t, most) {
  const [left, top, width, height] = [46, 12, 262, 190];
  const x = (epoch) => left + (epoch / most) * width;
  const y = (accuracy) => top + (1 - accuracy) * height;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const picture = svg(
    "svg", { viewBox: "0 0 320 244", role: "img" },
    ticks.map((share) => svg("line", { class: "dl-grid", x1: left, x2: left + width, y1: y(share), y2: y(share) })),
    ticks.map((share) => svg("text", { class: "dl-small", x: left - 6, y: y(share) + 5, "text-anchor": "end" }, `${100 * share} %`)),
    [0, 15, 30, 45, 60].map((epoch) => svg("text", { class: "dl-small", x: x(epoch), y: top + height + 20, "text-anchor": "middle" }, String(epoch))),
    svg("text", { class: "dl-small", x: left + width, y: 240, "text-anchor": "end" }, t.epochAxis),
  );
  const train = svg("path", { class: "dl-train" });
  const test = svg("path", { class: "dl-test" });
  picture.append(train, test);
  const key = h("p", { class: "dl-key" }, h("span", { class: "dl-train-key" }, t.trainSet), " ", h("span", { class: "dl-test-key" }, t.testSet));
  const el = h("figure", { class: "dl-panel" }, h("figcaption", {}, t.accuracy), picture, key);
  return {
    el,
    draw({ history }) {
      const curve = (name) => history.map((one, k) => `${k ? "L" : "M"}${x(k).toFixed(1)} ${y(one[name]).toFixed(1)}`).join("");
      train.setAttribute("d", curve("train"));
      test.setAttribute("d", curve("test"));
      const last = history.at(-1);
      if (last) picture.setAttribute("aria-label", t.curveAlt(history.length - 1, percent(last.test), percent(last.train)));
    },
  };
}

export const percent = (share) => `${fixed(100 * share, 1)} %`;

// Ten bars from a line at 0; the largest has the frame. draw(outputs) returns what the network says.
export function outputBars(t) {
  const rows = Array.from({ length: 10 }, (_, digit) => {
    const mark = h("i", {});
    const value = h("span", { class: "dl-output" });
    const el = h("li", {}, h("b", {}, String(digit)), h("span", { class: "dl-track", "aria-hidden": "true" }, mark), value);
    return { el, mark, value };
  });
  const says = h("p", { class: "dl-says" });
  const el = h("div", { class: "dl-outputs" }, says, h("ol", { "aria-label": t.outputs }, rows.map((row) => row.el)));
  return {
    el,
    draw(outputs) {
      const answer = largestOf(outputs);
      rows.forEach(({ el: row, mark, value }, digit) => {
        const size = 50 * Math.abs(outputs[digit]);
        mark.style.width = `${size.toFixed(1)}%`;
        mark.className = outputs[digit] < 0 ? "dl-minus" : "dl-plus";
        row.className = digit === answer ? "dl-answer" : "";
        setText(value, fixed(outputs[digit], 2));
      });
      setText(says, t.says(answer, fixed(outputs[answer], 2)));
      return says.textContent;
    },
  };
}

// Rows are what the digit is, columns what the network says. Choose a cell to see its images.
export function confusionMatrix(t, { onCell, onImage, cleanup }) {
  const slices = inSlices(cleanup, { budget: 2 }); // the training may need the rest of the frame
  const head = h("tr", {}, h("td", {}), Array.from({ length: 10 }, (_, j) => h("th", { scope: "col" }, String(j))));
  const cells = [];
  const rows = Array.from({ length: 10 }, (_, i) =>
    h("tr", {}, h("th", { scope: "row" }, String(i)), Array.from({ length: 10 }, (_, j) => {
      const cell = h("button", { type: "button", "data-r": i, "data-c": j, on: { click: () => onCell([i, j]) } });
      cells.push(cell);
      return h("td", {}, cell);
    })));
  const body = h("tbody", {}, rows);
  const table = h("table", { class: "dl-confusion" }, h("caption", {}, t.isSays), h("thead", {}, head), body);
  rovingGrid(body, "button");
  const title = h("p", { class: "dl-behind-title" }, t.chooseCell);
  const spoken = speaker();
  const images = h("div", { class: "dl-images" });
  const el = h("figure", { class: "dl-panel" }, h("figcaption", {}, t.confusion), table);
  const behind = h("div", { class: "dl-behind", role: "group", "aria-label": t.behindLabel }, title, spoken.el, images);
  let shown = "";
  let chosen; // the cell; a training changes what is behind it, and that is not said
  let painted = null; // a theme, its colors, and the buttons of the digits that were shown in it
  return {
    el,
    behind,
    draw(run, cell, theme) {
      if (!run.answers) return;
      const counts = confusion(run);
      cells.forEach((one, k) => {
        const [i, j] = [Math.floor(k / 10), k % 10];
        const count = counts[i][j];
        const text = count ? String(count) : "";
        const kind = i === j ? "dl-right" : count ? "dl-wrong" : "dl-none";
        const pressed = String(cell?.[0] === i && cell?.[1] === j);
        const state = `${text},${kind},${pressed}`;
        if (one.dataset.state === state) return;
        one.dataset.state = state;
        setText(one, text);
        one.className = kind;
        one.setAttribute("aria-pressed", pressed);
        one.setAttribute("aria-label", t.cellLabel(i, j, count));
      });
      const numbers = cell ? behindCell(run, cell) : [];
      setText(title, cell ? t.behind(cell[0], cell[1], numbers.length) : t.chooseCell);
      if (cell && chosen !== undefined && chosen !== String(cell)) spoken.say(title.textContent);
      chosen = String(cell);
      const key = `${theme}:${cell}:${numbers}`;
      if (shown === key) return;
      shown = key;
      if (painted?.theme !== theme) painted = { theme, colors: colorsOf(el, ["ink", "paper"]), buttons: new Map() };
      const waiting = numbers.slice(0, 45);
      images.replaceChildren();
      slices.start(() => {
        if (waiting.length) images.append(imageButton(waiting.shift(), cell));
        return waiting.length > 0;
      });

      function imageButton(n, [i, j]) {
        const { buttons, colors: [ink, paper] } = painted;
        if (!buttons.has(n)) {
          const canvas = h("canvas", { width: 8, height: 8, "aria-hidden": "true" });
          const pixels = imageOf(run.digits, n);
          paint(canvas, pixels.map((value) => value / 16), 8, [ink, ink, paper]);
          buttons.set(n, h("button", { type: "button", on: { click: () => onImage(pixels) } }, canvas));
        }
        const made = buttons.get(n);
        made.setAttribute("aria-label", t.imageLabel(n - N_TRAIN + 1, i, j));
        return made;
      }
    },
  };
}

// The 32 columns of W⁽¹⁾ as images, 8 in a row with a gap of one pixel.
export function weightImages(t) {
  const canvas = h("canvas", { width: 71, height: 35, role: "img", class: "dl-weights" });
  const range = h("p", {});
  const el = h("div", {}, canvas, range);
  let shown = {};
  let colors = null;
  return {
    el,
    draw(run, which, theme) {
      if (shown.run === run && shown.epoch === run.epoch && shown.which === which && shown.theme === theme) return;
      if (shown.theme !== theme) colors = colorsOf(canvas, ["row", "column", "paper"]);
      shown = { run, epoch: run.epoch, which, theme };
      const now = run.network[0].weights.data;
      const value = (k) => (which === "before" ? run.start[k] : which === "after" ? now[k] : now[k] - run.start[k]);
      let most = 0;
      for (let k = 0; k < now.length; k++) most = Math.max(most, Math.abs(value(k)));
      const values = new Float64Array(71 * 35).fill(NaN);
      for (let neuron = 0; neuron < 32; neuron++) {
        for (let pixel = 0; pixel < 64; pixel++) {
          const row = 9 * Math.floor(neuron / 8) + Math.floor(pixel / 8);
          const column = 9 * (neuron % 8) + (pixel % 8);
          values[71 * row + column] = most ? value(32 * pixel + neuron) / most : 0;
        }
      }
      paint(canvas, values, 71, colors);
      setText(range, t.weightsRange(num(most, 3)));
      canvas.setAttribute("aria-label", t.weightsAlt(t.which[which]));
    },
  };
}
