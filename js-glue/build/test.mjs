/** Compiles the unit tests and runs them with Node's own test runner. */
import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { testOutput, tests } from './paths.mjs';

await rm(testOutput, { recursive: true, force: true });
const files = (await readdir(tests)).filter((name) => name.endsWith('.test.ts'));
await build({
  entryPoints: files.map((name) => join(tests, name)),
  outdir: testOutput,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const { status } = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    '--test',
    '--test-reporter=spec',
    ...files.map((name) => join(testOutput, name.replace(/ts$/, 'mjs'))),
  ],
  { stdio: 'inherit', env: { ...process.env, JS_GLUE: new URL('..', import.meta.url).href } },
);
process.exit(status ?? 1);
