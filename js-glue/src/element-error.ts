import type { PlayerError } from './index.js';

/** The `error` of an element: a MediaError, with the player's own story. */
export interface OffstageMediaError extends MediaError {
  /** What went wrong, in full. */
  readonly cause: PlayerError;
}

/** Codes of MediaError. */
const NETWORK = 2;
const DECODE = 3;
const SOURCE_NOT_SUPPORTED = 4;

const CODES: Partial<Record<PlayerError['category'], number>> = {
  network: NETWORK,
  media: DECODE,
  drm: DECODE,
};

/** What pages that know `<video>` expect. */
export function mediaErrorOf(cause: PlayerError): OffstageMediaError {
  const code = Number(cause.data['mediaErrorCode']) || CODES[cause.category];
  return Object.create(MediaError.prototype, {
    code: { value: code ?? SOURCE_NOT_SUPPORTED },
    message: { value: cause.message },
    cause: { value: cause },
  }) as OffstageMediaError;
}
