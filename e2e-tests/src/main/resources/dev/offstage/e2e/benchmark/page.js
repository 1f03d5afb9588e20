// What a page with a player in its HTML is watched with. Times are milliseconds since navigation.
const marks = [];
const times = { origin: performance.timeOrigin };
let shown;

window.bench = {
  firstFrame: new Promise((resolve) => {
    shown = resolve;
  }),

  /** Watches a `<video>`, and gives it back. */
  watch(video) {
    for (const type of ["loadstart", "loadedmetadata", "loadeddata", "canplay", "playing"]) {
      video.addEventListener(type, () => {
        times[type] ??= performance.now();
        marks.push({ text: `element: ${type}`, at: performance.timeOrigin + performance.now() });
      });
    }
    video.requestVideoFrameCallback((_, { presentationTime }) => {
      shown({ ...times, navigationToFirstFrame: presentationTime });
    });
    return video;
  },

  marks: () => marks,
};
