import { common } from "../strings/common.js";
import { isAlike } from "./accepting.js";
import { languageOf, wordsIn } from "./language.js";
import { oncePerTask } from "./once.js";

// Turn a build function into the module that anywidget and the page's loader expect.
//
// build({ model, el, t, get, set, reset, onChange, cleanup }) fills `el`, a <div class="nn-live">:
//   get(name)              a trait's value
//   set({ name: value })   change traits together and tell Python
//   reset()                set every trait back to what the chapter gave
//   onChange(names, draw)  call draw now, and once after each change of any of these traits
//   cleanup(f)             call f when the figure goes away (timers, listeners on window)
//   t                      the strings of the reader's language, the common ones included
//
// fits(state, start) tells whether the figure can show a state that a link asks for; start is the chapter's.
export function liveFigure(strings, build, fits = () => true) {
  function render({ model, el }) {
    const cleanups = [];
    const language = model.get("_language"); // a notebook's figure brings it: JupyterLab may speak another
    if (language) el.lang = language;
    const set = (changes) => {
      for (const [name, value] of Object.entries(changes)) model.set(name, value);
      model.save_changes();
    };
    el.classList.add("nn-live");
    el.addEventListener("keydown", keepFromNotebook);
    build({
      model,
      el,
      t: wordsIn(languageOf(el), common, strings),
      get: (name) => model.get(name),
      set,
      reset: () => set(structuredClone(model.get("_start"))),
      cleanup: (f) => cleanups.push(f),
      onChange(names, draw) {
        const soon = oncePerTask(draw);
        for (const name of names) {
          model.on(`change:${name}`, soon);
          cleanups.push(() => model.off(`change:${name}`, soon));
        }
        draw();
      },
    });
    const caption = model.get("_caption"); // a notebook's figure brings it; the page has its own
    if (caption) el.insertAdjacentHTML("beforeend", `<p class="nn-caption">${caption}</p>`);
    return () => cleanups.forEach((f) => f());
  }
  const accepts = (state, start) =>
    Object.keys(start).every((name) => isAlike(state[name], start[name])) && fits(state, start);
  return { render, accepts };
}

// JupyterLab takes plain keys for itself wherever nobody types: an arrow would go to the next cell, "x" would
// cut this one. They stay in the figure; Shift+Enter and keys with Ctrl are still the notebook's.
function keepFromNotebook(event) {
  const { key, shiftKey, ctrlKey, metaKey, altKey, currentTarget } = event;
  const forNotebook = ctrlKey || metaKey || altKey || key === "Escape" || (shiftKey && key === "Enter");
  if (!forNotebook && currentTarget.closest(".jp-Notebook")) event.stopPropagation();
}
