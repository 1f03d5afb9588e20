/** The three scripts of the package: the player, the elements, the worker. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { engineRuntimePlugin } from './engine-runtime-plugin.mjs';
import { dist, root, src } from './paths.mjs';

/** The elements do not carry a player of their own: they import the one beside them. */
const elementsImportPlayer = {
  name: 'elements-import-player',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/index\.js$/ }, () => ({ path: './offstage.js', external: true }));
  },
};

/**
 * `import()` of what is a file to the bundlers of applications, and no part of their bundle. The
 * comments that tell them so would not survive minification, a banner does.
 */
const IMPORT_MODULE =
  'const importModule=(url)=>import(/* webpackIgnore: true *//* @vite-ignore */url);';

export async function bundle() {
  await Promise.all([
    script({ offstage: join(src, 'index.ts'), 'offstage-video': join(src, 'element.ts') }),
    script({ 'offstage-worker': join(src, 'boot.ts') }, IMPORT_MODULE),
  ]);
}

async function script(entryPoints, banner = '') {
  await build({
    absWorkingDir: root,
    entryPoints,
    banner: { js: banner },
    outdir: dist,
    bundle: true,
    format: 'esm',
    // The oldest browsers with MediaSource in workers, and Firefox's module workers.
    target: ['chrome108', 'firefox115', 'safari16.4'],
    minify: true,
    sourcemap: true,
    legalComments: 'none',
    define: { process: 'undefined' },
    plugins: [elementsImportPlayer, engineRuntimePlugin],
    logLevel: 'warning',
  });
}
