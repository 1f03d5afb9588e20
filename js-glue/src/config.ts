import { badArgument } from './errors.js';
import type { LimitConfig } from './quality-limit.js';
import type { RequestHook } from './request-hook.js';
import type { AbrPolicy, EngineConfig, EngineKind, MsePlace } from './protocol.js';

/** Options of a player. Every one may be left out. */
export interface PlayerConfig {
  /**
   * Which build of the engine runs. `auto`: WebAssembly where the browser and the server's content
   * security policy allow it, else JavaScript. Fixed once the player is made. Default `auto`.
   */
  engine?: 'auto' | EngineKind;
  /**
   * Which worker the engine runs in. `shared`: one for all players of the page that want the same
   * build of the engine, which costs the least memory and starts the fastest. `own`: one for this
   * player alone, so that no other one's failure or load can touch it. Fixed once the player is
   * made. Default `shared`.
   */
  worker?: 'shared' | 'own';
  /**
   * Where the MediaSource lives. `auto`: in the worker where the browser can, else on the page.
   * Holds from the next `load()`. Default `auto`.
   */
  mse?: 'auto' | MsePlace;
  /**
   * Whether a worker that is dead, hangs or breaks is replaced, and playback resumed. Switch it off
   * to debug the worker: one that stands at a breakpoint hangs, too. Default true.
   */
  recovery?: boolean;
  /** How much media to hold. */
  buffer?: {
    /** Seconds of media to load ahead of the playhead. Default 30. */
    ahead?: number;
    /** Seconds of media to keep behind the playhead. Default 30. */
    behind?: number;
    /** Bytes of media to hold of all tracks together. Default 120 000 000. */
    bytes?: number;
  };
  /** How the quality is chosen. */
  abr?: {
    /**
     * Who chooses: `default`, the player's own; `throughput`, by what the network carries; `bola`
     * and `bolae`, by the buffer; `dynamic`, by throughput while the buffer is low and then by the
     * buffer. Default `default`.
     */
    policy?: AbrPolicy;
    /**
     * Bits per second assumed until transfers have been measured. An application that remembers
     * `stats().bandwidth` from one visit to the next can give it here. Default 1 000 000.
     */
    initialBandwidth?: number;
    /** The part of the measured bandwidth that media may use, above 0 to 1. Default 0.9. */
    safetyFactor?: number;
    /** Qualities of more bits per second are not chosen, but for the lowest. Default Infinity. */
    maxBitrate?: number;
    /**
     * Whether qualities with more pixels than the element shows (its size times
     * `devicePixelRatio`) are left out. Saves data, and follows the element's size within some
     * seconds; in picture in picture it is the element's own that counts. Default false.
     */
    capToElementSize?: boolean;
    /**
     * Whether a quality of which the browser drops more than a fifth of the frames for ten seconds
     * is left out for a minute, and for longer each time. Default false.
     */
    capOnDroppedFrames?: boolean;
    /**
     * Whether the measured bandwidth is kept in `localStorage` for a day, to begin the next visit
     * with in place of `initialBandwidth`. Default false.
     */
    persist?: boolean;
  };
  /** How requests are made. */
  network?: {
    /** How often a failed request is tried again. Default 3. */
    retries?: number;
    /** Milliseconds without progress after which a request has failed. Default 10 000. */
    timeout?: number;
    /** Headers for every request, by name. Cross-origin servers must allow them. Default none. */
    headers?: Record<string, string>;
    /** Whether cross-origin requests carry cookies and credentials. Default false. */
    withCredentials?: boolean;
    /**
     * Sees each request before it is sent, and may change its URL, headers and credentials; may be
     * asynchronous. It counts to the time allowed for the first byte. It runs on the page, so a
     * page that is blocked holds up the requests too: leave it out where `headers` will do. `null`
     * takes it away. Default none.
     */
    request?: RequestHook | null;
  };
  /** What the viewer likes. */
  preferences?: {
    /** Language of the audio track to start with, BCP 47. Default '': the manifest's first. */
    audioLanguage?: string;
  };
  /** How live streams are played. */
  live?: {
    /**
     * Seconds to stay behind the live edge, at the least one update of the stream (the target
     * duration of HLS). Default 0: what the stream wants.
     */
    targetLatency?: number;
  };
  /** Reserved for protected streams: accepted, and not in use yet. */
  drm?: {
    /** Clear keys: key id to key, both in hexadecimal. */
    clearKeys?: Record<string, string>;
    /** Licence server URLs by key system. */
    servers?: Record<string, string>;
  };
}

/** The configuration with every option set. */
export interface FullConfig {
  readonly engine: 'auto' | EngineKind;
  readonly worker: 'shared' | 'own';
  readonly mse: 'auto' | MsePlace;
  readonly recovery: boolean;
  readonly request: RequestHook | null;
  /** The page's own part of `abr`. */
  readonly limits: LimitConfig;
  readonly persist: boolean;
  readonly engineConfig: EngineConfig;
}

const ABR_POLICIES = ['default', 'throughput', 'bola', 'bolae', 'dynamic'] as const;

