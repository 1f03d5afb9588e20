// Bundles project/ with each bundler: build.mjs <project> <output>. The project is a copy that has
// the package in its node_modules. What a bundler does not do by itself is done here as a user
// would: see README.npm.md of js-glue.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import * as vite from 'vite';
import webpack from 'webpack';

const [project, output] = process.argv.slice(2).map((path) => resolve(path));
const entry = join(project, 'main.js');

await Promise.all([byVite(), byWebpack(), byRollup(), byEsbuild()]);

async function byVite() {
  await vite.build({
    root: project,
    base: './',
    logLevel: 'warn',
    build: { outDir: join(output, 'vite') },
  });
}

async function byWebpack() {
  const path = join(output, 'webpack');
  const stats = await new Promise((done, failed) => {
    webpack(
      { mode: 'production', context: project, entry, output: { path, filename: 'main.js' } },
      (error, result) => (error ? failed(error) : done(result)),
    );
  });
  if (stats.hasErrors()) {
    throw new Error(stats.toString('errors-only'));
  }
  await page(path, '<script defer src="./main.js"></script>');
}

async function byRollup() {
  const bundle = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })] });
  await bundle.write({ dir: join(output, 'rollup') });
  await withFiles(join(output, 'rollup'));
}

async function byEsbuild() {
  await esbuild.build({
    absWorkingDir: project,
    entryPoints: [entry],
    outdir: join(output, 'esbuild'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  await withFiles(join(output, 'esbuild'));
}

/** Rollup and esbuild leave `new URL('./file', import.meta.url)` as it is. */
async function withFiles(directory) {
  const files = ['offstage-worker.js', 'engine.js', 'engine.wasm'];
  await Promise.all([
    page(directory, '<script type="module" src="./main.js"></script>'),
    ...files.map((file) =>
      cp(join(project, 'node_modules/offstage', file), join(directory, file)),
    ),
  ]);
}

async function page(directory, script) {
  await mkdir(directory, { recursive: true });
  const html = await readFile(join(project, 'index.html'), 'utf8');
  await writeFile(join(directory, 'index.html'), html.replace(/<script.*<\/script>/, script));
}
