import type { LiveView } from './live.js';
import type { Event as EngineEvent, FlatRanges } from './protocol.js';

/** The latest figures of an engine. */
export type Status = Omit<Extract<EngineEvent, { type: 'status' }>, 'type' | 'session'>;

/** What is added up over all engines of a session. */
const COUNTED = ['bytesLoaded', 'requests', 'retries', 'stalls', 'stalledTime'] as const;

/** What an engine has said nothing about yet. */
export const NO_STATUS: Status = {
  position: 0,
  bandwidth: 0,
  videoBuffered: [] as FlatRanges,
  audioBuffered: [] as FlatRanges,
  bytesLoaded: 0,
  requests: 0,
  retries: 0,
  stalls: 0,
  stalledTime: 0,
  liveStart: NaN,
  liveEdge: NaN,
  targetLatency: NaN,
  date: NaN,
  at: 0,
};

/** What the engines of a session have told of it, one after the other. */
export class Figures {
  /** As if there had been one engine only. */
  status = NO_STATUS;
  #before = NO_STATUS;

  /** An engine has told its own. */
  take(told: Status): void {
    const status = { ...told };
    for (const name of COUNTED) {
      status[name] += this.#before[name];
    }
    this.status = status;
  }

  /** Another engine counts from the beginning. */
  goOn(): void {
    this.#before = this.status;
  }

  /** The stream as it goes on; null for one that does not, and while nothing is known of it. */
  liveAt(position: number): LiveView | null {
    const { liveEdge, targetLatency, at } = this.status;
    if (Number.isNaN(liveEdge)) {
      return null;
    }
    const edge = liveEdge + Math.max(0, performance.timeOrigin + performance.now() - at) / 1000;
    return { edge, latency: edge - position, targetLatency };
  }

  /** When a position was, by the stream; null where nobody says. */
  dateAt(position: number): Date | null {
    const ms = this.status.date + (position - this.status.position) * 1000;
    return ms ? new Date(ms) : null;
  }
}
