// What this browser remembers of the questions: { "ch04-outlier": true | false }. It never leaves it.
const NAME = "nn-answers";
export const CHANGED = "nn-answers-changed"; // event on window: an answer was remembered here

export function readAnswers() {
  try {
    return JSON.parse(localStorage.getItem(NAME)) ?? {};
  } catch {
    return {}; // no storage here: then nothing is remembered
  }
}

// Who was right once and tries what the others say stays right.
export function rememberAnswer(key, right) {
  const earlier = readAnswers();
  try {
    localStorage.setItem(NAME, JSON.stringify({ ...earlier, [key]: right || earlier[key] === true }));
    window.dispatchEvent(new Event(CHANGED));
  } catch {
    // as above
  }
}

export function forgetAnswers() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // as above
  }
}
