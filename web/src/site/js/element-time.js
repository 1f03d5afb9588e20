/** Facts about a media element's time that several parts of the page want. */

/**
 * Where the buffered range around the playhead ends, in seconds; the playhead itself where nothing
 * is buffered. A range that starts within a tenth of a second counts as reached.
 *
 * @param {HTMLMediaElement} element
 */
export function bufferedEnd(element) {
  const { buffered, currentTime } = element;
  for (let i = 0; i < buffered.length; i++) {
    if (buffered.start(i) <= currentTime + 0.1 && buffered.end(i) > currentTime) {
      return buffered.end(i);
    }
  }
  return currentTime;
}

/**
 * Seconds that are buffered ahead of the playhead.
 *
 * @param {HTMLMediaElement} element
 */
export function bufferedAhead(element) {
  return bufferedEnd(element) - element.currentTime;
}
