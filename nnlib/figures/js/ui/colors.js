// Colors for what is painted on a canvas, which takes none from the stylesheet.

// The named colors of the page at an element, as [red, green, blue].
export function colorsOf(el, names) {
  const style = getComputedStyle(el);
  return names.map((name) => {
    const hex = style.getPropertyValue(`--nn-${name}`).trim();
    return [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
  });
}

// Call `paint` when the colors at `el` have changed. A notebook draws a figure once before it puts it on the
// page, where no color has a value yet: its arrival there is such a change.
export function whenColorsChange(el, cleanup, paint) {
  const themes = new MutationObserver(paint);
  for (const root of [document.documentElement, document.body]) {
    themes.observe(root, { attributes: true, attributeFilter: ["data-theme", "theme", "data-jp-theme-light", "class"] });
  }
  cleanup(() => themes.disconnect());
  if (el.isConnected) return;
  const arrival = new ResizeObserver(() => {
    if (!el.isConnected) return; // it also calls at once
    arrival.disconnect();
    paint();
  });
  arrival.observe(el);
  cleanup(() => arrival.disconnect());
}
