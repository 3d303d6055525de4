// Long work in slices of a few milliseconds, one per frame, so that the page stays responsive.
// work() does a little and returns whether there is more; shown(more) draws after each slice, and
// `most` says how often work is done in one, where it should not go as fast as it can.
export function inSlices(cleanup, { budget = 6 } = {}) {
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
        for (let n = 0; more && n < most && performance.now() < end; n++) more = work();
        frame = more ? requestAnimationFrame(slice) : null;
        shown(more);
      };
      frame = requestAnimationFrame(slice);
    },
  };
}
