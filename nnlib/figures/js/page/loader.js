// Start every figure of the page. It is a classic script, as are the files it loads, because
// browsers refuse modules and fetch() on pages opened from a folder (file://).
import { common } from "../strings/common.js";
import { languageOf, wordsIn } from "../ui/language.js";

(() => {
  const own = document.currentScript.src;
  const [, base, query] = /^(.*\/)[^/?]*(\?.*)?$/.exec(own);
  const nn = (window.nnFigures ??= { shared: null, figures: {} });
  const scripts = new Map();

  const wordsAt = (element) => wordsIn(languageOf(element), common);

  function load(name) {
    if (!scripts.has(name)) {
      scripts.set(
        name,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = `${base}${name}.js${query ?? ""}`;
          script.onload = resolve;
          script.onerror = () => reject(new Error(`${name}.js did not load`));
          document.head.append(script);
        }),
      );
    }
    return scripts.get(name);
  }

  // The part of anywidget's model that figures use, without a kernel behind it.
  function makeModel(state, start) {
    const values = structuredClone(state);
    const handlers = new Map();
    return {
      get: (name) => (name === "_start" ? start : values[name]),
      set(name, value) {
        if (JSON.stringify(values[name]) === JSON.stringify(value)) return;
        values[name] = value;
        for (const handler of [...(handlers.get(`change:${name}`) ?? [])]) handler();
      },
      on: (event, handler) => handlers.set(event, [...(handlers.get(event) ?? []), handler]),
      off: (event, handler) =>
        handlers.set(event, (handlers.get(event) ?? []).filter((other) => other !== handler)),
      save_changes() {},
    };
  }

  // A link such as page.html#matrix-microscope?focus=[0,1] opens a figure in that state; the
  // second figure of a kind is called matrix-microscope.2.
  function nameOf(figure) {
    const kind = figure.dataset.figure;
    const alike = [...document.querySelectorAll(`.nn-figure[data-figure="${kind}"]`)];
    const number = alike.indexOf(figure) + 1;
    return number === 1 ? kind : `${kind}.${number}`;
  }

  function linked(figure, state) {
    const [name, asked] = location.hash.slice(1).split("?");
    if (name !== nameOf(figure) || !asked) return null;
    try {
      const changes = [...new URLSearchParams(asked)].map(([key, value]) => [key, JSON.parse(value)]);
      return { ...state, ...Object.fromEntries(changes.filter(([key]) => key in state)) };
    } catch {
      return null; // a damaged link opens the figure as the chapter has it
    }
  }

  function offerLink(figure, start, model) {
    const button = figure.querySelector(".nn-link");
    if (!button) return;
    const label = button.textContent;
    button.addEventListener("click", () => {
      const changes = Object.keys(start)
        .map((key) => [key, JSON.stringify(model.get(key))])
        .filter(([key, value]) => value !== JSON.stringify(start[key]));
      const asked = changes.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
      history.replaceState(null, "", `#${nameOf(figure)}?${asked}`);
      navigator.clipboard?.writeText(location.href).catch(() => {});
      button.textContent = wordsAt(button).linked;
      button.setAttribute("aria-live", "polite");
      setTimeout(() => (button.textContent = label), 4000);
    });
  }

  function mount(figure, live, state, start) {
    const model = makeModel(state, start);
    nn.figures[figure.dataset.figure].render({ model, el: live });
    return model;
  }

  async function start(figure) {
    const stage = figure.querySelector(".nn-stage");
    const live = document.createElement("div");
    try {
      const state = JSON.parse(figure.dataset.state);
      await load("shared");
      await load(figure.dataset.figure);
      live.className = "nn-live";
      live.style.visibility = "hidden";
      stage.append(live);
      let model;
      try {
        model = mount(figure, live, linked(figure, state) ?? state, state);
      } catch (error) {
        if (!linked(figure, state)) throw error;
        live.replaceChildren(); // the link asks for what the figure cannot show
        model = mount(figure, live, state, state);
      }
      offerLink(figure, state, model);
      live.style.visibility = "";
      figure.nnModel = model;
      figure.dataset.live = "yes";
    } catch (error) {
      live.remove();
      const message = document.createElement("p");
      message.className = "nn-message";
      message.setAttribute("role", "status");
      message.textContent = wordsAt(stage).notStarted(error.message);
      stage.append(message);
      figure.dataset.live = "failed";
    }
  }

  function startAll() {
    const figures = document.querySelectorAll(".nn-figure[data-figure]");
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          watcher.unobserve(target);
          start(target);
        }
      },
      { rootMargin: "800px" },
    );
    figures.forEach((figure) => watcher.observe(figure));
    const target = [...figures].find((figure) => location.hash.startsWith(`#${nameOf(figure)}?`));
    target?.scrollIntoView();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
  else startAll();
})();
