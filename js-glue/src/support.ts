import { playsHls } from './native-playback.js';
import { mediaSourceClass, mseInWorker } from './mse.js';
import { wasmSupported } from './wasm-support.js';

/** What this browser can do. */
export interface Support {
  /** Whether a player can play anything at all here. */
  playable: boolean;
  /** Which builds of the engine can run, unless a content security policy forbids it. */
  engines: { wasm: boolean; js: boolean };
  /** Where a MediaSource can live. */
  mse: { worker: boolean; window: boolean };
  /** Whether the browser plays HLS by itself, to which it is left where there is no MediaSource. */
  nativeHls: boolean;
}

/** Asks the browser. Needs no worker, and says no to everything on a server. */
export function askSupport(): Support {
  const worker = typeof Worker !== 'undefined';
  const mse = { worker: worker && mseInWorker(), window: mediaSourceClass() !== null };
  const nativeHls = typeof document !== 'undefined' && playsHls(document.createElement('video'));
  return {
    playable: nativeHls || (worker && (mse.worker || mse.window)),
    engines: { wasm: worker && wasmSupported(), js: worker },
    mse,
    nativeHls,
  };
}
