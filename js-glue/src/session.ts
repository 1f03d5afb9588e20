import { type ErrorCode, PlayerError } from './errors.js';
import { MediaBridge } from './media-bridge.js';
import { Observer } from './observer.js';
import type {
  Command,
  Event as EngineEvent,
  FlatRanges,
  MsePlace,
  QualityMessage,
  TrackMessage,
} from './protocol.js';

/** What a session tells its player, and what it needs of it. */
export interface SessionHost {
  /** Sends a message to the engine. */
  post(command: Command): void;
  /** Tracks and qualities are known, or another audio track is selected. */
  onTracks(): void;
  /** The manifest is read. */
  onLoaded(): void;
  /** Media of another quality is being loaded. */
  onQuality(quality: QualityMessage, pinned: boolean): void;
  /** Something went wrong, and it is not told by the rejection of `ready`. */
  onError(error: PlayerError): void;
}

/** The latest figures of the engine. */
export type Status = Omit<Extract<EngineEvent, { type: 'status' }>, 'type' | 'session'>;

/** Events of the element that may make it playable. */
const PROGRESS_EVENTS = ['loadedmetadata', 'loadeddata', 'canplay', 'progress', 'seeked'];

/** Seconds by which what is buffered may miss the end and still be everything. */
const END_TOLERANCE_S = 0.1;

/**
 * One load, seen from the page: it attaches the MediaSource to the element, tells the engine what
 * the element does, and keeps what the engine says about tracks, qualities and progress.
 */
export class Session {
  /** Counted up from 1 by the page; names the session in every message. */
  readonly id: number;
  readonly mse: MsePlace;
  /** Settles when the element can play, or never will. */
  readonly ready: Promise<void>;
  videoTracks: readonly TrackMessage[] = [];
  audioTracks: readonly TrackMessage[] = [];
  textTracks: readonly TrackMessage[] = [];
  qualities: readonly QualityMessage[] = [];
  /** The quality of the media being loaded. */
  quality: QualityMessage | null = null;
  status: Status | null = null;

  readonly #element: HTMLMediaElement;
  readonly #host: SessionHost;
  readonly #observer: Observer;
  readonly #bridge: MediaBridge | null;
  readonly #over = new AbortController();
  #handle: MediaSourceHandle | null = null;
  #resolve: () => void = () => undefined;
  #reject: (error: PlayerError) => void = () => undefined;
  #pending = true;
  #failed = false;
  #loaded = false;
  /** Where to start, until the element has metadata and can be told. */
  #startAt: number | null = null;

