import type { DateRangeMessage } from './protocol.js';

/** Something that happens for a time, such as an advertisement. */
export interface DateRange {
  readonly id: string;
  /** The kind of range, or ''. */
  readonly className: string;
  /** Where it starts, seconds of media time; null where the stream has no dates. */
  readonly startTime: number | null;
  readonly startDate: Date | null;
  /** When it ends, as far as anybody says. */
  readonly endDate: Date | null;
  /** Seconds; null where nobody says. */
  readonly duration: number | null;
  /** Seconds; null where nobody says. */
  readonly plannedDuration: number | null;
  /** Whether it ends where the next one of its class starts. */
  readonly endOnNext: boolean;
  /** All other attributes by name, such as `X-COM-EXAMPLE`, `SCTE35-OUT` or `CUE`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** An ID3 tag that goes with the media from a moment on. */
export interface TimedMetadata {
  /** Seconds of media time. */
  readonly startTime: number;
  /** The whole tag (ID3v2.3 or 2.4); `parseId3` of `offstage/id3.js` says what is in it. */
  readonly data: Uint8Array;
}

/** A live stream at this moment, in seconds. */
export interface LiveView {
  /** Where it has come to, media time. */
  edge: number;
  /** How far the element is behind that. */
  latency: number;
  /** How far it should be. */
  targetLatency: number;
}

/** A range as pages see it: with dates, and null for what nobody says. */
export function dateRangeOf(message: DateRangeMessage): DateRange {
  const entries = Object.entries(message).map(([name, value]) => [
    name,
    Number.isNaN(value) ? null : name.endsWith('Date') ? new Date(value) : value,
  ]);
  return Object.fromEntries(entries) as DateRange;
}
