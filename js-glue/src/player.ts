import { DEFAULT_CONFIG, type FullConfig, mergeConfig, type PlayerConfig } from './config.js';
import { badArgument, ErrorCode, PlayerError } from './errors.js';
import type { PlayerEventMap } from './events.js';
import { chooseMse } from './mse.js';
import type { EngineKind, MsePlace, QualityMessage, TrackMessage } from './protocol.js';
import { Session } from './session.js';
import { takeWorker } from './spare-worker.js';
import { gatherStats, type PlayerStats } from './stats.js';
import { askSupport, type Support } from './support.js';
import type { WorkerClient, WorkerListener } from './worker-client.js';

/** How to load. */
export interface LoadOptions {
  /** Where to start, seconds of media time. Default: where the presentation says. */
  startTime?: number;
  /** The manifest's media type, if the server's word is not to be trusted. */
  type?: string;
  /** Gives the load up, if it is still under way. */
  signal?: AbortSignal;
}

export interface Player {
  addEventListener<K extends keyof PlayerEventMap>(
    type: K,
    listener: (this: Player, event: PlayerEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof PlayerEventMap>(
    type: K,
    listener: (this: Player, event: PlayerEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}

/**
 * Plays streams in a media element. Playing, pausing, seeking and volume stay the element's own;
 * the player feeds it, from a worker.
 */
export class Player extends EventTarget {
  readonly #element: HTMLMediaElement;
  #config: FullConfig;
  #client: WorkerClient | null = null;
  #session: Session | null = null;
  #lastSessionId = 0;
  /** Sessions whose end the engine has yet to confirm, with who waits for it. */
  readonly #ending = new Map<number, () => void>();
  #destroyed = false;

  readonly #listener: WorkerListener = {
    onEvent: (event) => {
      if (event.type === 'pong') {
        return;
      }
      if (event.type === 'unloaded') {
        this.#ending.get(event.session)?.();
        this.#ending.delete(event.session);
      } else if (event.session === this.#session?.id) {
        this.#session.receive(event);
      }
    },
    // The next load starts another worker.
    onFailure: (error) => {
      this.#client = null;
      this.#confirmEnds();
      this.#session?.fail(error);
    },
  };

  /**
   * @param element a `<video>` or `<audio>` that no other player works on
   * @throws PlayerError `BAD_ARGUMENT`
   */
  constructor(element: HTMLMediaElement, config: PlayerConfig = {}) {
    super();
    if (typeof element?.canPlayType !== 'function') {
      throw badArgument('element', 'a <video> or <audio> element');
    }
    this.#element = element;
    this.#config = mergeConfig(DEFAULT_CONFIG, config);
    this.#connect();
  }

  /** What this browser can do, before any player is made. */
  static async support(): Promise<Support> {
    return askSupport();
  }

  /** Which build of the engine runs; null until it does. */
  get engine(): EngineKind | null {
    return this.#client?.engine ?? null;
  }

  /** Where the MediaSource lives, or would live; null where this browser has none to offer. */
  get mse(): MsePlace | null {
    return this.#session?.mse ?? chooseMse(this.#config.mse);
  }

  get videoTracks(): readonly TrackMessage[] {
    return this.#session?.videoTracks ?? [];
  }

  get audioTracks(): readonly TrackMessage[] {
    return this.#session?.audioTracks ?? [];
  }

  get textTracks(): readonly TrackMessage[] {
    return this.#session?.textTracks ?? [];
  }

  /** The qualities of the video track (of the audio track where there is no video). */
  get qualities(): readonly QualityMessage[] {
    return this.#session?.qualities ?? [];
  }

  /** The quality of the media being loaded; null before that. */
  get quality(): QualityMessage | null {
    return this.#session?.quality ?? null;
  }

  /**
   * Loads a stream. Whatever was loaded before makes way.
   *
   * @param url of the manifest, relative to the document's base URL
   * @returns resolves when the element can play; rejects with a {@link PlayerError}, which is
   *     `LOAD_INTERRUPTED` when another `load()`, `unload()` or `destroy()`, or the signal, comes
   *     first
   */
  load(url: string, options: LoadOptions = {}): Promise<void> {
    let absolute: string;
    let mse: MsePlace;
    try {
      this.#requireAlive();
      absolute = resolveUrl(url);
      checkOptions(options);
      mse = this.#chooseMse();
    } catch (error) {
      return Promise.reject(error);
    }
    const { signal } = options;
    void this.#end('another load');
    if (signal?.aborted) {
      return Promise.reject(interrupted('its signal'));
    }
    const client = this.#connect();
    const session = new Session(++this.#lastSessionId, mse, this.#element, {
      post: (command) => this.#client?.post(command),
      onLoaded: () => this.#emit('loaded', null),
      onTracks: () => this.#emit('trackschange', null),
      onQuality: (quality, pinned) => this.#emit('qualitychange', { quality, pinned }),
      onError: (error) => this.#emit(error.fatal ? 'error' : 'warning', error),
    });
    this.#session = session;
    if (client.failure) {
      this.#listener.onFailure(client.failure);
      return session.ready;
    }
    // The player takes the element over: a source of its own would come back on detaching.
    this.#element.removeAttribute('src');
    client.post({
      type: 'load',
      session: session.id,
      url: absolute,
      contentType: options.type ?? null,
      startTime: options.startTime ?? null,
      mse,
      config: this.#config.engineConfig,
    });
    session.observe();
    signal?.addEventListener(
      'abort',
      () => {
        if (session.pending) {
          void this.#end('its signal');
        }
      },
      { signal: session.over },
    );
    return session.ready;
  }

  /** Empties the element. Resolves when the engine has let go of the stream. */
  unload(): Promise<void> {
    return this.#end('unload()');
  }

  /**
   * Empties the element and ends the worker with all its requests. The player is of no use
   * afterwards; the element is.
   */
  async destroy(): Promise<void> {
    this.#destroyed = true;
    void this.#end('destroy()');
    this.#client?.terminate();
    this.#client = null;
    this.#confirmEnds();
  }

  /**
   * Pins a quality, or lets the engine choose.
   *
   * @param id of one of `qualities`, or `auto`
   * @throws PlayerError `BAD_ARGUMENT` if there is no such quality, `DESTROYED`
   */
  setQuality(id: string): void {
    this.#requireAlive();
    const auto = id === 'auto';
    if (!auto && !this.qualities.some((quality) => quality.id === id)) {
      throw badArgument('id', "the id of one of the player's qualities, or 'auto'");
    }
    const session = this.#session;
    if (session) {
      this.#client?.post({ type: 'setquality', session: session.id, id: auto ? null : id });
    }
  }

  /**
   * Plays another audio track.
   *
   * @param id of one of `audioTracks`
   * @throws PlayerError `BAD_ARGUMENT` if there is no such track, `DESTROYED`
   */
  selectAudioTrack(id: string): void {
    this.#requireAlive();
    const session = this.#session;
    if (!session?.audioTracks.some((track) => track.id === id)) {
      throw badArgument('id', "the id of one of the player's audio tracks");
    }
    this.#client?.post({ type: 'selectaudio', session: session.id, id });
  }

  /**
   * Changes options; those left out stay as they are. What is playing follows at once, but for
   * `mse`, which holds from the next load.
   *
   * @throws PlayerError `BAD_ARGUMENT`, also for another `engine`; `DESTROYED`
   */
  configure(config: PlayerConfig): void {
    this.#requireAlive();
    const merged = mergeConfig(this.#config, config);
    if (merged.engine !== this.#config.engine) {
      throw badArgument('engine', 'what it was when the player was made');
    }
    this.#config = merged;
    const session = this.#session;
    if (session) {
      this.#client?.post({ type: 'configure', session: session.id, config: merged.engineConfig });
    }
  }

  /** The figures of this moment. */
  stats(): PlayerStats {
    return gatherStats(this.#element, this.#session, {
      engine: this.engine,
      engineReason: this.#client?.engineReason ?? '',
      mse: this.mse,
    });
  }

  #connect(): WorkerClient {
    this.#client ??= takeWorker(this.#config.engine);
    this.#client.listener = this.#listener;
    return this.#client;
  }

  /** Ends the session, if there is one: detached first, then the engine is told. */
  #end(cause: string): Promise<void> {
    const session = this.#session;
    if (!session) {
      return Promise.resolve();
    }
    this.#session = null;
    session.detach();
    session.interrupt(interrupted(cause));
    if (!this.#client || this.#client.failure) {
      return Promise.resolve();
    }
    this.#client.post({ type: 'unload', session: session.id });
    return new Promise((resolve) => this.#ending.set(session.id, resolve));
  }

  #confirmEnds(): void {
    for (const resolve of this.#ending.values()) {
      resolve();
    }
    this.#ending.clear();
  }

