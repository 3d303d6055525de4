import { common } from "../strings/common.js";
import { h } from "./dom.js";
import { num } from "./format.js";
import { languageOf, wordsIn } from "./language.js";

// A number to type. What is no finite number from `min` to `max` is refused: the field is marked and
// the old value stays. Enter, or leaving the field, puts the old number back and says what is expected.
// A field of numbers is shown with a true minus sign while nobody types in it.
export function numberInput({
  label, value, step = 0.1, min = -1000, max = 1000, digits = 6, onInput, hidden = false,
}) {
  const input = h("input", { type: "text", role: "spinbutton", step, min, max, class: "nn-number" });
  if (hidden) input.setAttribute("aria-label", label);
  const typing = () => input.type === "number";
  const valid = (number) => Number.isFinite(number) && number >= min && number <= max;
  const old = () => Number(Number(input.dataset.value).toFixed(digits));

  input.addEventListener("focus", () => {
    input.type = "number"; // arrow keys count, and a phone shows digits
    input.value = old();
    input.select(); // the change of type has dropped what Tab had selected
  });
  input.addEventListener("input", () => {
    const number = input.valueAsNumber;
    const good = valid(number);
    input.setAttribute("aria-invalid", String(!good));
    if (good) onInput(number);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || valid(input.valueAsNumber)) return;
    input.value = old();
    refuse();
  });
  input.addEventListener("blur", () => {
    if (!valid(input.valueAsNumber)) refuse();
    input.type = "text";
    input.value = num(old(), digits);
  });
  function refuse() {
    input.setAttribute("aria-invalid", "false");
    const { numbersFrom } = wordsIn(languageOf(input), common);
    explain(input, numbersFrom(num(min), num(max)));
  }

  const update = (number) => {
    if (!typing() && input.dataset.value === String(number)) return; // it is shown already
    input.dataset.value = number;
    input.setAttribute("aria-valuenow", number);
    if (!typing()) input.value = num(number, digits);
    // While someone types "-" or "0." the field is theirs.
    else if (Number.isFinite(input.valueAsNumber) && input.valueAsNumber !== number) input.value = old();
    if (!typing()) input.setAttribute("aria-invalid", "false");
  };
  update(value);
  const el = hidden ? input : h("label", { class: "nn-field" }, h("span", {}, label), input);
  return { el, input, update };
}

// One short note below a field, for four seconds. It is laid over the figure, so that nothing moves.
function explain(input, text) {
  const figure = input.closest(".nn-live");
  if (!figure) return;
  let note = figure.querySelector(":scope > .nn-note");
  if (!note) figure.append((note = h("p", { class: "nn-note", role: "alert" })));
  const [field, frame] = [input.getBoundingClientRect(), figure.getBoundingClientRect()];
  note.textContent = text;
  note.hidden = false;
  note.style.top = `${field.bottom - frame.top + 4}px`;
  note.style.left = `${Math.max(0, Math.min(field.left - frame.left, frame.width - note.offsetWidth))}px`;
  clearTimeout(note.timer);
  note.timer = setTimeout(() => (note.hidden = true), 4000);
}
