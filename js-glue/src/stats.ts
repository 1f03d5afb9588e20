import { frames } from './frames.js';
import type { EngineKind, MsePlace, QualityMessage } from './protocol.js';
import { flatten, type TimeRange, unflatten } from './ranges.js';
import { NO_STATUS } from './figures.js';
import type { Session } from './session.js';

/** A player's figures at one moment: a plain object that can be logged or sent. */
export interface PlayerStats {
  /** Which build of the engine runs; null until it does. */
  engine: EngineKind | null;
  /** Why that is not WebAssembly, or ''. */
  engineReason: string;
  /** Where the MediaSource lives; null where there is none. */
  mse: MsePlace | null;
  /** The element's `currentTime`, seconds. */
  position: number;
  /** Measured bandwidth, bits per second; 0 while unknown. */
  bandwidth: number;
  /** The quality being loaded, or null. */
  quality: QualityMessage | null;
  /** What is buffered, in seconds: by SourceBuffer, and by the element's own account. */
  buffered: { video: TimeRange[]; audio: TimeRange[]; element: TimeRange[] };
  droppedFrames: number;
  /** Frames shown or dropped. */
  totalFrames: number;
  /** How often playback came to a halt for want of data, seeks aside. */
  stalls: number;
  /** Seconds that it stood still for that, by the engine's account. */
  stalledTime: number;
  /** Bytes received. */
  bytes: number;
  /** Requests made, retries included. */
  requests: number;
  retries: number;
  /** Seconds behind the live edge; null where nothing is to come. */
  latency: number | null;
  /**
   * When the engine told its figures (bandwidth, buffered by SourceBuffer, stalledTime, bytes, requests,
   * retries), milliseconds since the Unix epoch; 0 before it has. It does so every 1.7 s while the
   * element plays or figures change, and twice a second while they are asked for again and again;
   * also while the page is blocked, which then reads them as soon as it can.
   */
  at: number;
}

/** Gathers the figures of a session, or of an element that has none. */
export function gatherStats(
  element: HTMLMediaElement,
  session: Session | null,
  engine: Pick<PlayerStats, 'engine' | 'engineReason' | 'mse'>,
): PlayerStats {
  const status = session?.status ?? NO_STATUS;
  return {
    ...engine,
    position: element.currentTime,
    bandwidth: status.bandwidth,
    quality: session?.quality ?? null,
    buffered: {
      video: unflatten(status.videoBuffered),
      audio: unflatten(status.audioBuffered),
      element: unflatten(flatten(element.buffered)),
    },
    ...frames(element),
    stalls: session?.stalls ?? 0,
    stalledTime: status.stalledTime,
    bytes: status.bytesLoaded,
    requests: status.requests,
    retries: status.retries,
    latency: session?.live?.latency ?? null,
    at: status.at,
  };
}
