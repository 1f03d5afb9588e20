/** What the visitor has chosen, kept in the page's address: every state of the page is a link. */

import { SAMPLE } from './streams.js';

/**
 * @typedef {object} Options
 * @property {string} src the stream's address, relative to the page or absolute
 * @property {'auto' | 'wasm' | 'js'} engine
 * @property {'auto' | 'worker' | 'window'} mse
 * @property {number} buffer seconds to load ahead of the playhead
 * @property {string} audio preferred audio language, BCP 47, or '' for the manifest's first
 * @property {boolean} beside whether an ordinary player plays the same stream beside this one
 * @property {number | null} start seconds to start at, or null for the stream's own start
 * @property {number} freeze seconds for the freeze button
 * @property {boolean} freezeAtOnce whether to freeze without a click once playback runs
 */

/** @type {Readonly<Options>} */
const DEFAULTS = {
  src: SAMPLE,
  engine: 'auto',
  mse: 'auto',
  // Short on purpose, so that a freeze outlasts what was loaded before it.
  buffer: 4,
  audio: '',
  beside: true,
  start: null,
  freeze: 8,
  freezeAtOnce: false,
};

/**
 * The options in a page's address. Values that make no sense count as absent.
 *
 * @param {string} search `location.search`
 * @returns {Options}
 */
export function readOptions(search) {
  const given = new URLSearchParams(search);
  const freeze = number(given.get('freeze'), 0.1, 60);
  return {
    src: given.get('src')?.trim() || DEFAULTS.src,
    engine: oneOf(given.get('engine'), ['auto', 'wasm', 'js']) ?? DEFAULTS.engine,
    mse: oneOf(given.get('mse'), ['auto', 'worker', 'window']) ?? DEFAULTS.mse,
    buffer: number(given.get('buffer'), 1, 600) ?? DEFAULTS.buffer,
    audio: given.get('audio') ?? DEFAULTS.audio,
    beside: given.get('beside') !== 'false',
    start: number(given.get('start'), 0, Number.MAX_SAFE_INTEGER),
    freeze: freeze ?? DEFAULTS.freeze,
    freezeAtOnce: freeze !== null,
  };
}

/**
 * Puts the options into the page's address without loading it anew. Defaults are left out, and so
 * is what shall happen only once: a start position, a freeze without a click.
 *
 * @param {Options} options
 */
export function writeOptions(options) {
  const address = new URL(location.href);
  for (const name of ['src', 'engine', 'mse', 'buffer', 'audio', 'beside']) {
    if (options[name] === DEFAULTS[name]) {
      address.searchParams.delete(name);
    } else {
      address.searchParams.set(name, String(options[name]));
    }
  }
  history.replaceState(null, '', address);
}

/** @returns {string | null} */
function oneOf(text, allowed) {
  return allowed.includes(text) ? text : null;
}

/** @returns {number | null} */
function number(text, least, most) {
  if (text === null || text.trim() === '') {
    return null;
  }
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
