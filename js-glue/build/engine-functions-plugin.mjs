/** Puts the functions that the engine's WebAssembly imports into the boot script. */
import { join } from 'node:path';
import { engine } from './paths.mjs';

export const engineFunctionsPlugin = {
  name: 'engine-functions',
  setup(build) {
    build.onResolve({ filter: /^engine-functions$/ }, () => ({
      path: join(engine, 'engine.wasm-functions.js'),
    }));
  },
};
