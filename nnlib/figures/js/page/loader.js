// Start every figure of the page. It is a classic script, as are the files it loads, because
// browsers refuse modules and fetch() on pages opened from a folder (file://).
(() => {
  const own = document.currentScript.src;
  const [, base, query] = /^(.*\/)[^/?]*(\?.*)?$/.exec(own);
  const nn = (window.nnFigures ??= { shared: null, figures: {} });
  const scripts = new Map();

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
  function makeModel(start) {
    const values = structuredClone(start);
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
      const model = makeModel(state);
      nn.figures[figure.dataset.figure].render({ model, el: live });
      live.style.visibility = "";
      figure.nnModel = model;
      figure.dataset.live = "yes";
    } catch (error) {
      live.remove();
      const message = document.createElement("p");
      message.className = "nn-message";
      message.setAttribute("role", "status");
      const russian = document.documentElement.lang.startsWith("ru");
      message.textContent = russian
        ? `Живой рисунок не запустился (${error.message}); выше — его снимок.`
        : `The live figure could not start (${error.message}); the picture shows its state.`;
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
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
  else startAll();
})();
