// How many questions of each chapter are answered, as this browser remembers. State: questions.
import { button, h, liveFigure, readout } from "../shared.js";
import { CHANGED, forgetAnswers, readAnswers } from "../parts/answers.js";
import { strings } from "../strings/progress.js";

export default liveFigure(strings, ({ el, t, get, cleanup }) => {
  const body = h("tbody");
  const state = readout();
  function draw() {
    const answers = Object.entries(readAnswers());
    let right = 0;
    let all = 0;
    const rows = Object.entries(get("questions")).map(([chapter, count]) => {
      const own = answers.filter(([key]) => key.startsWith(`${chapter}-`));
      const good = own.filter(([, judged]) => judged).length;
      right += good;
      all += count;
      const cells = [good, own.length - good, count - own.length];
      return h(
        "tr",
        {},
        h("th", { scope: "row" }, `${t.chapter} ${Number(chapter.slice(2))}`),
        cells.map((cell) => h("td", {}, String(cell))),
      );
    });
    body.replaceChildren(...rows);
    state.say(t.state(right, all));
  }
  const clear = button(t.clear, () => {
    forgetAnswers();
    draw();
    state.say(t.cleared);
  });
  const head = [t.chapter, t.answered, t.tried, t.open].map((text) => h("th", { scope: "col" }, text));
  el.append(
    h("table", { class: "qu-table" }, h("thead", {}, h("tr", {}, head)), body),
    h("div", { class: "nn-bar" }, clear),
    state.el,
  );
  draw();
  for (const event of ["storage", CHANGED]) {
    window.addEventListener(event, draw);
    cleanup(() => window.removeEventListener(event, draw));
  }
});
