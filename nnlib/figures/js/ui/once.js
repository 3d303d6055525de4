// Several causes in one task, a step and the state that it sets, are one drawing.
export function oncePerTask(draw) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      draw();
    });
  };
}
