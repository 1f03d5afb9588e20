import type { PlayerError } from './errors.js';
import type { DateRange, TimedMetadata } from './live.js';
import type { QualityMessage } from './protocol.js';
import type { TimeRange } from './ranges.js';
import type { Recovery, Stall } from './session.js';

/** The events of a player by name. Each is a `CustomEvent`; what it tells is its `detail`. */
export interface PlayerEventMap {
  /**
   * Playback has ended by an error (`detail.fatal` is true); what is buffered may still play. An
   * error before `load()` has resolved rejects that promise instead.
   */
  error: CustomEvent<PlayerError>;
  /** Something went wrong, and the player goes on. */
  warning: CustomEvent<PlayerError>;
  /**
   * The worker was lost (a `warning` has told), and playback can go on by another: at the same
   * position, with the same tracks, rate and settings, playing or paused as before.
   */
  recovered: CustomEvent<Recovery>;
  /** Playback has come to a halt for want of data. Told afterwards if the page was blocked. */
  stall: CustomEvent<Stall>;
  /** Another bandwidth has been measured. At most twice a second. */
  bandwidth: CustomEvent<{
    /** Bits per second. */
    bandwidth: number;
    /** When the engine said so, milliseconds since the Unix epoch. */
    at: number;
  }>;
  /** What is buffered has changed. At most twice a second. */
  bufferchange: CustomEvent<{
    /** Seconds, by SourceBuffer. */
    video: TimeRange[];
    audio: TimeRange[];
    /** When the engine said so, milliseconds since the Unix epoch. */
    at: number;
  }>;
  /** Something that happens for a time (`EXT-X-DATERANGE` of HLS) has become known, or changed. */
  daterange: CustomEvent<DateRange>;
  /**
   * There is an ID3 tag in the media (transport streams, audio without a container, `emsg` boxes).
   * Told when it has been loaded, which is before it counts; once, unless it has been long ago.
   */
  timedmetadata: CustomEvent<TimedMetadata>;
  /** The manifest is read: duration, tracks and qualities are known. */
  loaded: CustomEvent<null>;
  /** Tracks are known, or another one is selected. */
  trackschange: CustomEvent<null>;
  /** Media of another quality is being loaded from now on. */
  qualitychange: CustomEvent<{
    quality: QualityMessage;
    /** Whether `setQuality` has pinned it. */
    pinned: boolean;
  }>;
}
