/** Streams to choose from. Paths are relative to the page, so that it works under any address. */

/** What plays when nothing else is asked for. */
export const SAMPLE = 'media/ladder/manifest.mpd';

/**
 * @typedef {object} Example
 * @property {string} label what the button says
 * @property {string} url
 * @property {string} [about] what is special about it
 */

/** @type {readonly Example[]} */
export const EXAMPLES = [
  { label: 'Sample', url: SAMPLE, about: '40 s, three qualities, two audio languages' },
  { label: 'Sample, 480p alone', url: 'media/ladder/480p.mpd', about: 'one quality' },
  { label: 'Sample, sound alone', url: 'media/ladder/audio.mpd', about: 'no picture' },
  {
    label: 'Big Buck Bunny',
    url: 'https://dash.akamaized.net/akamai/bbb_30fps/bbb_30fps.mpd',
    about: 'from the DASH Industry Forum’s server',
  },
  {
    label: 'Angel One',
    url: 'https://storage.googleapis.com/shaka-demo-assets/angel-one/dash.mpd',
    about: 'many audio languages, from Shaka Player’s demo server',
  },
];

/**
 * Whether the stream is one of the page's own; those are short and start over at their end.
 *
 * @param {string} url relative to the page, or absolute
 */
export function isOwn(url) {
  return new URL(url, document.baseURI).href.startsWith(new URL('media/', document.baseURI).href);
}
