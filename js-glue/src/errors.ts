/**
 * Errors as pages see them. The numbers are those of `dev.offstage.engine.error.ErrorCode`, a
 * thousand to a category; a test compares the two files.
 */

/** Every error by name. The numbers are never reused. */
export const ErrorCode = {
  /** The server answered with a status other than success. Data: `status`, `url`. */
  HTTP_STATUS: 1001,
  /** No answer, or no end of one, within the time allowed. Data: `url`. */
  TIMEOUT: 1002,
  /** The connection could not be made, or was cut, or CORS forbids it. Data: `url`. */
  CONNECTION: 1003,
  /** The server answered with a web page or some other text where there should be media. Data: `url`. */
  WRONG_CONTENT: 1004,
  /** `network.request` has thrown, or has not answered in time. Data: `url`. */
  REQUEST_HOOK: 1005,

  /** The manifest is not what it should be: not XML, no MPD, a value that makes no sense. */
  MANIFEST_MALFORMED: 2001,
  /** The manifest is sound and asks for something that this player cannot do. */
  MANIFEST_UNSUPPORTED: 2002,
  /** No Representation is left that this browser can decode. Data: `types`. */
  NO_PLAYABLE_REPRESENTATION: 2003,
  /**
   * A live stream brings nothing new, and does not say that it has ended: a warning after three
   * updates (target durations of HLS), fatal after twelve, and a minute at least.
   */
  LIVE_STALLED: 2004,

  /** A segment index (`sidx`, `Cues`) cannot be read. Data: `url`. */
  INDEX_MALFORMED: 3001,
  /** The browser refused media data, or a segment is not media. Data: `url`. */
  APPEND_REJECTED: 3002,
  /** The media element reported an error. Data: `mediaErrorCode`. */
  ELEMENT_ERROR: 3003,
  /** The browser has no room for even the next segment. */
  QUOTA_EXCEEDED: 3004,
  /** The MediaSource was closed by something other than the player. */
  MEDIA_SOURCE_CLOSED: 3005,
  /** The element's time stands although it has media to play, and nothing has helped. */
  ELEMENT_STUCK: 3006,

  /**
   * Media cannot be decrypted: its key is no key, or not its own, or there is no WebCrypto, which
   * pages that are not secure lack. Data: `url`.
   */
  DECRYPTION_FAILED: 4001,

  /** This browser has no Media Source Extensions, or they are off. */
  NO_MEDIA_SOURCE: 5001,
  /** The engine that was asked for cannot run here. Data: `engine`, `reason`. */
  ENGINE_UNAVAILABLE: 5002,

  /** The worker could not be started. */
  WORKER_START: 6001,
  /** The engine failed in a way it should not: a bug. */
  ENGINE_FAILURE: 6002,
  /** A message crossed the border that the other side does not know: mismatched files. */
  PROTOCOL: 6003,
  /** The worker is dead or hangs. Fatal only if those made in its place have gone the same way. */
  WORKER_LOST: 6004,

  /** An argument or an option makes no sense. Data: `option`. */
  BAD_ARGUMENT: 7001,
  /** The load was given up: another load, `unload()` or `destroy()` came first. */
  LOAD_INTERRUPTED: 7002,
  /** The player has been destroyed. */
  DESTROYED: 7003,
} as const;

/** One of the numbers of {@link ErrorCode}. */
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

/** The part of the world that an error comes from. */
export type ErrorCategory =
  'network' | 'manifest' | 'media' | 'drm' | 'support' | 'worker' | 'usage';

/** In the order of the thousands of the codes. */
const CATEGORIES: readonly ErrorCategory[] = [
  'network',
  'manifest',
  'media',
  'drm',
  'support',
  'worker',
  'usage',
];

/** What went wrong, for the application. Rejects `load()`, or comes as an `error` event. */
export class PlayerError extends Error {
  /** One of {@link ErrorCode}. */
  readonly code: ErrorCode;
  /** Where the error comes from; follows from `code`. */
  readonly category: ErrorCategory;
  /** Whether playback ends here. An error that is not fatal is a warning: the player goes on. */
  readonly fatal: boolean;
  /** The resource concerned, absolute, or null. */
  readonly url: string | null;
  /** Further facts by name. */
  readonly data: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    message: string,
    details: { fatal?: boolean; url?: string | null; data?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = 'PlayerError';
    this.code = code;
    this.category = categoryOf(code);
    this.fatal = details.fatal ?? true;
    this.url = details.url || null;
    this.data = Object.freeze({ ...details.data });
  }
}

/** The category of a code; `worker` for codes that this version does not know. */
export function categoryOf(code: number): ErrorCategory {
  return CATEGORIES[Math.floor(code / 1000) - 1] ?? 'worker';
}

/** The same error as one that the player goes on from. */
export function asWarning({ code, message, url, data }: PlayerError): PlayerError {
  return new PlayerError(code, message, { fatal: false, url, data: { ...data } });
}

/** The error for an argument or option that makes no sense. */
export function badArgument(option: string, expected: string): PlayerError {
  return new PlayerError(ErrorCode.BAD_ARGUMENT, `${option} must be ${expected}`, {
    data: { option },
  });
}
