// Long work in slices of a few milliseconds, one per frame, so that the page stays responsive.
// work() does a little and returns whether there is more, or "later" to leave it to the next frame;
// shown(more) draws after each slice, and `most` says how often work is done in one, where it should
// not go as fast as it can.
export function inSlices(cleanup, { budget = 5 } = {}) {
  let frame = null;
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = null;
  };
  cleanup(stop);
  return {
    stop,
    get busy() {
      return frame !== null;
    },
    start(work, shown = () => {}, { most = Infinity } = {}) {
      stop();
      const slice = () => {
        const end = performance.now() + budget;
        let more = true;
        for (let n = 0; more === true && n < most && performance.now() < end; n++) more = work();
        frame = more ? requestAnimationFrame(slice) : null;
        shown(more);
      };
      // What starts the work has taken its part of this frame; the first slice is in the next.
      frame = requestAnimationFrame(() => (frame = requestAnimationFrame(slice)));
    },
  };
}
