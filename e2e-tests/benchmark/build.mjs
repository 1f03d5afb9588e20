// Bundles every player in players/ for the browser, as an application that imports it would:
// node build.mjs <directory for the bundles>
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const [outdir] = process.argv.slice(2);
const players = await readdir(join(here, 'players'));

await build({
  entryPoints: players.map((name) => join(here, 'players', name)),
  outdir,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
});
await copyFile(
  join(here, 'node_modules/rx-player/dist/worker.js'),
  join(outdir, 'rxplayer-engine.js'),
);
