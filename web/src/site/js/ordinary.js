/**
 * Ordinary players: well-known ones that do their work on the page. Each is loaded when it is first
 * asked for, and gets the same buffer goal.
 */

import { kindOf } from './streams.js';

/**
 * @typedef {object} Ordinary
 * @property {string} name with its version
 * @property {() => void} destroy
 */

/** @type {Record<string, (video: HTMLVideoElement, url: string, goal: number) => Promise<Ordinary>>} */
const STARTERS = { dash: startDash, hls: startHls };

/**
 * Whether there is a player for what the address leads to. Plain files are left to the browser,
 * which needs no script to play them.
 *
 * @param {string} url
 */
export function hasOrdinary(url) {
  return kindOf(url) in STARTERS;
}

/**
 * Plays a stream in the ordinary way.
 *
 * @param {HTMLVideoElement} video
 * @param {string} url
 * @param {number} goal seconds to load ahead
 * @returns {Promise<Ordinary>} once the player has begun
 */
export function startOrdinary(video, url, goal) {
  return STARTERS[kindOf(url)](video, url, goal);
}

async function startHls(video, url, goal) {
  const { default: Hls } = await import('hls.js');
  const hls = new Hls({
    maxBufferLength: goal,
    maxMaxBufferLength: goal,
    // From the page's own files: the policy allows no worker made of text.
    workerPath: new URL('js/hls-worker.js', document.baseURI).href,
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return { name: `hls.js ${Hls.version}`, destroy: () => hls.destroy() };
}

async function startDash(video, url, goal) {
  const { MediaPlayer } = await import('dashjs');
  const dash = MediaPlayer().create();
  dash.updateSettings({
    debug: { logLevel: 0 },
    streaming: {
      buffer: {
        bufferTimeDefault: goal,
        bufferTimeAtTopQuality: goal,
        bufferTimeAtTopQualityLongForm: goal,
      },
    },
  });
  dash.initialize(video, new URL(url, document.baseURI).href, false);
  return { name: `dash.js ${dash.getVersion()}`, destroy: () => dash.destroy() };
}
