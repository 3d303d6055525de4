// A question with answers to choose from. State: key, prompt, options [{text, why}], right, chosen.
import { h, liveFigure } from "../shared.js";
import { questionForm } from "../parts/question.js";
import { strings } from "../strings/question.js";

export default liveFigure(strings, ({ el, t, get, set, onChange }) => {
  const inputs = get("options").map((_, k) =>
    h("input", { type: "radio", name: get("key"), value: String(k) }),
  );
  const answer = h(
    "fieldset",
    { class: "qu-choices" },
    h("legend", { class: "qu-prompt" }, get("prompt")),
    get("options").map(({ text }, k) => h("label", {}, inputs[k], h("span", {}, text))),
  );
  const verdict = (k) => ({ right: k === get("right"), text: get("options")[k].why });
  const selected = () => inputs.findIndex((input) => input.checked);
  const show = questionForm({
    el, t, get, answer,
    judge: () => (selected() < 0 ? null : verdict(selected())),
    onChecked: () => set({ chosen: selected() }),
  });
  answer.addEventListener("change", () => show(null));
  onChange(["chosen"], () => {
    const chosen = get("chosen");
    if (chosen === null) return;
    inputs[chosen].checked = true;
    show(verdict(chosen));
  });
});
