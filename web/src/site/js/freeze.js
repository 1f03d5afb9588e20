/** The experiment: blocks the main thread, and measures how much media time that cost. */

import { bufferedEnd } from './element-time.js';

/**
 * What a freeze did to playback.
 *
 * @typedef {object} Outcome
 * @property {number} from when the page stood still, milliseconds of `performance.now()`
 * @property {number} to when it moved again
 * @property {number} wall seconds that passed between the two measurements, freeze included
 * @property {number} media seconds of media that played between them
 * @property {number} lost seconds of media that should have played and did not; 0 or more
 * @property {number} before seconds that were buffered ahead when the page froze
 * @property {number} fetched seconds of media that were added to the buffer meanwhile
 */

/**
 * Blocks this thread.
 *
 * @param {HTMLMediaElement} element plays; it must have `seconds` of media left to play
 * @param {number} seconds
 * @returns {Promise<Outcome>}
 */
export async function freeze(element, seconds) {
  const before = await look(element);
  const from = performance.now();
  const until = from + seconds * 1000;
  while (performance.now() < until) {
    // This is the freeze: nothing else runs on this thread.
  }
  const to = performance.now();
  const after = await look(element);
  const wall = (after.at - before.at) / 1000;
  const media = after.position - before.position;
  return {
    from,
    to,
    wall,
    media,
    lost: Math.max(0, wall * element.playbackRate - media),
    before: before.bufferedEnd - before.position,
    fetched: Math.max(0, after.bufferedEnd - before.bufferedEnd),
  };
}

/** Position and time of one moment. A rendered frame must come first: `currentTime` may be old. */
async function look(element) {
  await nextFrame();
  await nextFrame();
  return {
    at: performance.now(),
    position: element.currentTime,
    bufferedEnd: bufferedEnd(element),
  };
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
