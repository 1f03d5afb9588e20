/** The experiment: blocks the main thread, and measures how much media time that cost. */

import { bufferedEnd } from './element-time.js';

/**
 * What a freeze did to one player.
 *
 * @typedef {object} Outcome
 * @property {number} wall seconds that passed between the two measurements, freeze included
 * @property {number} media seconds of media that played between them
 * @property {number} lost seconds of media that should have played and did not; 0 or more
 * @property {number} before seconds that were buffered ahead when the page froze
 * @property {number} fetched seconds of media that were added to the buffer meanwhile
 */

/**
 * A freeze: when it was, in milliseconds of `performance.now()`, and its outcomes.
 *
 * @typedef {{from: number, to: number, outcomes: Outcome[]}} Freeze
 */

/**
 * Blocks this thread.
 *
 * @param {HTMLMediaElement[]} elements play; each must have `seconds` of media left to play
 * @param {number} seconds
 * @returns {Promise<Freeze>}
 */
export async function freeze(elements, seconds) {
  const before = await look(elements);
  const from = performance.now();
  const until = from + seconds * 1000;
  while (performance.now() < until) {
    // This is the freeze: nothing else runs on this thread.
  }
  const to = performance.now();
  const after = await look(elements);
  const outcomes = elements.map((element, i) => compare(before[i], after[i], element.playbackRate));
  return { from, to, outcomes };
}

/** Positions and times of one moment. A rendered frame must come first: `currentTime` may be old. */
async function look(elements) {
  await nextFrame();
  await nextFrame();
  return elements.map((element) => ({
    at: performance.now(),
    position: element.currentTime,
    bufferedEnd: bufferedEnd(element),
  }));
}

function compare(before, after, rate) {
  const wall = (after.at - before.at) / 1000;
  const media = after.position - before.position;
  return {
    wall,
    media,
    lost: Math.max(0, wall * rate - media),
    before: before.bufferedEnd - before.position,
    fetched: Math.max(0, after.bufferedEnd - before.bufferedEnd),
  };
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
