import type { PlayerEventMap } from './events.js';
import type { Status } from './figures.js';
import type { FlatRanges } from './protocol.js';
import { unflatten } from './ranges.js';

/** Makes an event of a figure. */
type Tell = <K extends 'bandwidth' | 'bufferchange'>(
  type: K,
  detail: PlayerEventMap[K]['detail'],
) => void;

/**
 * Tells of the figures that have changed.
 *
 * @param heard the events that somebody listens to
 * @returns whether anybody wants to hear of such changes
 */
export function tellFigures(
  { bandwidth, videoBuffered, audioBuffered, at }: Status,
  before: Status,
  heard: ReadonlySet<string>,
  tell: Tell,
): boolean {
  if (bandwidth !== before.bandwidth) {
    tell('bandwidth', { bandwidth, at });
  }
  const buffers = heard.has('bufferchange');
  const changed =
    buffers &&
    !(same(videoBuffered, before.videoBuffered) && same(audioBuffered, before.audioBuffered));
  if (changed) {
    tell('bufferchange', { video: unflatten(videoBuffered), audio: unflatten(audioBuffered), at });
  }
  return buffers || heard.has('bandwidth');
}

function same(a: FlatRanges, b: FlatRanges): boolean {
  return a.length === b.length && a.every((edge, i) => edge === b[i]);
}
