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
     * `devicePixelRatio`) are left out. Saves data, and follows the element's size; in picture in
     * picture it is the element's own that counts. Default false.
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
  const { buffer, abr, network, live, preferences } = config;
  const request = hook('network.request', network?.request, base.request);
  return {
    engine: oneOf('engine', config.engine, ['auto', 'wasm', 'js'], base.engine),
    mse: oneOf('mse', config.mse, ['auto', 'worker', 'window'], base.mse),
    recovery: boolean('recovery', config.recovery, base.recovery),
    request,
    limits: {
      capToElementSize: boolean(
        'abr.capToElementSize',
        abr?.capToElementSize,
        base.limits.capToElementSize,
      ),
      capOnDroppedFrames: boolean(
        'abr.capOnDroppedFrames',
        abr?.capOnDroppedFrames,
        base.limits.capOnDroppedFrames,
      ),
    },
    persist: boolean('abr.persist', abr?.persist, base.persist),
    engineConfig: {
      buffer: {
        ahead: number('buffer.ahead', buffer?.ahead, old.buffer.ahead, 1),
        behind: number('buffer.behind', buffer?.behind, old.buffer.behind, 0),
        bytes: number('buffer.bytes', buffer?.bytes, old.buffer.bytes, 1),
      },
      abr: {
        policy: oneOf('abr.policy', abr?.policy, ABR_POLICIES, old.abr.policy),
        initialBandwidth: number(
          'abr.initialBandwidth',
          abr?.initialBandwidth,
          old.abr.initialBandwidth,
          1,
        ),
        safetyFactor: number('abr.safetyFactor', abr?.safetyFactor, old.abr.safetyFactor, 0.01, 1),
        maxBitrate: bitrateLimit(abr?.maxBitrate, old.abr.maxBitrate),
      },
      network: {
        retries: number('network.retries', network?.retries, old.network.retries, 0, 100, true),
        timeout: number('network.timeout', network?.timeout, old.network.timeout, 1, 2 ** 31 - 1),
        headers: headers(network?.headers, old.network.headers),
        withCredentials: boolean(
          'network.withCredentials',
          network?.withCredentials,
          old.network.withCredentials,
        ),
        hooked: request !== null,
      },
      live: {
        targetLatency:
          number('live.targetLatency', live?.targetLatency, old.live.targetLatency, 0) || NaN,
      },
      audioLanguage: string(
        'preferences.audioLanguage',
        preferences?.audioLanguage,
        old.audioLanguage,
      ),
    },
  };
}

function oneOf<T extends string>(
  option: string,
  value: T | undefined,
  allowed: readonly T[],
  fallback: T,
): T {
  if (value === undefined) {
    return fallback;
  }
  if (!allowed.includes(value)) {
    throw badArgument(option, `one of ${allowed.join(', ')}`);
  }
  return value;
}

function number(
  option: string,
  value: number | undefined,
  fallback: number,
  least: number,
  most = Infinity,
  whole = false,
): number {
  if (value === undefined) {
    return fallback;
  }
  const sound = typeof value === 'number' && Number.isFinite(value);
  if (!sound || value < least || value > most || (whole && !Number.isInteger(value))) {
    const range = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`;
    throw badArgument(option, `a ${whole ? 'whole ' : ''}number ${range}`);
  }
  return value;
}

function hook(
  option: string,
  value: RequestHook | null | undefined,
  fallback: RequestHook | null,
): RequestHook | null {
  if (value === undefined) {
    return fallback;
  }
  if (value !== null && typeof value !== 'function') {
    throw badArgument(option, 'a function or null');
  }
  return value;
}

/** The one number that may be infinite. */
function bitrateLimit(value: number | undefined, fallback: number): number {
  return value === Infinity ? value : number('abr.maxBitrate', value, fallback, 1);
}

function boolean(option: string, value: boolean | undefined, fallback: boolean): boolean {
  if (value === undefined) {
    return fallback;
  }
  if (typeof value !== 'boolean') {
    throw badArgument(option, 'true or false');
  }
  return value;
}

function string(option: string, value: string | undefined, fallback: string): string {
  if (value === undefined) {
    return fallback;
  }
  if (typeof value !== 'string') {
    throw badArgument(option, 'a string');
  }
  return value;
}

/** Names and values are checked by the browser's own rules, here, where the mistake was made. */
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
    throw badArgument('network.headers', 'an object of header names and values');
  }
}
