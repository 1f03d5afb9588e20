/**
 * Offstage: plays streams in `<video>` and `<audio>` from a worker.
 *
 * Importing this module starts a worker with the engine, so that it is there when it is needed.
 */
export type { LoadOptions } from './load-options.js';
export { Player, type SelectOptions } from './player.js';
export type { PlayerConfig } from './config.js';
export type { PlayerEventMap } from './events.js';
export { ErrorCode, PlayerError, type ErrorCategory } from './errors.js';
export type { DateRange, TimedMetadata } from './live.js';
export type { Recovery, Stall } from './session.js';
export type { PlayerRequest, RequestHook, RequestKind } from './request-hook.js';
export type { PlayerStats } from './stats.js';
export type { Support } from './support.js';
export type { TimeRange } from './ranges.js';
export type {
  AbrPolicy,
  EngineKind,
  MsePlace,
  QualityMessage as Quality,
  TrackMessage as Track,
} from './protocol.js';
