import { DEFAULT_CONFIG, type FullConfig, mergeConfig, type PlayerConfig } from './config.js';
import { asWarning, badArgument, ErrorCode, PlayerError } from './errors.js';
import type { PlayerEventMap } from './events.js';
import { tellFigures } from './figure-events.js';
import type { DateRange } from './live.js';
import { checkOptions, type LoadOptions, resolveUrl } from './load-options.js';
import { chooseMse } from './mse.js';
import { isNative, NativePlayback } from './native-playback.js';
import type { EngineKind, MsePlace, QualityMessage, TrackKind, TrackMessage } from './protocol.js';
import { BandwidthMemory, rememberedBandwidth } from './remembered-bandwidth.js';
import { Replacements } from './replacements.js';
import { HookedRequests } from './request-hook.js';
import type { Status } from './figures.js';
import { Session } from './session.js';
import { gatherStats, type PlayerStats } from './stats.js';
import { askSupport, type Support } from './support.js';
import type { WorkerClient, WorkerListener } from './worker-client.js';
import { sharedWorkers, Workers } from './workers.js';

/** How to change to another track. */
export interface SelectOptions {
  /**
   * Whether to drop what is buffered of the other track, as near to the playhead as can be, even if
   * playback halts for it. Else the change is seamless, and may be some seconds away. Default false.
   */
  immediate?: boolean;
}

export interface Player {
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
  readonly #workers: Workers;
  #config: FullConfig;
  #client: WorkerClient | null = null;
  #session: Session | null = null;
  /** What the element plays by itself, in place of a session. */
  #native: NativePlayback | null = null;
  /** Sessions whose end the engine has yet to confirm, with who waits for it. */
  readonly #ending = new Map<number, () => void>();
  #destroyed = false;
  readonly #memory = new BandwidthMemory();
  readonly #heard = new Set<string>();

  readonly #replacements = new Replacements();
  #hooked = new HookedRequests();

  readonly #listener: WorkerListener = {
    onEvent: (event) => {
      if (event.type === 'unloaded') {
        this.#ending.get(event.session)?.();
        this.#ending.delete(event.session);
        this.#watch();
      } else if (event.session === this.#session?.id) {
        if (event.type === 'request') {
          const client = this.#client;
          void this.#hooked.ask(event, this.#config.request, (answer) => client?.post(answer));
          return;
        }
        if (event.type === 'requestdrop') {
          this.#hooked.drop(event.id);
          return;
        }
        if (event.type === 'error' && event.code === ErrorCode.ENGINE_FAILURE) {
          // An engine that has thrown what nothing caught is in no state to go on.
          this.#client?.fail(event.code, event.message);
        } else {
          this.#session.receive(event);
        }
      }
    },
    onBeat: () => this.#session?.beat(),
    onFailure: (error) => this.#onWorkerFailure(error),
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
    this.#workers = this.#config.worker === 'own' ? new Workers(0) : sharedWorkers;
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

