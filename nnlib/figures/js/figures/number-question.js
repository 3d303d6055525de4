// A question for a number. State: key, prompt, answer, tolerance, why, hint, wrong [{value, why}], given.
import { h, liveFigure, num, readingsOf } from "../shared.js";
import { questionForm } from "../parts/question.js";
import { strings } from "../strings/question.js";

export default liveFigure(strings, ({ el, t, get, set, onChange }) => {
  const [prompt, label] = ["prompt", "label"].map((name) => `nn-${get("key")}-${name}`);
  const input = h("input", {
    type: "text", inputmode: "text", autocomplete: "off", class: "nn-number", "aria-labelledby": `${prompt} ${label}`,
  });
  const answer = h(
    "div",
    {},
    h("p", { class: "qu-prompt", id: prompt }, get("prompt")),
    h("label", { class: "nn-field" }, h("span", { id: label }, t.number), input),
  );
  const near = (a, b) => Math.abs(a - b) <= get("tolerance");
  const knownWrong = (given) => get("wrong").find(({ value }) => near(given, value));
  function verdict(given) {
    if (near(given, get("answer"))) return { right: true, text: get("why") };
    return { right: false, text: knownWrong(given)?.why ?? get("hint") };
  }
  // The reading that helps most: the right one, then a known mistake; undefined if it is no number.
  function read() {
    const readings = readingsOf(input.value);
    return readings.find((one) => near(one, get("answer"))) ?? readings.find(knownWrong) ?? readings[0];
  }
  const show = questionForm({
    el, t, get, answer,
    judge() {
      if (input.value.trim() === "") return null;
      const given = read();
      return given === undefined ? { right: false, text: t.noNumber, open: true } : verdict(given);
    },
    onChecked() {
      const given = read();
      if (given !== undefined) set({ given });
    },
  });
  input.addEventListener("input", () => show(null));
  onChange(["given"], () => {
    const given = get("given");
    if (given === null) return;
    if (read() !== given) input.value = num(given);
    show(verdict(given));
  });
});
