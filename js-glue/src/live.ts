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

/** A live stream at this moment, in seconds. */
export interface LiveView {
  /** Where it has come to, media time. */
  edge: number;
  /** How far the element is behind that. */
  latency: number;
  /** How far it should be. */
  targetLatency: number;
}

/** A range as pages see it. */
export function dateRangeOf(message: DateRangeMessage): DateRange {
  return {
    ...message,
    startTime: known(message.startTime),
    startDate: dateOf(message.startDate),
    endDate: dateOf(message.endDate),
    duration: known(message.duration),
    plannedDuration: known(message.plannedDuration),
  };
}

/** A moment of the messages, if it is one. */
export function dateOf(ms: number): Date | null {
  return Number.isNaN(ms) ? null : new Date(ms);
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
