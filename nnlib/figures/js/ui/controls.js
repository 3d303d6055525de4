import { h, setText } from "./dom.js";

// In a notebook each figure has a copy of this module; the names that they give are counted together.
const given = (globalThis[Symbol.for("nnlib.names")] ??= { count: 0 });
export const freshId = (name) => `nn-${name}-${++given.count}`;

export function button(label, onClick, props = {}) {
  const click = (event) => isOn(el) && onClick(event);
  const el = h("button", { type: "button", class: "nn-button", on: { click }, ...props }, label);
  return el;
}

// Switch a button on or off. It keeps the focus when it is off, as a disabled one would not: who pressed "Step"
// for the last time would start anew at the top of the page.
export const enable = (element, on) => element.setAttribute("aria-disabled", String(!on));
const isOn = (element) => element.getAttribute("aria-disabled") !== "true";

export const bar = (...children) => h("div", { class: "nn-bar" }, ...children);

// Several exclusive choices as radio buttons. options: [[value, label], …]; update(value) shows a state.
export function choice({ label, options, value, onChange }) {
  const name = freshId("choice");
  const inputs = options.map(([option]) =>
    h("input", {
      type: "radio",
      name,
      value: option,
      checked: option === value,
      on: { change: () => onChange(option) },
    }),
  );
  const element = h(
    "fieldset",
    { class: "nn-choice" },
    h("legend", {}, label),
    options.map(([, text], k) => h("label", {}, inputs[k], h("span", {}, text))),
  );
  const update = (chosen) =>
    inputs.forEach((input, k) => (input.checked = options[k][0] === chosen));
  return { el: element, update };
}

// On or off, as a checkbox.
export function toggle({ label, value, onChange }) {
  const input = h("input", {
    type: "checkbox",
    checked: value,
    on: { change: () => onChange(input.checked) },
  });
  const el = h("label", { class: "nn-toggle" }, input, h("span", {}, label));
  return { el, input, update: (on) => (input.checked = on) };
}

// A slider with its value written beside it. `format` says the value, on screen and to a screen reader.
export function slider({ label, min, max, step, value, format = String, onInput }) {
  const id = freshId("slider");
  const output = h("span", { class: "nn-value", "aria-hidden": "true" }); // the slider itself says it
  const input = h("input", { type: "range", id, min, max, step });
  input.addEventListener("input", () => {
    say(Number(input.value));
    onInput(Number(input.value));
  });
  const say = (number) => {
    setText(output, format(number));
    input.setAttribute("aria-valuetext", format(number));
  };
  const update = (number) => {
    input.value = number;
    say(number);
  };
  update(value);
  const el = h("div", { class: "nn-slider" }, h("label", { for: id }, label), input, output);
  return { el, input, update };
}

// What is said to a screen reader once the reader pauses. Then it is taken away: who reads on would meet it
// again, behind the same words on the screen.
export function speaker() {
  const el = h("p", { class: "nn-spoken", role: "status", "aria-live": "polite" });
  let timer;
  return {
    el,
    say(text) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        el.textContent = text;
        timer = setTimeout(() => (el.textContent = ""), 4000);
      }, 400);
    },
  };
}

// The text that says the figure's state, also to a screen reader. `first` is said before it to those who
// listen; for the others it stands elsewhere in the figure. `show` says nothing.
export function readout() {
  const shown = h("p", { class: "nn-readout" });
  const spoken = speaker();
  let last = "";
  const show = (text) => setText(shown, (last = text));
  return {
    el: h("div", {}, shown, spoken.el),
    show,
    say(text, first = "") {
      const all = `${first} ${text}`.trim();
      if (all === last) return;
      if (last !== "") spoken.say(all);
      show(text);
      last = all;
    },
  };
}
