import type { BootCommand } from './protocol.js';
import { WorkerClient } from './worker-client.js';

/**
 * The worker that importing the module starts, so that the engine is on its way, or there, when the
 * page makes its first player. On a server (no `Worker`) there is none.
 */
let spare = typeof Worker === 'undefined' ? null : new WorkerClient('auto');

/** A worker that runs, or will run, the engine that is wanted: the spare one if it fits. */
export function takeWorker(wanted: BootCommand['engine']): WorkerClient {
  const candidate = spare;
  spare = null;
  const fits = wanted === 'auto' || wanted === candidate?.engine;
  if (candidate && !candidate.failure && fits) {
    return candidate;
  }
  candidate?.terminate();
  return new WorkerClient(wanted);
}
