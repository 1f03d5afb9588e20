import type { PlayerConfig } from './config.js';
import type { MsePlace } from './protocol.js';

/** What `MediaSource` and `ManagedMediaSource` have in common. */
export type MediaSourceClass = typeof MediaSource;

/** The page's class of MediaSource: the managed one only where there is no other (iPhones). */
export function mediaSourceClass(): MediaSourceClass | null {
  const scope = globalThis as {
    MediaSource?: MediaSourceClass;
    ManagedMediaSource?: MediaSourceClass;
  };
  return scope.MediaSource ?? scope.ManagedMediaSource ?? null;
}

/** Whether that is the managed one, which wants remote playback off before it is attached. */
export function isManaged(): boolean {
  return !('MediaSource' in globalThis) && mediaSourceClass() !== null;
}

/** Whether this browser lets a dedicated worker make a MediaSource. Some have it on one class only. */
export function mseInWorker(): boolean {
  const scope = globalThis as {
    MediaSource?: Partial<MediaSourceClass>;
    ManagedMediaSource?: Partial<MediaSourceClass>;
  };
  // The worker of a sandboxed frame is a stranger, whose MediaSource an element does not take.
  return (
    origin !== 'null' &&
    [scope.MediaSource, scope.ManagedMediaSource].some(
      (type) => type?.canConstructInDedicatedWorker === true,
    )
  );
}

/** Where the MediaSource will live, or null where there is none, or not in the place asked for. */
export function chooseMse(wanted: NonNullable<PlayerConfig['mse']>): MsePlace | null {
  if (wanted !== 'window' && mseInWorker()) {
    return 'worker';
  }
  return wanted !== 'worker' && mediaSourceClass() ? 'window' : null;
}
