// A question for a number. State: key, prompt, answer, tolerance, why, hint, wrong [{value, why}], given.
import { h, liveFigure, num } from "../shared.js";
import { questionForm } from "../parts/question.js";
import { strings } from "../strings/question.js";

// Readers write 0,25 and −3 as well; a fraction such as 1/3 is a number too.
function readNumber(text) {
  const plain = text.trim().replaceAll(",", ".").replaceAll("−", "-");
  const parts = plain.split("/").map((part) => (part.trim() === "" ? NaN : Number(part)));
  return parts.length === 2 ? parts[0] / parts[1] : parts.length === 1 ? parts[0] : NaN;
}

export default liveFigure(strings, ({ el, t, get, set, onChange }) => {
  const input = h("input", { type: "text", inputmode: "text", autocomplete: "off", class: "nn-number" });
  const answer = h(
    "div",
    { role: "group", "aria-label": get("prompt") },
    h("p", { class: "qu-prompt" }, get("prompt")),
    h("label", { class: "nn-field" }, h("span", {}, t.number), input),
  );
  const near = (a, b) => Math.abs(a - b) <= get("tolerance");
  function verdict(given) {
    if (near(given, get("answer"))) return { right: true, text: get("why") };
    const known = get("wrong").find(({ value }) => near(given, value));
    return { right: false, text: known ? known.why : get("hint") };
  }
  const show = questionForm({
    el, t, get, answer,
    judge() {
      if (input.value.trim() === "") return null;
      const given = readNumber(input.value);
      return Number.isFinite(given) ? verdict(given) : { right: false, text: t.noNumber };
    },
    onChecked() {
      const given = readNumber(input.value);
      if (Number.isFinite(given)) set({ given });
    },
  });
  input.addEventListener("input", () => show(null));
  onChange(["given"], () => {
    const given = get("given");
    if (given === null) return;
    if (readNumber(input.value) !== given) input.value = num(given);
    show(verdict(given));
  });
});
