import { common } from "../strings/common.js";
import { h } from "./dom.js";
import { num } from "./format.js";
import { languageOf, wordsIn } from "./language.js";
import { readNumber } from "./read_number.js";

// A number to type, also with the signs of the book and of other languages: −2, 0,5, 1/2. What is no finite
// number from `min` to `max` is refused: the field is marked and the last good number stays. Enter, or leaving
// the field, puts the number back that was there before the typing, and says what is expected.
// A field of numbers is shown with a true minus sign while nobody types in it.
export function numberInput({
  label, value, step = 0.1, min = -1000, max = 1000, digits = 6, onInput, hidden = false,
}) {
  const input = h("input", { type: "text", role: "spinbutton", step, min, max, class: "nn-number" });
  if (hidden) input.setAttribute("aria-label", label);
  let typing = false;
  let before; // the number to go back to
  const valid = (number) => Number.isFinite(number) && number >= min && number <= max;
  const old = () => Number(Number(input.dataset.value).toFixed(digits));

  input.addEventListener("focus", () => {
    typing = true;
    before = Number(input.dataset.value);
    input.type = "number"; // arrow keys count, and a phone shows digits
    input.value = old();
    input.select(); // the change of type has dropped what Tab had selected
  });
  // A browser drops without a word what its own number field does not know, and "1/2" would be 12.
  input.addEventListener("beforeinput", (event) => {
    const given = event.data?.replaceAll(",", ".").replace(/[−–]/g, "-").trim();
    const fraction = given?.includes("/") && input.type === "number";
    if (!fraction && (!given || given === event.data)) return;
    event.preventDefault();
    if (!fraction) return document.execCommand("insertText", false, given);
    const asked = given.startsWith("/") ? input.value + given : given;
    input.type = "text"; // the only field that can hold it
    input.value = asked;
    input.dispatchEvent(new Event("input"));
  });
  const read = () => (input.type === "number" ? input.valueAsNumber : readNumber(input.value));
  input.addEventListener("input", () => {
    const number = read();
    const good = valid(number);
    input.setAttribute("aria-invalid", String(!good));
    if (good) onInput(number);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    if (!valid(read())) return refuse();
    before = Number(input.dataset.value);
  });
  input.addEventListener("blur", () => {
    if (!valid(read())) refuse();
    typing = false;
    input.type = "text";
    input.value = num(old(), digits);
  });
  function refuse() {
    if (Number(input.dataset.value) !== before) onInput(before);
    input.type = "number";
    input.value = Number(before.toFixed(digits));
    input.setAttribute("aria-invalid", "false");
    const { numbersFrom } = wordsIn(languageOf(input), common);
    explain(input, numbersFrom(num(min), num(max)));
  }

  const update = (number) => {
    if (!typing && input.dataset.value === String(number)) return; // it is shown already
    input.dataset.value = number;
    input.setAttribute("aria-valuenow", number);
    if (!typing) input.value = num(number, digits);
    // While someone types "-" or "0." the field is theirs.
    else if (Number.isFinite(read()) && read() !== number) {
      input.value = old();
      before = number;
    }
    if (!typing) input.setAttribute("aria-invalid", "false");
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
