// The test page: one media element, its story so far, and the probes, as `window.stage`.
import { FrameRecorder, later, rangesOf, readStrip, spin, ToneMeter } from './probes.js';

const EVENTS = [
  'emptied', 'loadstart', 'loadedmetadata', 'loadeddata', 'canplay', 'canplaythrough', 'play',
  'playing', 'pause', 'waiting', 'stalled', 'seeking', 'seeked', 'ended', 'error', 'resize',
  'durationchange', 'ratechange',
];

const kind = new URLSearchParams(location.search).get('media') ?? 'video';
const media = document.createElement(kind);
media.playsInline = true;
// Small, and without controls: drawing these costs a browser without a graphics card more than playing.
media.style.width = '160px';
document.body.append(media);

/** Seconds buffered from the playhead on, without a gap. */
function bufferedAhead() {
  const time = media.currentTime;
  const range = rangesOf(media.buffered).find(([start, end]) => start <= time && time <= end);
  return range ? range[1] - time : 0;
}

const story = [];
for (const type of EVENTS) {
  media.addEventListener(type, () => {
    story.push({ type, time: media.currentTime, ahead: bufferedAhead(), at: performance.now() });
  });
}

let recorder = null;
let tone = null;

/** Seconds of media time and of wall time that pass while something is done in each period. */
async function passing(totalMs, periodMs, act) {
  await later(0);
  const wall = performance.now();
  const time = media.currentTime;
  for (let start = wall; start < wall + totalMs; start += periodMs) {
    await later(Math.max(0, start - performance.now()));
    act(start, wall + totalMs);
  }
  // currentTime stands still within a task, and Firefox brings it up to date some tasks later.
  await later(100);
  return {
    media: media.currentTime - time,
    wall: (performance.now() - wall) / 1000,
  };
}

export const stage = {
  media,
  bufferedAhead,
  /** The element's events so far: type, currentTime, seconds buffered ahead, performance.now(). */
  story,

  snapshot() {
    return {
      currentTime: media.currentTime,
      duration: Number.isFinite(media.duration) ? media.duration : -1,
      paused: media.paused,
      ended: media.ended,
      seeking: media.seeking,
      readyState: media.readyState,
      networkState: media.networkState,
      playbackRate: media.playbackRate,
      width: media.videoWidth ?? 0,
      height: media.videoHeight ?? 0,
      error: media.error ? `${media.error.code} ${media.error.message}` : null,
      buffered: rangesOf(media.buffered),
    };
  },

  /**
   * How often playback came to a halt because the buffer had run out. A browser on a busy machine
   * may also fire `waiting` with plenty in the buffer; that is not the player's doing.
   */
  starvations: () =>
    story.filter(({ type, ahead }, i) => {
      const before = story.slice(0, i).map((entry) => entry.type);
      const sought = before.lastIndexOf('seeking') > before.lastIndexOf('seeked');
      return type === 'waiting' && ahead < 0.5 && !sought && before.includes('playing');
    }).length,

  /** Moves the playhead; resolves at `seeked`, with whether it came within the limit. */
  async seek(time, limitMs) {
    const seeked = new Promise((resolve) => {
      media.addEventListener('seeked', () => resolve(true), { once: true });
    });
    media.currentTime = time;
    return Promise.race([seeked, later(limitMs).then(() => false)]);
  },

  /** As on a fresh page. */
  forget() {
    media.playbackRate = 1;
    media.loop = false;
    media.muted = false;
    story.length = 0;
    recorder = null;
  },

  frame: () => readStrip(media),
  record() {
    recorder = new FrameRecorder(media);
  },
  recorded: () => recorder.stop(),

  tone() {
    tone ??= new ToneMeter(media);
    return tone.read();
  },

  /**
   * Plays until the sound has changed from one tone to another, and says between which media times:
   * that of the last look at which the one was the loudest, and of the first at which the other was.
   */
  async toneChange(from, to, limitMs) {
    tone ??= new ToneMeter(media);
    const end = performance.now() + limitMs;
    let before = NaN;
    void media.play();
    while (performance.now() < end) {
      await later(4);
      const time = media.currentTime;
      const heard = tone.loudest([from, to]);
      if (tone.read() > 0 && heard === from) {
        before = time;
      } else if (tone.read() > 0 && !Number.isNaN(before)) {
        media.pause();
        return [before, time];
      }
    }
    return null;
  },

  /**
   * Blocks the main thread by turns and compares media time with wall time.
   *
   * @param totalMs how long altogether
   * @param busyMs the part of each period that is blocked
   * @param periodMs the period's length
   * @returns seconds of media time and of wall time that passed
   */
  block: (totalMs, busyMs, periodMs) =>
    passing(totalMs, periodMs, (start, end) => {
      spin(Math.min(start + busyMs, end) - performance.now());
    }),

  /** The same while the main thread waits for requests, as it would in an alert or a debugger. */
  freeze: (totalMs, periodMs) =>
    passing(totalMs, periodMs, () => {
      const request = new XMLHttpRequest();
      request.open('GET', 'thaw', false);
      request.send();
    }),
};

window.stage = stage;
