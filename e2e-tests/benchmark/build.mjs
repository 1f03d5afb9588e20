// Bundles every player in players/ for the browser, as an application that imports it would:
// node build.mjs <directory for the bundles>
import { existsSync } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { optimizeWasm } from '../../js-glue/build/optimize-wasm.mjs';
import { engine } from '../../js-glue/build/paths.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const [outdir] = process.argv.slice(2);
const players = await readdir(join(here, 'players'));
const transmuxer = join(engine, '../transmux');
const TRANSMUX_WORKER = 'transmux-worker.js';

// Compiled with the profile `benchmark` alone; the other measures do without.
const hasTransmuxer = existsSync(transmuxer);
if (!hasTransmuxer) {
  console.log('benchmark: no transmuxer to measure, build teavm-app/worker with -Pbenchmark');
}

await build({
  entryPoints: players
    .filter((name) => hasTransmuxer || name !== TRANSMUX_WORKER)
    .map((name) => join(here, 'players', name)),
  outdir,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  external: ['/peers/*'],
  alias: { 'engine-functions': join(transmuxer, 'functions.js') },
  logLevel: 'warning',
});
await copyFile(
  join(here, 'node_modules/rx-player/dist/worker.js'),
  join(outdir, 'rxplayer-engine.js'),
);
await copyFile(join(here, 'node_modules/hls.js/dist/hls.worker.js'), join(outdir, 'hlsjs-engine.js'));
if (hasTransmuxer) {
  await copyFile(join(transmuxer, 'transmux.js'), join(outdir, 'transmux.js'));
  await optimizeWasm(join(transmuxer, 'transmux.wasm'), join(outdir, 'transmux.wasm'));
}
