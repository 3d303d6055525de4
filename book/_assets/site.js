// What a page does beyond being read: theme, menu, search shortcut, contents that follow, copying,
// boxes that scroll with the keyboard, folded text that opens for print. Each part is a function.
const root = document.documentElement;
const find = (selector, from = document) => from.querySelector(selector);
const findAll = (selector, from = document) => [...from.querySelectorAll(selector)];

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse; the choice then holds for this page.
  }
}

function themeSwitch() {
  const button = find("#theme-button");
  const show = (theme) => {
    root.dataset.theme = theme;
    root.dataset.mode = theme;
    button.setAttribute("aria-pressed", theme === "dark");
  };
  button.setAttribute("aria-pressed", root.dataset.theme === "dark");
  button.addEventListener("click", () => {
    const theme = root.dataset.theme === "dark" ? "light" : "dark";
    show(theme);
    remember("mode", theme);
    remember("theme", theme);
  });
}

function menu() {
  const button = find("#menu-button");
  const nav = find("#site-nav");
  const setOpen = (open) => {
    nav.classList.toggle("open", open);
    button.setAttribute("aria-expanded", open);
  };
  button.addEventListener("click", () => {
    const open = !nav.classList.contains("open");
    setOpen(open);
    if (open) find("a", nav)?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !nav.classList.contains("open")) return;
    setOpen(false);
    button.focus();
  });
  document.addEventListener("click", (event) => {
    if (!nav.contains(event.target) && !button.contains(event.target)) setOpen(false);
  });
  nav.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !nav.contains(event.relatedTarget)) setOpen(false);
  });
  const current = find("a.current", nav);
  current?.setAttribute("aria-current", "page");
  if (current) nav.scrollTop = current.offsetTop - nav.clientHeight / 2;
}

function searchShortcut() {
  const input = find("#site-search-input");
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
}

function contentsThatFollow() {
  const links = new Map(
    findAll('.page-toc a[href^="#"]').map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
  );
  if (!links.size) return;
  const sections = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const mark = () => {
    const passed = sections.filter((section) => section.getBoundingClientRect().top < 120);
    const current = links.get((passed.at(-1) ?? sections[0]).id);
    for (const link of links.values()) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  document.addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}

function copyButtons() {
  if (!navigator.clipboard) return;
  for (const block of findAll(".cell_input .highlight, .highlight-python > .highlight, .highlight-bash > .highlight")) {
    const code = find("pre", block);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), 1500);
    });
    block.append(button);
  }
}

const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(task, 50));

// A box wider than the screen scrolls; the keyboard reaches it only if it can have the focus. A
// formula in a line becomes such a box where it is wider than its paragraph. Sections are measured
// one by one in idle moments, because measuring lays them out.
function scrollableBoxes() {
  const measure = (section) => {
    const inside = (selector) =>
      findAll(selector, section).filter((box) => box.closest("section") === section);
    const formulas = inside("span.math");
    for (const formula of formulas) formula.classList.remove("wide");
    const wide = formulas.filter(
      (formula) =>
        formula.getBoundingClientRect().right > root.clientWidth && !formula.closest(".table-scroll"),
    );
    for (const formula of wide) formula.classList.add("wide");
    const boxes = [...wide, ...inside("pre, .math-scroll, .table-scroll, .output.text_html")];
    const scrolling = boxes.filter((box) => box.scrollWidth > box.clientWidth);
    for (const box of findAll("[data-scrolls]", section)) {
      if (scrolling.includes(box) || box.closest("section") !== section) continue;
      box.removeAttribute("tabindex");
      delete box.dataset.scrolls;
    }
    for (const box of scrolling) {
      box.tabIndex = 0;
      box.dataset.scrolls = "";
    }
  };
  // A section that is not laid out takes its true room, so that links and the scroll bar are exact.
  const keepRoom = (section) => {
    const last = section.lastElementChild;
    if (!last || !section.matches("article section section")) return;
    const end = last.getBoundingClientRect().bottom + parseFloat(getComputedStyle(last).marginBottom);
    section.style.containIntrinsicSize = `auto ${end - section.getBoundingClientRect().top}px`;
  };
  let touched = false;
  const touch = () => (touched = true);
  for (const event of ["wheel", "touchmove", "keydown", "pointerdown"])
    addEventListener(event, touch, { passive: true, once: true });
  const settle = () => {
    // Sections above have their true height now; the place that the link named has moved.
    if (!touched) linkTarget()?.scrollIntoView?.();
    touched = true;
    root.dataset.settled = "";
  };
  let waiting = [];
  const work = () => {
    const section = waiting.shift();
    if (!section) {
      settle();
      return;
    }
    measure(section);
    keepRoom(section);
    whenIdle(work);
  };
  const measureAll = () => {
    const idle = waiting.length === 0;
    waiting = findAll("article section").reverse(); // subsections first
    delete root.dataset.settled;
    if (idle) whenIdle(work);
  };
  document.fonts.ready.then(measureAll);
  let pause;
  addEventListener("resize", () => {
    delete root.dataset.settled;
    clearTimeout(pause);
    pause = setTimeout(measureAll, 150);
  });
  for (const details of findAll("article details"))
    details.addEventListener("toggle", () => {
      const section = details.closest("section");
      if (section) measure(section);
    });
}

function openForPrint() {
  let closed = [];
  addEventListener("beforeprint", () => {
    // Code that the page folds away is not needed on paper.
    closed = findAll("details:not([open], .hide)");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
  find("#print-button")?.addEventListener("click", () => print());
}

function linkTarget() {
  return location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
}

// A link into folded text opens it.
function openTarget() {
  const target = linkTarget();
  for (let box = target?.closest?.("details"); box; box = box.parentElement.closest("details")) box.open = true;
}

themeSwitch();
menu();
searchShortcut();
contentsThatFollow();
copyButtons();
scrollableBoxes();
openForPrint();
openTarget();
addEventListener("hashchange", openTarget);
