/** The tag of a variant, whose URI is on the next line. */
const VARIANT = '#EXT-X-STREAM-INF:';

/** Some of an attribute list (RFC 8216bis, section 4.2). */
const GROUP = /[:,]GROUP-ID="([^"]*)"/;
const AUDIO_GROUP = /[:,]AUDIO="([^"]*)"/;
const URI = /[:,]URI="([^"]*)"/;

/**
 * The media playlists of HLS that are needed before anything can be shown: that of the first variant,
 * and the sound's where it has one of its own and there is little doubt which.
 *
 * @param text a playlist of either kind; a media playlist needs no other
 * @param url where it came from, after redirects
 * @param usualAudio whether nobody has asked for a certain language or track
 * @returns absolute URLs
 */
export function firstPlaylists(text: string, url: string, usualAudio: boolean): string[] {
  if (!text.startsWith('#EXTM3U') || !text.includes(`\n${VARIANT}`) || text.includes('{$')) {
    return []; // variables are the engine's matter
  }
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => line.startsWith(VARIANT));
  const variant = lines.slice(at + 1).find((line) => line && !line.startsWith('#'));
  const group = AUDIO_GROUP.exec(lines[at] as string)?.[1];
  const sounds = lines.filter((line) => /^#EXT-X-MEDIA:(.*,)?TYPE=AUDIO(,|$)/.test(line));
  // Which one of several groups, is the engine's to choose.
  const plain = sounds.every((line) => GROUP.exec(line)?.[1] === group && URI.test(line));
  const sound = sounds.find((line) => /[:,]DEFAULT=YES/.test(line)) ?? sounds[0];
  return [
    variant,
    sound && plain && (usualAudio || sounds.length === 1) ? URI.exec(sound)?.[1] : undefined,
  ]
    .filter((reference) => reference !== undefined)
    .map((reference) => new URL(reference, url).href);
}
