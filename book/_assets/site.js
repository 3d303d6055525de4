// What a page does beyond being read: theme, language, menu, search shortcut, contents that follow, copying,
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
  if (current)
    requestAnimationFrame(() => (nav.scrollTop = current.offsetTop - nav.clientHeight / 2));
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
  requestAnimationFrame(mark);
}

// At the side of a wide page the contents are always open; elsewhere they close behind the reader.
function contentsThatFold() {
  const box = find(".page-toc details");
  if (!box) return;
  const wide = matchMedia("(min-width: 77.0625rem)");
  const summary = find("summary", box);
  const fit = () => {
    box.open = wide.matches;
    summary.tabIndex = wide.matches ? -1 : 0;
  };
  fit();
  wide.addEventListener("change", fit);
  summary.addEventListener("click", (event) => wide.matches && event.preventDefault());
  box.addEventListener("click", (event) => {
    if (event.target.closest("a")) fit();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || wide.matches || !box.open) return;
    fit();
    summary.focus();
  });
}

function copyButtons() {
  if (!navigator.clipboard) return;
  for (const block of findAll(".cell_input .highlight, .highlight-python > .highlight, .highlight-bash > .highlight")) {
    const code = find("pre", block);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = root.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = root.dataset.copied;
      setTimeout(() => (button.textContent = root.dataset.copy), 1500);
    });
    block.append(button);
  }
}

const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(task, 50));

// A box wider than the screen scrolls; the keyboard reaches it only if it can have the focus. Pages
// come with all such boxes in the order of Tab, and those that fit leave it here. A formula in a
// line becomes such a box where it is wider than its paragraph. Measuring lays a section out, so
// each waits until it comes near the screen, and then for an idle moment.
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
    const boxes = inside("span.math[tabindex], span.wide, pre, .math-scroll, .table-scroll, .output.text_html");
    const scrolling = new Set(boxes.filter((box) => box.scrollWidth > box.clientWidth));
    for (const box of boxes) {
      if (scrolling.has(box)) box.tabIndex = 0;
      else if (box !== document.activeElement) box.removeAttribute("tabindex"); // a quick Tab is there
    }
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
  const near = new Set();
  const waiting = new Set();
  const work = () => {
    const [section] = waiting;
    if (!section) {
      settle();
      return;
    }
    measure(section);
    waiting.delete(section);
    whenIdle(work);
  };
  const add = (sections) => {
    const idle = waiting.size === 0;
    for (const section of sections) waiting.add(section);
    if (idle) whenIdle(work);
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near[isIntersecting ? "add" : "delete"](target);
      add(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
    },
    { rootMargin: "50% 0px" },
  );
  document.fonts.ready.then(() => {
    for (const section of findAll("article section")) watcher.observe(section);
    if (!find("article section")) settle();
  });
  let pause;
  addEventListener("resize", () => {
    delete root.dataset.settled;
    clearTimeout(pause);
    pause = setTimeout(() => add(near), 150);
  });
  for (const details of findAll("article details"))
    details.addEventListener("toggle", () => {
      const section = details.closest("section");
      if (section) measure(section);
    });
}

// A section that was never laid out (prose.css) is not there for a screen reader: its lists of headings, tables
// and formulas end where the screen does. So all are laid out, one in each idle moment, but only after three
// seconds: the work keeps a phone busy for about as long. What stands above the reader's place may grow by it;
// a browser that then holds the place is asked for.
function sectionsForListeners() {
  if (!CSS.supports("overflow-anchor", "auto")) return;
  const rest = findAll("article section section");
  const next = () => {
    const section = rest.shift();
    if (!section) return;
    section.style.contentVisibility = "visible";
    whenIdle(next);
  };
  addEventListener("load", () => setTimeout(() => whenIdle(next), 3000));
}

function openForPrint() {
  let closed = [];
  addEventListener("beforeprint", () => {
    // Code that the page folds away is not needed on paper.
    closed = findAll("article details:not([open], .hide)");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
  find("#print-button")?.addEventListener("click", () => print());
}

// A damaged % in an address is no fault of the page: there is no such place, and that is all.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function linkTarget() {
  return location.hash.length > 1 && document.getElementById(decoded(location.hash.slice(1)));
}

// A link into folded text opens it.
function openTarget() {
  const target = linkTarget();
  for (let box = target?.closest?.("details"); box; box = box.parentElement.closest("details")) box.open = true;
}

// Anchors are the same in every language, so a reader stays at the same place of the page.
function languageLinks() {
  findAll(".site-header .language").forEach((link) => {
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
  });
}

themeSwitch();
languageLinks();
menu();
searchShortcut();
contentsThatFollow();
contentsThatFold();
copyButtons();
scrollableBoxes();
sectionsForListeners();
openForPrint();
openTarget();
addEventListener("hashchange", openTarget);
