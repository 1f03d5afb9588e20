import { Attachment, type AttachmentEvent } from './attachment.js';
import { type ErrorCode, PlayerError } from './errors.js';
import { Beginning } from './beginning.js';
import type { FullConfig } from './config.js';
import { Figures, type Status } from './figures.js';
import { type DateRange, dateRangeOf, type LiveView, type TimedMetadata } from './live.js';
import { Observer, type View } from './observer.js';
import { Outcome } from './outcome.js';
import { playOnReturn } from './page-return.js';
import { QualityLimit } from './quality-limit.js';
import type {
  Command,
  EngineConfig,
  Event as EngineEvent,
  MsePlace,
  QualityMessage,
  TrackKind,
  TrackMessage,
} from './protocol.js';

/** What a session tells its player, and what it needs of it. */
export interface SessionHost {
  /** Sends a message to the engine. */
  post(command: Command): void;
  /** Tracks and qualities are known, or another track is selected. */
  onTracks(): void;
  /** The manifest is read. */
  onLoaded(): void;
  /** Something that happens for a time has become known, or more of it. */
  onDateRange(range: DateRange): void;
  /** There is an ID3 tag in the media. */
  onTimedMetadata(tag: TimedMetadata): void;
  /** The engine has told its figures. */
  onStatus(status: Status, before: Status): void;
  /** Playback has come to a halt for want of data. */
  onStall(stall: Stall): void;
  /** Media of another quality is being loaded. */
  onQuality(quality: QualityMessage, pinned: boolean): void;
  /** The element's media has gone, so the worker must have. */
  onGone(): void;
  /** Playback can go on, by another worker. */
  onRecovered(recovery: Recovery): void;
  /** Something went wrong, and it is not told by the outcome of the load. */
  onError(error: PlayerError): void;
}

/** Playback has come to a halt for want of data, seeks aside. */
export interface Stall {
  /** Where, seconds. */
  position: number;
  /** When it was known, milliseconds since the Unix epoch. */
  at: number;
}

/** A lost worker has been replaced. */
export interface Recovery {
  /** What became of the worker. */
  error: PlayerError;
  /** Where playback goes on, seconds. */
  position: number;
  /** Seconds from giving the worker up until the element could play again. */
  duration: number;
}

/** What is to be loaded. */
export interface Source {
  /** Absolute. */
  url: string;
  contentType: string | null;
  /** Seconds; null: where the presentation says. */
  startTime: number | null;
  mse: MsePlace;
  /** Whether the first frame is enough until playback is asked for. */
  metadataOnly: boolean;
}

/** A worker that is lost, while another one gets ready: its media stays on the element until then. */
interface Lost {
  error: PlayerError;
  since: number;
  attachment: Attachment;
  /** Ends the worker, if it still runs. */
  end(): void;
}

/** Seconds to load ahead while the first frame is enough. */
const FIRST_FRAME_S = 1;

/** Seconds: an element that is further back than this from a gap is not in front of it any more. */
const GONE_BACK = 1;

/**
 * One load, seen from the page: it attaches the MediaSource to the element, tells the engine what
 * the element does, and keeps what the engine says about tracks, qualities and progress. It may
 * outlive the worker.
 */
export class Session {
  /** Counted up from 1 by the page; names the session in every message. */
  readonly id: number;
  readonly mse: MsePlace;
  readonly outcome = new Outcome();
  videoTracks: readonly TrackMessage[] = [];
  audioTracks: readonly TrackMessage[] = [];
  textTracks: readonly TrackMessage[] = [];
  qualities: readonly QualityMessage[] = [];
  /** The quality of the media being loaded. */
  quality: QualityMessage | null = null;
  /** How often playback came to a halt for want of data, seeks aside. */
  stalls = 0;
  /** What happens for a time, by id. */
  readonly dateRanges = new Map<string, DateRange>();

