import type { FlatRanges } from './protocol.js';

/** A stretch of media time, in seconds. */
export interface TimeRange {
  start: number;
  end: number;
}

/** The browser's ranges as they cross to the worker. */
export function flatten(ranges: TimeRanges): FlatRanges {
  const flat: FlatRanges = [];
  for (let i = 0; i < ranges.length; i++) {
    flat.push(ranges.start(i), ranges.end(i));
  }
  return flat;
}

/** The ranges of a message as pages see them. */
export function unflatten(flat: FlatRanges): TimeRange[] {
  const ranges: TimeRange[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    ranges.push({ start: flat[i] as number, end: flat[i + 1] as number });
  }
  return ranges;
}

/** Where the last range ends, seconds; 0 where there is none. */
export function endOf(ranges: TimeRanges): number {
  return ranges.length ? ranges.end(ranges.length - 1) : 0;
}