  /**
   * Where the MediaSource lives, or would live; null where this browser has none to offer, and while
   * the element plays a file (or, in such a browser, HLS) by itself.
   */
  get mse(): MsePlace | null {
    return this.#native ? null : (this.#session?.mse ?? chooseMse(this.#config.mse));
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

  /** Whether the stream goes on: there is more to come than there is now. */
  get isLive(): boolean {
    return this.#session?.live != null;
  }

  /** Where a live stream has come to, seconds of media time; null where nothing is to come. */
  get liveEdge(): number | null {
    return this.#session?.live?.edge ?? null;
  }

  /** How far from the live edge playback is meant to be, seconds; null where there is none. */
  get targetLatency(): number | null {
    return this.#session?.live?.targetLatency ?? null;
  }

  /**
   * When what the element shows was, by the stream itself (`EXT-X-PROGRAM-DATE-TIME` of HLS); null
   * where it does not say. As of the engine's last word: up to two seconds after a seek across a
   * jump of the dates it may be wrong.
   */
  get programDateTime(): Date | null {
    return this.#session?.programDateTime ?? null;
  }

  /** What happens for a time, as far as it is known (`EXT-X-DATERANGE` of HLS). */
  get dateRanges(): readonly DateRange[] {
    return [...(this.#session?.dateRanges.values() ?? [])];
  }

  /**
   * Seeks to where a live stream is played when it is loaded: `targetLatency` behind the live edge.
   * Does nothing with other streams.
   */
  seekToLiveEdge(): void {
    const live = this.#session?.live;
    if (live) {
      this.#element.currentTime = Math.max(0, live.edge - live.targetLatency);
    }
  }

  /**
   * Loads a stream, or a media file. Whatever was loaded before makes way.
   *
   * @param url of the manifest or file, relative to the document's base URL
   * @returns resolves when the element can play; rejects with a {@link PlayerError}, which is
   *     `LOAD_INTERRUPTED` when another `load()`, `unload()` or `destroy()`, or the signal, comes
   *     first
   */
  load(url: string, options: LoadOptions = {}): Promise<void> {
    let absolute: string;
    let mse: MsePlace | null;
    try {
      this.#requireAlive();
      absolute = resolveUrl(url);
      checkOptions(options);
      mse = isNative(this.#element, absolute, options.type) ? null : this.#chooseMse();
    } catch (error) {
      return Promise.reject(error);
    }
    const { signal } = options;
    void this.#end('another load');
    if (signal?.aborted) {
      return Promise.reject(interrupted('its signal'));
    }
    const startTime = options.startTime ?? null;
    if (!mse) {
      return this.#loadNatively(absolute, startTime, signal);
    }
    const client = this.#connect();
    const source = {
      url: absolute,
      contentType: options.type ?? null,
      startTime,
      mse,
      metadataOnly: options.preload === 'metadata',
    };
    const id = this.#workers.nextSession();
    const session = new Session(id, source, this.#startConfig(), this.#element, {
      post: (command) => this.#client?.post(command),
      onLoaded: () => this.#emit('loaded', null),
      onTracks: () => this.#emit('trackschange', null),
      onStatus: (status, before) => this.#onStatus(status, before),
      onStall: (stall) => this.#emit('stall', stall),
      onDateRange: (range) => this.#emit('daterange', range),
      onTimedMetadata: (tag) => this.#emit('timedmetadata', tag),
      onQuality: (quality, pinned) => this.#emit('qualitychange', { quality, pinned }),
      onGone: () =>
        this.#client?.fail(ErrorCode.WORKER_LOST, 'the worker has ended, and its media with it'),
      onRecovered: (recovery) => this.#emit('recovered', recovery),
      onError: (error) => this.#emit(error.fatal ? 'error' : 'warning', error),
    });
    this.#session = session;
    if (client.failure) {
      this.#onWorkerFailure(client.failure);
      return session.outcome.ready;
    }
    // The player takes the element over: a source of its own would come back on detaching.
    this.#element.removeAttribute('src');
    session.load();
    this.#watch();
    this.#obey(signal, session);
    return session.outcome.ready;
  }

  /** Empties the element. Resolves when the engine has let go of the stream. */
  unload(): Promise<void> {
    return this.#end('unload()');
  }

  /**
   * Empties the element and ends all requests; a worker of the player's own ends, too, and a shared
   * one half a minute after the last player has left it. The player is of no use afterwards; the
   * element is. Resolves when the engine has let go of the stream.
   */
  async destroy(): Promise<void> {
    this.#destroyed = true;
    const ended = this.#end('destroy()');
    if (this.#workers === sharedWorkers) {
      await ended;
    }
    const client = this.#client;
    this.#client = null;
    if (client) {
      this.#workers.leave(client, this.#listener);
    }
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
    session?.setQuality(auto ? null : id);
  }

  /**
   * Plays another video track, such as another angle.
   *
   * @param id of one of `videoTracks`
   * @throws PlayerError `BAD_ARGUMENT` if there is no such track, `DESTROYED`
   */
  selectVideoTrack(id: string, options: SelectOptions = {}): void {
    this.#selectTrack('video', this.videoTracks, id, options);
  }

  /**
   * Plays another audio track.
   *
   * @param id of one of `audioTracks`
   * @throws PlayerError `BAD_ARGUMENT` if there is no such track, `DESTROYED`
   */
  selectAudioTrack(id: string, options: SelectOptions = {}): void {
    this.#selectTrack('audio', this.audioTracks, id, options);
  }

  /**
   * Changes options; those left out stay as they are. What is playing follows at once, but for
   * `mse`, which holds from the next load.
   *
   * @throws PlayerError `BAD_ARGUMENT`, also for another `engine` or `worker`; `DESTROYED`
   */
  configure(config: PlayerConfig): void {
    this.#requireAlive();
    const merged = mergeConfig(this.#config, config);
    for (const key of ['engine', 'worker'] as const) {
      if (merged[key] !== this.#config[key]) {
        throw badArgument(key, 'what it was when the player was made');
      }
    }
    this.#config = merged;
    this.#watch();
    this.#session?.configure(merged);
  }

  /** The figures of this moment. */
  stats(): PlayerStats {
    this.#session?.ask();
    return gatherStats(this.#element, this.#session, {
      engine: this.engine,
      engineReason: this.#client?.engineReason ?? '',
      mse: this.mse,
    });
  }

  #loadNatively(url: string, startTime: number | null, signal?: AbortSignal): Promise<void> {
    const native = new NativePlayback(this.#element, url, startTime, (error) =>
      this.#emit('error', error),
    );
    this.#native = native;
    this.#obey(signal, native);
    return native.outcome.ready.then(() => this.#emit('loaded', null));
  }

  /** The signal of a load gives it up while it is under way. */
  #obey(signal: AbortSignal | undefined, load: Session | NativePlayback): void {
    signal?.addEventListener(
      'abort',
      () => {
        if (load.outcome.pending) {
          void this.#end('its signal');
        }
      },
      { signal: load.over },
    );
  }

  /** The options that a load begins with. */
  #startConfig(): FullConfig {
    const config = this.#config;
    const initialBandwidth = config.persist ? rememberedBandwidth() : null;
    if (initialBandwidth === null) {
      return config;
    }
    const { engineConfig } = config;
    return {
      ...config,
      engineConfig: { ...engineConfig, abr: { ...engineConfig.abr, initialBandwidth } },
    };
  }

  #onStatus(status: Status, before: Status): void {
    if (this.#config.persist) {
      this.#memory.keep(status);
    }
    if (tellFigures(status, before, this.#heard, (type, detail) => this.#emit(type, detail))) {
      this.#session?.ask();
    }
  }

  #selectTrack(
    kind: TrackKind,
    tracks: readonly TrackMessage[],
    id: string,
    { immediate = false }: SelectOptions,
  ): void {
    this.#requireAlive();
    if (!tracks.some((track) => track.id === id)) {
      throw badArgument('id', `the id of one of the player's ${kind} tracks`);
    }
    this.#session?.selectTrack(kind, id, immediate);
  }

