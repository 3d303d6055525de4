// Drag with mouse, finger or pen. onMove gets the distance from where the drag began, in the
// coordinates of the nearest <svg>, or in pixels. Give the element a keyboard way as well,
// for example with `keys` below.
export function drag(element, { onStart, onMove, onEnd }) {
  let from = null;
  let ratio = 1; // measured once for a drag: measuring makes the browser lay the page out
  const scale = () => {
    const picture = element.ownerSVGElement;
    const box = picture?.viewBox.baseVal;
    return box?.width ? box.width / picture.getBoundingClientRect().width : 1;
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY };
    ratio = scale();
    element.setPointerCapture(event.pointerId);
    onStart?.(event);
  });
  element.addEventListener("pointermove", (event) => {
    if (!from) return;
    onMove((event.clientX - from.x) * ratio, (event.clientY - from.y) * ratio, event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    element.addEventListener(end, (event) => {
      if (from) onEnd?.(event);
      from = null;
    });
  }
  keepFinger(element);
}

// Chromium reads touch-action on a whole <svg>, but not on what is drawn inside: there a finger would
// scroll the page, and the drag would be canceled. So the first move of the finger decides here.
function keepFinger(element) {
  let begun = null;
  let ours = null; // not known before the first move
  element.addEventListener("touchstart", ({ touches }) => {
    begun = touches[0];
    ours = null;
  }, { passive: true });
  element.addEventListener("touchmove", (event) => {
    const [finger] = event.touches;
    if (ours === null) {
      const wide = Math.abs(finger.clientX - begun.clientX) >= Math.abs(finger.clientY - begun.clientY);
      ours = { none: true, "pan-y": wide, "pan-x": !wide }[getComputedStyle(element).touchAction] ?? false;
    }
    if (ours && event.cancelable) event.preventDefault();
  }, { passive: false });
}

// Keys on a draggable element: onStep(dx, dy) with 1 for an arrow, 10 with Shift or Page keys, and with an
// infinite dx for Home and End, so that the caller has to keep its value within limits.
export function keys(element, onStep) {
  element.addEventListener("keydown", (event) => {
    const size = event.shiftKey ? 10 : 1;
    const [dx, dy] = {
      ArrowLeft: [-size, 0],
      ArrowRight: [size, 0],
      ArrowUp: [0, size],
      ArrowDown: [0, -size],
      PageUp: [0, 10],
      PageDown: [0, -10],
      Home: [-Infinity, 0],
      End: [Infinity, 0],
    }[event.key] ?? [0, 0];
    if ((dx === 0 && dy === 0) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onStep(dx, dy);
  });
}
