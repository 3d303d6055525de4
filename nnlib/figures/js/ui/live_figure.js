import { common } from "../strings/common.js";
import { languageOf } from "./language.js";

// Turn a build function into the module that anywidget and the page's loader expect.
//
// build({ model, el, t, get, set, reset, onChange, cleanup }) fills `el`, a <div class="nn-live">:
//   get(name)              a trait's value
//   set({ name: value })   change traits together and tell Python
//   reset()                set every trait back to what the chapter gave
//   onChange(names, draw)  call draw now, and once after each change of any of these traits
//   cleanup(f)             call f when the figure goes away (timers, listeners on window)
//   t                      the strings of the reader's language, the common ones included
export function liveFigure(strings, build) {
  function render({ model, el }) {
    const cleanups = [];
    const language = languageOf(el, strings);
    const set = (changes) => {
      for (const [name, value] of Object.entries(changes)) model.set(name, value);
      model.save_changes();
    };
    el.classList.add("nn-live");
    build({
      model,
      el,
      t: { ...common[language], ...strings[language] },
      get: (name) => model.get(name),
      set,
      reset: () => set(structuredClone(model.get("_start"))),
      cleanup: (f) => cleanups.push(f),
      onChange(names, draw) {
        let waiting = false;
        const soon = () => {
          if (waiting) return;
          waiting = true;
          queueMicrotask(() => {
            waiting = false;
            draw();
          });
        };
        for (const name of names) {
          model.on(`change:${name}`, soon);
          cleanups.push(() => model.off(`change:${name}`, soon));
        }
        draw();
      },
    });
    return () => cleanups.forEach((f) => f());
  }
  return { render };
}
