/**
 * Puts TeaVM's WebAssembly runtime into the boot script, which saves a request. What it has for
 * other hosts must not trouble the bundlers of applications: Node's file access is left out, and
 * its imports of other modules go through `importModule`, which they leave alone.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { engine, src } from './paths.mjs';

const MODULE_IMPORT = /\bimport\((?=\w+\))/g;

export const engineRuntimePlugin = {
  name: 'engine-runtime',
  setup(build) {
    build.onResolve({ filter: /^engine-runtime$/ }, () => ({
      path: join(engine, 'engine.wasm-runtime.js'),
      namespace: 'engine-runtime',
    }));
    build.onLoad({ filter: /.*/, namespace: 'engine-runtime' }, async ({ path }) => ({
      resolveDir: src,
      contents: [
        `import { fetchWasm as fetch } from './wasm-fetch.js';`,
        (await readFile(path, 'utf8')).replace(MODULE_IMPORT, 'importModule('),
      ].join('\n'),
    }));
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'absent' }));
    build.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: '' }));
  },
};