/** What holds where the application says nothing. */
export const DEFAULT_CONFIG: FullConfig = {
  engine: 'auto',
  worker: 'shared',
  mse: 'auto',
  recovery: true,
  request: null,
  limits: { capToElementSize: false, capOnDroppedFrames: false },
  persist: false,
  engineConfig: {
    buffer: { ahead: 30, behind: 30, bytes: 120_000_000 },
    abr: {
      policy: 'default',
      initialBandwidth: 1_000_000,
      safetyFactor: 0.9,
      maxBitrate: Infinity,
      width: 0,
      height: 0,
    },
    network: { retries: 3, timeout: 10_000, headers: [], withCredentials: false, hooked: false },
    live: { targetLatency: NaN },
    audioLanguage: '',
  },
};

/**
 * `base` with the options of `config` that are set.
 *
 * @throws PlayerError `BAD_ARGUMENT`, with the path of the option as `data.option`
 */
export function mergeConfig(base: FullConfig, config: PlayerConfig): FullConfig {
  if (typeof config !== 'object' || config === null) {
    throw badArgument('config', 'an object');
  }
  const old = base.engineConfig;
  const { network } = config;
  const player = new Group('', config, base);
  const buffer = new Group('buffer.', config.buffer, old.buffer);
  const abr = new Group('abr.', config.abr, { ...old.abr, ...base.limits, persist: base.persist });
  const net = new Group('network.', network, { ...old.network, request: base.request });
  const request = net.hook('request');
  return {
    engine: player.oneOf('engine', ['auto', 'wasm', 'js']),
    worker: player.oneOf('worker', ['shared', 'own']),
    mse: player.oneOf('mse', ['auto', 'worker', 'window']),
    recovery: player.boolean('recovery'),
    request,
    limits: {
      capToElementSize: abr.boolean('capToElementSize'),
      capOnDroppedFrames: abr.boolean('capOnDroppedFrames'),
    },
    persist: abr.boolean('persist'),
    engineConfig: {
      buffer: {
        ahead: buffer.number('ahead', 1),
        behind: buffer.number('behind', 0),
        bytes: buffer.number('bytes', 1),
      },
      abr: {
        ...old.abr,
        policy: abr.oneOf('policy', ABR_POLICIES),
        initialBandwidth: abr.number('initialBandwidth', 1),
        safetyFactor: abr.number('safetyFactor', 0.01, 1),
        maxBitrate: config.abr?.maxBitrate === Infinity ? Infinity : abr.number('maxBitrate', 1),
      },
      network: {
        retries: net.number('retries', 0, 100, true),
        timeout: net.number('timeout', 1, 2 ** 31 - 1),
        headers: headers(network?.headers, old.network.headers),
        withCredentials: net.boolean('withCredentials'),
        hooked: request !== null,
      },
      live: {
        targetLatency: new Group('live.', config.live, old.live).number('targetLatency', 0) || NaN,
      },
      audioLanguage: new Group('preferences.', config.preferences, old).string('audioLanguage'),
    },
  };
}

/** The names of the members of a type that have values of another. */
type KeysOf<T, V> = { [K in keyof T]: T[K] extends V ? K : never }[keyof T] & string;

/** Options that are given together: what is absent stays as it was, what is wrong is said. */
class Group<T extends object> {
  readonly #prefix: string;
  readonly #given: { readonly [K in keyof T]?: unknown };
  readonly #before: T;

  constructor(prefix: string, given: object | undefined, before: T) {
    this.#prefix = prefix;
    this.#given = given ?? {};
    this.#before = before;
  }

  oneOf<K extends KeysOf<T, string>>(key: K, allowed: readonly T[K][]): T[K] {
    return this.#checked(
      key,
      (value) => allowed.includes(value as T[K]),
      () => `one of ${allowed.join(', ')}`,
    );
  }

  number<K extends KeysOf<T, number>>(key: K, least: number, most = Infinity, whole = false): T[K] {
    return this.#checked(
      key,
      (value) =>
        (whole ? Number.isInteger(value) : Number.isFinite(value)) &&
        (value as number) >= least &&
        (value as number) <= most,
      () =>
        `a ${whole ? 'whole ' : ''}number ` +
        (most === Infinity ? `at least ${least}` : `from ${least} to ${most}`),
    );
  }

  boolean<K extends KeysOf<T, boolean>>(key: K): T[K] {
    return this.#checked(
      key,
      (value) => typeof value === 'boolean',
      () => 'true or false',
    );
  }

  string<K extends KeysOf<T, string>>(key: K): T[K] {
    return this.#checked(
      key,
      (value) => typeof value === 'string',
      () => 'a string',
    );
  }

  hook<K extends KeysOf<T, RequestHook | null>>(key: K): T[K] {
    return this.#checked(
      key,
      (value) => value === null || typeof value === 'function',
      () => 'a function or null',
    );
  }

  #checked<K extends keyof T & string>(
    key: K,
    isSound: (value: unknown) => boolean,
    expected: () => string,
  ): T[K] {
    const value = this.#given[key];
    if (value === undefined) {
      return this.#before[key];
    }
    if (!isSound(value)) {
      throw badArgument(this.#prefix + key, expected());
    }
    return value as T[K];
  }
}

function headers(
  value: Record<string, string> | undefined,
  fallback: [string, string][],
): [string, string][] {
  if (value === undefined) {
    return fallback;
  }
  try {
    return [...new Headers(value)];
  } catch {
    throw badArgument('network.headers', 'an object of strings');
  }
}