  /** A worker has failed: if another may fare better, the session goes on with it. */
  #onWorkerFailure(error: PlayerError): void {
    const client = this.#client;
    const session = this.#session;
    this.#client = null;
    this.#dropHooked();
    this.#confirmEnds();
    const end = (): void => {
      if (client) {
        this.#workers.leave(client, this.#listener);
      }
    };
    if (
      session &&
      !session.failed &&
      this.#config.recovery &&
      REPLACEABLE.has(error.code) &&
      this.#replacements.allow()
    ) {
      session.lose(error, end);
      this.#emit('warning', asWarning(error));
      this.#resume(session);
    } else {
      session?.fail(error);
      end();
    }
  }

  /** Has a new worker go on with a session; when there is nothing left to play, not before there is. */
  #resume(session: Session): void {
    const element = this.#element;
    if (element.ended && element.buffered.length > 0) {
      const once = new AbortController();
      const resume = (): void => {
        once.abort();
        this.#resume(session);
      };
      session.over.addEventListener('abort', () => once.abort());
      element.addEventListener('seeking', resume, { signal: once.signal });
      return;
    }
    if (this.#session === session) {
      this.#connect();
      session.load();
      this.#watch();
    }
  }

  /** Questions of an engine that is lost, or of a session that is over. */
  #dropHooked(): void {
    this.#hooked.dropAll();
    this.#hooked = new HookedRequests();
  }

  /** A worker that nobody waits for may be as silent as it likes. */
  #watch(): void {
    const wanted = this.#session !== null || this.#ending.size > 0;
    this.#client?.watch(this.#listener, wanted ? this.#config.recovery : null);
  }

  #connect(): WorkerClient {
    this.#client ??= this.#workers.join(this.#config.engine, this.#listener);
    return this.#client;
  }

  /** Ends the session, if there is one: detached first, then the engine is told. */
  #end(cause: string): Promise<void> {
    const session = this.#session;
    const load = session ?? this.#native;
    this.#session = this.#native = null;
    load?.detach();
    load?.outcome.interrupt(interrupted(cause));
    if (!session) {
      return Promise.resolve();
    }
    this.#dropHooked();
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

  /** Notes what is listened to: figures that nobody wants to hear of make no events. */
  override addEventListener<K extends keyof PlayerEventMap>(
    type: K,
    listener: (this: Player, event: PlayerEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void {
    this.#heard.add(type);
    super.addEventListener(type, listener, options);
  }

  #emit<K extends keyof PlayerEventMap>(type: K, detail: PlayerEventMap[K]['detail']): void {
    if (this.#heard.has(type)) {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }
  }
}

/** Failures that another worker may not have. */
const REPLACEABLE: ReadonlySet<number> = new Set([
  ErrorCode.WORKER_LOST,
  ErrorCode.ENGINE_FAILURE,
  ErrorCode.PROTOCOL,
]);

function interrupted(cause: string): PlayerError {
  return new PlayerError(ErrorCode.LOAD_INTERRUPTED, `the load was given up for ${cause}`);
}