  readonly #source: Source;
  readonly #element: HTMLMediaElement;
  readonly #host: SessionHost;
  readonly #observer: Observer;
  readonly #over = new AbortController();
  readonly #limit: QualityLimit;
  readonly #beginning: Beginning;
  readonly #figures = new Figures();
  #config: FullConfig;
  /** Whether the first frame is enough, as nobody has asked to play. */
  #frugal: boolean;
  #attachment: Attachment;
  #failed = false;
  /** What the viewer had set before one MediaSource made way for the next: an element forgets it. */
  #view: View | null = null;
  /** What the viewer has chosen, by id. */
  readonly #chosen: Record<TrackKind | 'quality', string | null> = {
    video: null,
    audio: null,
    quality: null,
  };
  #pinned = false;
  /** Whether figures have been asked for that have not come. */
  #asked = false;
  #lost: Lost | null = null;
  /** The element's failure that the engine has heard of. */
  #error: MediaError | null = null;
  /** Set from the loss of a worker until the element can play again. */
  #recovering: Pick<Lost, 'error' | 'since'> | null = null;

  constructor(
    id: number,
    source: Source,
    config: FullConfig,
    element: HTMLMediaElement,
    host: SessionHost,
  ) {
    this.id = id;
    this.#config = config;
    this.mse = source.mse;
    this.#source = source;
    this.#element = element;
    this.#host = host;
    this.#attachment = this.#newAttachment(true);
    this.#observer = new Observer(element, {
      onObservation: (observation) => {
        // What a lost worker's media does is of no interest to the new one.
        if (!this.#lost) {
          this.#tellError();
          host.post({ type: 'observe', session: id, ...observation });
        }
      },
      onStall: ({ position, at }) => this.#onStall(position, at),
      onGone: () => {
        if (!this.#lost && !this.#failed) {
          host.onGone();
        }
      },
    });
    this.#limit = new QualityLimit(element, config.limits, () => this.#postConfig());
    this.#beginning = new Beginning(element, this.over, () => this.#onPlayable());
    element.addEventListener('error', () => this.#tellError(), { signal: this.over });
    playOnReturn(element, this.over);
    this.#frugal = source.metadataOnly && element.paused;
    if (this.#frugal) {
      // An element that is given media may lose the first one.
      for (const type of ['play', 'loadedmetadata']) {
        element.addEventListener(type, this.#onPlay, { signal: this.over });
      }
    }
  }

  /** Aborts when the session leaves the element. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Whether a fatal error has ended it: what is buffered may still play. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The latest figures of the engine. */
  get status(): Status {
    return this.#figures.status;
  }

  /** Has an engine load it: from the start, or from where the one before has been lost. */
  load(): void {
    const { url, contentType, startTime, mse } = this.#source;
    const config = this.#engineConfig;
    const { bandwidth } = this.status;
    this.#host.post({
      type: 'load',
      session: this.id,
      url,
      contentType,
      startTime: (this.#recovering && this.#resumeAt) ?? startTime,
      mse,
      videoTrack: this.#chosen.video,
      audioTrack: this.#chosen.audio,
      quality: this.#chosen.quality,
      config: bandwidth
        ? { ...config, abr: { ...config.abr, initialBandwidth: bandwidth } }
        : config,
    });
    this.#observer.observe();
  }

  /** Options have changed. */
  configure(config: FullConfig): void {
    this.#config = config;
    this.#limit.configure(config.limits);
    this.#postConfig();
  }

  /**
   * The worker is lost: `load()` will be called for another. Until that one has the manifest, the
   * element plays what it has.
   *
   * @param end ends the worker, once it has nothing on the element any more
   */
  lose(error: PlayerError, end: () => void): void {
    const since = performance.now();
    if (this.#lost) {
      // The one that was to replace it has never been on the element.
      this.#attachment.detach();
      end();
    } else {
      this.#lost = { error, since, attachment: this.#attachment, end };
    }
    this.#recovering ??= { error, since };
    this.#attachment = this.#newAttachment(false);
    this.#beginning.forget();
    this.#figures.goOn();
    this.#asked = false;
  }

  /** The stream as it goes on; null for one that does not, and while nothing is known of it. */
  get live(): LiveView | null {
    return this.#figures.liveAt(this.#element.currentTime);
  }

  /** When what the element shows was, by the stream; null where nobody says. */
  get programDateTime(): Date | null {
    return this.#figures.dateAt(this.#element.currentTime);
  }

  /** Has the engine tell its figures as soon as there are others: it does so rarely by itself. */
  ask(): void {
    if (!this.#asked) {
      this.#asked = true;
      this.#host.post({ type: 'ask', session: this.id });
    }
  }

  /** A second or two have passed. */
  beat(): void {
    this.#observer.beat();
    this.#limit.beat();
  }

  /** Takes in a message of the engine. */
  receive(event: EngineEvent): void {
    switch (event.type) {
      case 'loaded':
        this.#onLoaded(event);
        break;
      case 'trackchange':
        this.#onTrack(event.kind === 'video' ? 'videoTracks' : 'audioTracks', event.id);
        this.#takeQualities(event.qualities);
        this.#host.onTracks();
        break;
      case 'qualitychange':
        this.#onQuality(event.id, event.pinned);
        break;
      case 'status':
        this.#takeStatus(event);
        break;
      case 'seekto':
        this.#seekTo(event);
        break;
      case 'dateranges':
        for (const message of event.ranges) {
          const range = dateRangeOf(message);
          this.dateRanges.set(range.id, range);
          this.#host.onDateRange(range);
        }
        break;
      case 'timedmetadata':
        this.#host.onTimedMetadata(event);
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
      case 'request':
      case 'requestdrop':
        break; // the player's
      default:
        this.#execute(event);
    }
  }

  /** An element that gets a MediaSource, or another one, may forget all: also that it shall play. */
  #execute(event: AttachmentEvent): void {
    const { type } = event;
    const isNew = type === 'handle' || type === 'sinkcreate';
    const { isFree } = this.#attachment;
    if (isFree && (isNew || type === 'sinkclose')) {
      this.#remember();
    }
    this.#attachment.execute(event);
    if (isFree && isNew) {
      this.#putBack();
    }
  }

  /** Has the engine play another track. */
  selectTrack(kind: TrackKind, id: string, immediate: boolean): void {
    this.#chosen[kind] = id;
    this.#host.post({ type: 'selecttrack', session: this.id, kind, id, immediate });
  }

  /** Has the engine stay with a quality, or choose if null. */
  setQuality(id: string | null): void {
    this.#chosen.quality = id;
    this.#host.post({ type: 'setquality', session: this.id, id });
  }

  /** An error, of the engine or of the page. */
  fail(error: PlayerError): void {
    if (error.fatal) {
      if (this.#failed) {
        return;
      }
      this.#failed = true;
      this.#lost?.end();
      if (this.outcome.pending) {
        this.detach();
        this.outcome.reject(error);
        return;
      }
    }
    this.#host.onError(error);
  }

  /** Leaves the element, empty if nobody else has taken it. */
  detach(): void {
    this.#over.abort();
    this.#observer.stop();
    this.#leaveLost();
    this.#attachment.detach();
  }

  /** Another engine begins its own timeline of a live stream: only its edge is the same. */
  get #resumeAt(): number | null {
    const { position } = this.#observer.view;
    const edge = this.live?.edge;
    return position !== null && edge !== undefined ? Math.min(position - edge, -0.001) : position;
  }

  #newAttachment(free: boolean): Attachment {
    const attachment: Attachment = new Attachment(
      this.mse,
      this.#element,
      (reply) => {
        // A lost worker's media goes on by itself; the new one has its own.
        if (attachment === this.#attachment) {
          this.#host.post({ ...reply, session: this.id });
        }
      },
      free,
    );
    return attachment;
  }

  #onLoaded(event: Extract<EngineEvent, { type: 'loaded' }>): void {
    const known = this.qualities.length > 0;
    this.videoTracks = event.videoTracks;
    this.audioTracks = event.audioTracks;
    this.textTracks = event.textTracks;
    this.#takeQualities(event.qualities);
    if (this.#lost) {
      this.#takeOver();
    }
    if (!known) {
      this.#host.onLoaded();
      this.#host.onTracks();
    }
    this.#beginning.setKnown();
  }

  /** The new worker's media takes the place of the lost one's. The viewer finds all as it was. */
  #takeOver(): void {
    this.#remember();
    const { position } = this.#view ?? {};
    const isLive = this.live !== null;
    this.#leaveLost();
    this.#attachment.take();
    if (position != null && !isLive) {
      // Without metadata yet, this is where the element will begin.
      this.#element.currentTime = position;
    }
    this.#putBack();
  }

  /** Before the element forgets it. One that fails pauses before it gets another MediaSource. */
  #remember(): void {
    this.#view ??= this.#observer.view;
  }

  #putBack(): void {
    if (this.#view) {
      const { rate, paused } = this.#view;
      this.#view = null;
      this.#element.playbackRate = rate;
      if (!paused) {
        // Where it may not, it stays paused, and shows so.
        this.#element.play().catch(() => undefined);
      }
    }
  }

  /** Detached first: the element would not learn that its media has gone with the worker. */
  #leaveLost(): void {
    const lost = this.#lost;
    this.#lost = null;
    lost?.attachment.detach();
    lost?.end();
  }

  #takeQualities(qualities: readonly QualityMessage[]): void {
    this.qualities = qualities;
    this.#limit.qualities = qualities;
  }

  /** The application's, within the page's limits. */
  get #engineConfig(): EngineConfig {
    const { engineConfig } = this.#config;
    const { buffer, abr } = engineConfig;
    const { limits } = this.#limit;
    return {
      ...engineConfig,
      buffer: this.#frugal ? { ...buffer, ahead: Math.min(buffer.ahead, FIRST_FRAME_S) } : buffer,
      abr: { ...abr, ...limits, maxBitrate: Math.min(abr.maxBitrate, limits.maxBitrate) },
    };
  }

  readonly #onPlay = (): void => {
    if (this.#frugal && !this.#element.paused) {
      this.#frugal = false;
      this.#postConfig();
    }
  };

  #postConfig(): void {
    this.#host.post({ type: 'configure', session: this.id, config: this.#engineConfig });
  }

  #onTrack(list: 'videoTracks' | 'audioTracks', id: string): void {
    this[list] = this[list].map((track) => ({ ...track, selected: track.id === id }));
  }

  #onQuality(id: string, pinned: boolean): void {
    const quality = this.qualities.find((candidate) => candidate.id === id) ?? null;
    const known = quality?.id === this.quality?.id && pinned === this.#pinned;
    this.quality = quality;
    this.#pinned = pinned;
    if (quality && !known) {
      this.#host.onQuality(quality, pinned);
    }
  }

  #takeStatus(event: Status): void {
    this.#asked = false;
    const { status: before } = this;
    this.#figures.take(event);
    // One that the element has not told of, for the page was blocked.
    if (this.status.stalls > this.stalls) {
      this.#onStall(event.position, event.at);
    }
    this.#host.onStatus(this.status, before);
  }

  #onStall(position: number, at: number): void {
    this.stalls++;
    this.#host.onStall({ position, at });
  }

  #seekTo({ from, position, reason }: Extract<EngineEvent, { type: 'seekto' }>): void {
    const element = this.#element;
    if (reason === 'live') {
      element.currentTime = position;
    } else if (reason === 'gap') {
      const { currentTime } = element;
      if (position > currentTime && currentTime > from - GONE_BACK) {
        element.currentTime = position;
      }
    } else if (element.currentTime === 0) {
      this.#beginning.at(position);
    }
  }

  #onPlayable(): void {
    const recovered = this.#recovering;
    this.#recovering = null;
    this.outcome.resolve();
    if (recovered) {
      this.#host.onRecovered({
        error: recovered.error,
        position: this.#element.currentTime,
        duration: (performance.now() - recovered.since) / 1000,
      });
    }
  }

  /** Says once that the element has failed: as soon as it does, or when it is looked at. */
  #tellError(): void {
    const { error } = this.#element;
    if (error && error !== this.#error && !this.#lost) {
      this.#error = error;
      this.#remember();
      this.#host.post({
        type: 'elementerror',
        session: this.id,
        mediaErrorCode: error.code,
        message: error.message,
      });
    }
  }
}
