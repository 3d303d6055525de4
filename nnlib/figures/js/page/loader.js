// Start every figure of the page. It is a classic script, as are the files it loads, because
// browsers refuse modules and fetch() on pages opened from a folder (file://).
import { common } from "../strings/common.js";
import { languageOf, wordsIn } from "../ui/language.js";

(() => {
  const own = document.currentScript.src;
  const [, base, query] = /^(.*\/)[^/?]*(\?.*)?$/.exec(own);
  const nn = (window.nnFigures ??= { shared: null, figures: {} });
  const scripts = new Map();
  const running = new WeakMap(); // figure: how to end what it shows now

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

  const isLinked = (figure) => location.hash.startsWith(`#${nameOf(figure)}?`);

  // The state that the address asks for, or null: a damaged link opens the figure as the chapter has it.
  function linked(figure, state) {
    if (!isLinked(figure) || !figure.querySelector(".nn-link")) return null; // only who offers links takes them
    try {
      const asked = [...new URLSearchParams(location.hash.split("?")[1])]
        .filter(([key]) => key in state)
        .map(([key, value]) => [key, JSON.parse(value)]);
      const wanted = { ...state, ...Object.fromEntries(asked) };
      return nn.figures[figure.dataset.figure].accepts(wanted, state) ? wanted : null;
    } catch {
      return null;
    }
  }

  function offerLink(figure, start) {
    const button = figure.querySelector(".nn-link");
    if (!button) return;
    const label = button.textContent;
    button.addEventListener("click", () => {
      const changes = Object.keys(start)
        .map((key) => [key, JSON.stringify(figure.nnModel.get(key))])
        .filter(([key, value]) => value !== JSON.stringify(start[key]));
      const asked = changes.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
      history.replaceState(null, "", `#${nameOf(figure)}?${asked}`);
      navigator.clipboard?.writeText(location.href).catch(() => {});
      button.textContent = wordsAt(button).linked;
      button.setAttribute("aria-live", "polite");
      setTimeout(() => (button.textContent = label), 4000);
    });
  }

  // Put the figure into the stage in this state, in place of what a link had there before.
  function mount(figure, state, start) {
    const live = document.createElement("div");
    live.className = "nn-live";
    live.style.visibility = "hidden";
    figure.querySelector(".nn-stage").append(live);
    const model = makeModel(state, start);
    try {
      const end = nn.figures[figure.dataset.figure].render({ model, el: live });
      running.get(figure)?.();
      running.set(figure, () => {
        end();
        live.remove();
      });
    } catch (error) {
      live.remove();
      throw error;
    }
    live.style.visibility = "";
    figure.nnModel = model;
  }

  function mountLinked(figure, start) {
    const wanted = linked(figure, start);
    try {
      mount(figure, wanted ?? start, start);
    } catch (error) {
      if (!wanted) throw error;
      mount(figure, start, start); // the link asks for what the figure cannot show
    }
  }

  async function start(figure) {
    const stage = figure.querySelector(".nn-stage");
    try {
      const state = JSON.parse(figure.dataset.state);
      await load("shared");
      await load(figure.dataset.figure);
      mountLinked(figure, state);
      offerLink(figure, state);
      figure.dataset.live = "yes";
    } catch (error) {
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
    const goToLinked = () => {
      const target = [...figures].find(isLinked);
      target?.scrollIntoView();
      return target;
    };
    goToLinked();
    // A link to a state, opened where the page is open already. A figure that has not started yet will read it.
    addEventListener("hashchange", () => {
      const figure = goToLinked();
      if (figure?.dataset.live === "yes") mountLinked(figure, JSON.parse(figure.dataset.state));
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
  else startAll();
})();