  constructor(id: number, mse: MsePlace, element: HTMLMediaElement, host: SessionHost) {
    this.id = id;
    this.mse = mse;
    this.#element = element;
    this.#host = host;
    this.ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#bridge =
      mse === 'window'
        ? new MediaBridge(element, (reply) => host.post({ ...reply, session: id }))
        : null;
    this.#observer = new Observer(element, (observation) =>
      host.post({ type: 'observe', session: id, ...observation }),
    );
    const { signal } = this.#over;
    element.addEventListener('error', this.#onElementError, { signal });
    for (const type of PROGRESS_EVENTS) {
      element.addEventListener(type, this.#onProgress, { signal });
    }
  }

  /** How often playback came to a halt for want of data. */
  get stalls(): number {
    return this.#observer.stalls;
  }

  /** Aborts when the session leaves the element. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Whether `ready` has not settled yet. */
  get pending(): boolean {
    return this.#pending;
  }

  /** Whether a fatal error has ended it: what is buffered may still play. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Tells the engine what the element is doing now. */
  observe(): void {
    this.#observer.observe();
  }

  /** Takes in a message of the engine. */
  receive(event: EngineEvent): void {
    switch (event.type) {
      case 'handle':
        this.#handle = event.handle;
        // The DOM types do not list handles among the objects that an element plays.
        this.#element.srcObject = event.handle as MediaProvider;
        break;
      case 'loaded':
        this.videoTracks = event.videoTracks;
        this.audioTracks = event.audioTracks;
        this.textTracks = event.textTracks;
        this.qualities = event.qualities;
        this.#loaded = true;
        this.#host.onLoaded();
        this.#host.onTracks();
        this.#onProgress();
        break;
      case 'audiochange':
        this.audioTracks = this.audioTracks.map((track) => ({
          ...track,
          selected: track.id === event.id,
        }));
        this.#host.onTracks();
        break;
      case 'qualitychange':
        this.quality = this.qualities.find(({ id }) => id === event.id) ?? null;
        if (this.quality) {
          this.#host.onQuality(this.quality, event.pinned);
        }
        break;
      case 'status':
        this.status = event;
        break;
      case 'seekto':
        this.#seekTo(event.position, event.reason);
        break;
      case 'error':
        this.fail(
          new PlayerError(event.code as ErrorCode, event.message, {
            fatal: event.fatal,
            url: event.url,
            data: event.data,
          }),
        );
        break;
      case 'unloaded':
      case 'pong':
        break;
      default:
        this.#bridge?.execute(event);
    }
  }

  /** An error, of the engine or of the page. */
  fail(error: PlayerError): void {
    if (error.fatal) {
      if (this.#failed) {
        return;
      }
      this.#failed = true;
      if (this.#pending) {
        this.#pending = false;
        this.detach();
        this.#reject(error);
        return;
      }
    }
    this.#host.onError(error);
  }

  /** Gives the load up, if it is still under way. Routine, so nobody is forced to catch it. */
  interrupt(error: PlayerError): void {
    if (this.#pending) {
      this.#pending = false;
      this.ready.catch(() => undefined);
      this.#reject(error);
    }
  }

  /** Leaves the element, empty if nobody else has taken it. */
  detach(): void {
    this.#over.abort();
    this.#observer.stop();
    this.#bridge?.close();
    if (this.#handle && this.#element.srcObject === this.#handle) {
      this.#element.srcObject = null;
    }
    this.#handle = null;
  }

  #seekTo(position: number, reason: 'start' | 'gap'): void {
    const element = this.#element;
    if (reason === 'start') {
      this.#startAt = position;
      this.#applyStart();
    } else if (position > element.currentTime) {
      element.currentTime = position;
    }
  }

  #applyStart(): void {
    const element = this.#element;
    if (this.#startAt !== null && element.readyState >= element.HAVE_METADATA) {
      if (element.currentTime !== this.#startAt) {
        element.currentTime = this.#startAt;
      }
      this.#startAt = null;
    }
  }

  readonly #onProgress = (): void => {
    this.#applyStart();
    if (this.#pending && this.#loaded && this.#startAt === null && playable(this.#element)) {
      this.#pending = false;
      this.#resolve();
    }
  };

  /**
   * Firefox tells of the element's error before that of the SourceBuffer that has caused it, and only
   * the latter names the segment: so it is let go first.
   */
  readonly #onElementError = (): void => {
    const { error } = this.#element;
    setTimeout(() => {
      if (!this.#over.signal.aborted) {
        this.#host.post({
          type: 'elementerror',
          session: this.id,
          mediaErrorCode: error?.code ?? 0,
          message: error?.message ?? '',
        });
      }
    });
  };
}

/** Whether the element can play now: it has data to go on with, or all the data there is. */
function playable(element: HTMLMediaElement): boolean {
  const { readyState, seeking, buffered, duration } = element;
  if (seeking || readyState < element.HAVE_CURRENT_DATA) {
    return false;
  }
  return readyState > element.HAVE_CURRENT_DATA || endOf(buffered) >= duration - END_TOLERANCE_S;
}

function endOf(ranges: TimeRanges): number {
  return ranges.length ? ranges.end(ranges.length - 1) : 0;
}

/** For `stats()`: what the engine has said nothing about yet. */
export const NO_STATUS: Status = {
  position: 0,
  bandwidth: 0,
  videoBuffered: [] as FlatRanges,
  audioBuffered: [] as FlatRanges,
  bytesLoaded: 0,
  requests: 0,
  retries: 0,
  at: 0,
};
