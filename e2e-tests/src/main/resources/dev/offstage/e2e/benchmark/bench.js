// One measurement on one fresh page, driven from outside through `window.bench`. The page has the
// media element; times are milliseconds since an origin that each function names.
import { CONTENDERS, until } from "./contenders.js";
import { stage } from "/page/stage.js";

/** How long anything may take before a measurement has failed. */
const LIMIT_MS = 20_000;

const video = stage.media;
video.muted = true;
// As large as on many pages.
video.style.width = '480px';
video.autoplay = true;

const marks = [];
new BroadcastChannel("bench-marks").onmessage = ({ data }) => marks.push(data);
for (const type of ["loadstart", "loadedmetadata", "loadeddata", "canplay", "playing"]) {
  video.addEventListener(type, () => {
    marks.push({ text: `element: ${type}`, at: performance.timeOrigin + performance.now() });
  });
}

let contender = null;

/** Kept, so that they live. */
const players = [];
let quality = null;

/** Of the long ladder, by lines of the picture. */
const KBPS = { 240: 305, 480: 960, 720: 2520 };

/** Rejects if the promise has not settled within the limit. */
function limited(promise, what) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} in time`)), LIMIT_MS);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** When the first frame that the predicate accepts is handed to the compositor. */
function frame(accepts) {
  return new Promise((resolve) => {
    const look = (now, metadata) => {
      if (accepts(metadata)) {
        resolve(metadata.presentationTime);
      } else {
        video.requestVideoFrameCallback(look);
      }
    };
    video.requestVideoFrameCallback(look);
  });
}

function event(type) {
  return new Promise((resolve) => {
    video.addEventListener(type, () => resolve(performance.now()), { once: true });
  });
}

/** What a start is made of. Each promise is for a `performance.now()`. */
function watchStart() {
  return {
    loadedMetadata: event("loadedmetadata"),
    firstFrame: frame(() => true),
    playing: event("playing"),
    moving: frame(({ mediaTime }) => mediaTime > 0.1),
  };
}

async function timesOf(watched, failure) {
  const names = Object.keys(watched);
  const all = Promise.all(Object.values(watched));
  const times = await limited(Promise.race([all, failure]), "first frames");
  return Object.fromEntries(names.map((name, i) => [name, times[i]]));
}

/** A promise that only ever rejects: with what `load` says, or the element's error. */
function failureOf(loading) {
  return new Promise((_, reject) => {
    Promise.resolve(loading).catch(reject);
    video.addEventListener("error", () => reject(new Error(video.error?.message)), { once: true });
  });
}

function since(origin, times) {
  return Object.fromEntries(Object.entries(times).map(([name, at]) => [name, at - origin]));
}

window.bench = {
  /** Imports the player and makes all of it ready that does not need a stream. */
  async prepare(name, ahead) {
    const { module, create } = CONTENDERS[name];
    contender = create(await import(module), video, ahead);
    await limited(contender.prepared, "prepared player");
  },

  /**
   * Loads with a prepared player.
   *
   * @returns times since `load()`, and `origin`, that moment in milliseconds of Unix time
   */
  async load(url) {
    const watched = watchStart();
    const origin = performance.now();
    const failure = failureOf(contender.load(url));
    const times = await timesOf(watched, failure);
    return { ...since(origin, times), origin: performance.timeOrigin + origin };
  },

  /**
   * Imports a player and loads at once.
   *
   * @returns times since the import, among them `load`; and `origin`, the import's moment
   */
  async coldLoad(name, ahead, url) {
    const { module, create } = CONTENDERS[name];
    const watched = watchStart();
    const origin = performance.now();
    contender = create(await import(module), video, ahead);
    const load = performance.now();
    const failure = failureOf(contender.load(url));
    const times = await timesOf(watched, failure);
    return { ...since(origin, { ...times, load }), origin: performance.timeOrigin + origin };
  },

  /** Begins to load with a prepared player, in a task of its own, and watches nothing. */
  start(url, afterMs) {
    setTimeout(() => Promise.resolve(contender.load(url)).catch(console.error), afterMs);
  },

  /** Loads a stream, plays a little of it and unloads it, so many times. Nothing is timed. */
  async cycle(url, times) {
    for (let i = 0; i < times; i++) {
      const shown = frame(({ mediaTime }) => mediaTime > 0);
      await limited(contender.load(url), "stream");
      await limited(shown, "second frame");
      await limited(contender.unload(), "end of the stream");
    }
  },

  /**
   * Adds a player with an element of its own, and plays.
   *
   * @param worker `shared` or `own`
   * @returns milliseconds from making it to its first frame
   */
  async addPlayer(url, worker) {
    const { Player } = await import("/dist/offstage.js");
    if (!players.length) {
      const ready = new Player(document.createElement("video"));
      await limited(until(() => ready.engine !== null), "engine");
      await ready.destroy(); // leaves its worker to the first one
    }
    const element = document.body.appendChild(document.createElement("video"));
    Object.assign(element, { muted: true, autoplay: true, width: 80 });
    const shown = new Promise((resolve) => {
      element.requestVideoFrameCallback((_, { presentationTime }) => resolve(presentationTime));
    });
    const began = performance.now();
    const player = new Player(element, { worker, buffer: { ahead: 10 } });
    players.push(player);
    await limited(player.load(url), "stream");
    return (await limited(shown, "first frame")) - began;
  },

  /** Breaks the worker, and says how playback got over it. */
  async recover(fault) {
    const recovered = contender.recovered();
    const { currentTime } = video;
    const at = performance.now();
    workerFaults[fault]();
    const { duration } = await limited(recovered, "recovery");
    const resumed = video.currentTime;
    await limited(frame(({ mediaTime }) => mediaTime > resumed + 0.1), "playback");
    const now = performance.now();
    return {
      resumedS: (now - at) / 1000,
      haltedS: duration,
      lostS: (now - at) / 1000 - (video.currentTime - currentTime),
    };
  },

  /** Begins to note what is shown, ten times a second. */
  watchQuality() {
    const seen = { frames: [], startedAt: 0, least: Infinity };
    quality = seen;
    video.addEventListener("playing", () => (seen.startedAt ||= performance.now()));
    setInterval(() => {
      const { currentTime, videoHeight } = video;
      const range = stage
        .snapshot()
        .buffered.find(([start, end]) => start <= currentTime && currentTime <= end);
      seen.frames.push({ currentTime, videoHeight });
      if (seen.startedAt && performance.now() - seen.startedAt > 10_000) {
        seen.least = Math.min(seen.least, range ? range[1] - currentTime : 0);
      }
    }, 100);
  },

  qualitySeen() {
    const { frames, startedAt, least } = quality;
    let bits = 0;
    let switches = 0;
    frames.slice(1).forEach(({ currentTime, videoHeight }, i) => {
      bits += (currentTime - frames[i].currentTime) * (KBPS[videoHeight] ?? 0);
      switches += frames[i].videoHeight && videoHeight !== frames[i].videoHeight ? 1 : 0;
    });
    const { currentTime } = video;
    return {
      kbps: bits / currentTime,
      stalledS: (performance.now() - startedAt) / 1000 - currentTime,
      leastAheadS: least,
      switches,
    };
  },

  /** What the probe has noted, if there is one: text, and `at` in milliseconds of Unix time. */
  marks: () => marks,

  /** What the player says that it is. */
  describe: () => contender?.describe() ?? "",

  /**
   * Moves the playhead out of the buffer.
   *
   * @returns times since the seek
   */
  async seek(target) {
    const { buffered } = stage.snapshot();
    if (buffered.some(([start, end]) => start <= target && target < end)) {
      throw new Error(`${target} is buffered already: ${JSON.stringify(buffered)}`);
    }
    const half = 0.02;
    const watched = {
      seeked: event("seeked"),
      firstFrame: frame(({ mediaTime }) => mediaTime > target - 2 * half),
      playing: frame(({ mediaTime }) => mediaTime > target + 5 * half),
    };
    const origin = performance.now();
    video.currentTime = target;
    return since(origin, await timesOf(watched, failureOf(null)));
  },

  /** Moves the playhead on, where there is data. */
  async seekInside(by) {
    const watched = { seeked: event("seeked") };
    const origin = performance.now();
    video.currentTime += by;
    return since(origin, await timesOf(watched, failureOf(null)));
  },
};