  #chooseMse(): MsePlace {
    const wanted = this.#config.mse;
    const mse = chooseMse(wanted);
    if (!mse) {
      const place = wanted === 'auto' ? '' : ` in the ${wanted}`;
      throw new PlayerError(
        ErrorCode.NO_MEDIA_SOURCE,
        `this browser has no Media Source Extensions${place}`,
      );
    }
    return mse;
  }

  #requireAlive(): void {
    if (this.#destroyed) {
      throw new PlayerError(ErrorCode.DESTROYED, 'the player has been destroyed');
    }
  }

  #emit<K extends keyof PlayerEventMap>(type: K, detail: PlayerEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function interrupted(cause: string): PlayerError {
  return new PlayerError(ErrorCode.LOAD_INTERRUPTED, `the load was given up for ${cause}`);
}

function resolveUrl(url: string): string {
  try {
    return new URL(url, document.baseURI).href;
  } catch {
    throw badArgument('url', 'a URL');
  }
}

function checkOptions({ startTime, type }: LoadOptions): void {
  if (startTime !== undefined && !(Number.isFinite(startTime) && startTime >= 0)) {
    throw badArgument('startTime', 'a number of seconds, at least 0');
  }
  if (type !== undefined && typeof type !== 'string') {
    throw badArgument('type', 'a media type');
  }
}
