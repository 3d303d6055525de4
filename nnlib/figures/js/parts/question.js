import { h } from "../shared.js";
import { readAnswers, rememberAnswer } from "./answers.js";

// The frame of a question: prompt, the way to answer, the button, and the verdict.
//
// answer: the element with the inputs; judge() returns { right, text }, null if there is no answer yet,
// or { right: false, text, open: true } if what is there cannot be judged; then nothing is remembered.
// Returns show(verdict), which writes a verdict, or takes it away.
export function questionForm({ el, t, get, answer, judge, onChecked }) {
  const verdict = h("p", { class: "qu-verdict", role: "status", "aria-live": "polite" });
  const earlier = readAnswers()[get("key")];
  const form = h(
    "form",
    {
      class: "qu-form",
      novalidate: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          const judged = judge();
          if (judged && !judged.open) {
            rememberAnswer(get("key"), judged.right);
            onChecked();
          }
          show(judged ?? { right: false, text: t.missing, open: true });
        },
      },
    },
    answer,
    h("div", { class: "nn-bar" }, h("button", { type: "submit", class: "nn-button" }, t.check)),
    verdict,
  );
  function show(judged) {
    verdict.className = "qu-verdict";
    verdict.replaceChildren();
    if (!judged) return;
    const { right, text, open } = judged;
    verdict.classList.add(right ? "qu-right" : "qu-wrong");
    const word = open ? "" : right ? t.right : t.wrong;
    verdict.append(...(word ? [h("strong", {}, word), " "] : []), text);
  }
  el.append(form);
  if (earlier !== undefined) show({ right: earlier, text: earlier ? t.before : t.beforeWrong, open: true });
  return show;
}
