// One tab stop for a whole grid; arrow keys, Home and End move inside it.
// Cells carry data-r and data-c. Call again after the cells were built anew.
export function rovingGrid(container, selector, { onMove } = {}) {
  const cells = () => [...container.querySelectorAll(selector)];
  const at = (r, c) =>
    cells().find((cell) => Number(cell.dataset.r) === r && Number(cell.dataset.c) === c);
  const makeStop = (stop) => {
    for (const cell of cells()) {
      const index = cell === stop ? "0" : "-1";
      if (cell.getAttribute("tabindex") !== index) cell.setAttribute("tabindex", index);
    }
  };
  if (!container.dataset.roving) {
    container.dataset.roving = "on";
    container.addEventListener("keydown", (event) => {
      const cell = event.target.closest(selector);
      if (!cell) return;
      const r = Number(cell.dataset.r);
      const c = Number(cell.dataset.c);
      const inRow = cells().filter((other) => Number(other.dataset.r) === r);
      const next = {
        ArrowLeft: () => at(r, c - 1),
        ArrowRight: () => at(r, c + 1),
        ArrowUp: () => at(r - 1, c),
        ArrowDown: () => at(r + 1, c),
        Home: () => inRow[0],
        End: () => inRow.at(-1),
      }[event.key];
      if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const target = next();
      if (!target) return;
      makeStop(target);
      target.focus();
      onMove?.(Number(target.dataset.r), Number(target.dataset.c));
    });
  }
  // On each cell: a listener for focus on the container would make an SVG group a stop of its own in Chromium.
  for (const cell of cells()) {
    if (cell.dataset.cell) continue;
    cell.dataset.cell = "on";
    cell.addEventListener("focus", () => makeStop(cell));
  }
  const stop = cells().find((cell) => cell.getAttribute("tabindex") === "0");
  makeStop(stop ?? cells()[0]);
  return { focus: (r, c) => at(r, c)?.focus(), makeStop: (r, c) => makeStop(at(r, c)) };
}
