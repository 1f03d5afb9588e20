/** Streams to choose from. Paths are relative to the page, so that it works under any address. */

/** What plays when nothing else is asked for. */
export const SAMPLE = 'media/ladder/manifest.mpd';

/** What is said in the page's own streams. */
export const CAPTIONS = 'media/captions.en.vtt';

/**
 * @typedef {object} Stream
 * @property {string} label what the button says
 * @property {string} about what is special about it
 * @property {string} url
 */

/** @type {readonly Stream[]} */
export const STREAMS = [
  { label: 'DASH', about: 'Three qualities, two languages', url: SAMPLE },
  { label: 'HLS', about: 'The same, as fragmented MP4', url: 'media/hls/ladder.m3u8' },
  { label: 'HLS, .ts', about: 'Transport streams, remuxed here', url: 'media/ts/sample.m3u8' },
  { label: 'File', about: 'MP4, left to the browser', url: 'media/file.mp4' },
  { label: 'Sound alone', about: 'Two languages, no picture', url: 'media/ladder/audio.mpd' },
];

/** Well-known streams of others. */
/** @type {readonly Stream[]} */
export const ELSEWHERE = [
  {
    label: 'Big Buck Bunny',
    about: 'DASH, from the DASH Industry Forum',
    url: 'https://dash.akamaized.net/akamai/bbb_30fps/bbb_30fps.mpd',
  },
  {
    label: 'Angel One',
    about: 'DASH with many languages, from Shaka Player',
    url: 'https://storage.googleapis.com/shaka-demo-assets/angel-one/dash.mpd',
  },
  {
    label: 'Big Buck Bunny, HLS',
    about: 'Transport streams, from Mux',
    url: 'https://test-streams.mux.dev/x36xhzz/x36xhzz.m3u8',
  },
];

/** Says where the host has a live channel, which plain files cannot be. */
const CHANNEL = 'live/channel.json';

/**
 * The live channel of this host. The demo's own server has one; on a static host it is null.
 *
 * @returns {Promise<Stream | null>}
 */
export async function liveStream() {
  const answer = await fetch(CHANNEL);
  const { url } = await answer.json();
  return url && { label: 'Live', about: 'HLS, half a minute to seek in', url };
}

/**
 * Whether the stream is one of the page's own; those are short and start over at their end.
 *
 * @param {string} url relative to the page, or absolute
 */
export function isOwn(url) {
  return new URL(url, document.baseURI).href.startsWith(new URL('media/', document.baseURI).href);
}

/**
 * What an address leads to, as far as its looks tell.
 *
 * @param {string} url relative to the page, or absolute
 * @returns {'dash' | 'hls' | 'other'}
 */
export function kindOf(url) {
  const { pathname } = new URL(url, document.baseURI);
  if (pathname.endsWith('.mpd')) {
    return 'dash';
  }
  return pathname.endsWith('.m3u8') ? 'hls' : 'other';
}
