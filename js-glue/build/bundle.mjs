/** The scripts of the package: the player, the elements, the worker, and what reads ID3 tags. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { elementsPlugin } from './elements-plugin.mjs';
import { engineFunctionsPlugin } from './engine-functions-plugin.mjs';
import { dist, root, src } from './paths.mjs';

/** The elements do not carry a player of their own: they import the one beside them. */
const elementsImportPlayer = {
  name: 'elements-import-player',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/index\.js$/ }, () => ({ path: './offstage.js', external: true }));
  },
};

/**
 * Has V8 compile all of a script on another thread while it comes, rather than each function on the
 * page's main thread when it is first called: most of these are called by the first load().
 */
const ALL_CALLED = '//# allFunctionsCalledOnLoad';

export async function bundle() {
  await Promise.all([
    script({ offstage: join(src, 'index.ts') }, ALL_CALLED),
    script({ 'offstage-video': join(src, 'element.ts') }),
    script({ 'offstage-worker': join(src, 'boot.ts') }),
    script({ id3: join(src, 'id3.ts') }),
  ]);
}

async function script(entryPoints, firstLine = '') {
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: dist,
    bundle: true,
    format: 'esm',
    // The oldest browsers with MediaSource in workers, and Firefox's module workers.
    target: ['chrome108', 'firefox115', 'safari16.4'],
    minify: true,
    sourcemap: true,
    legalComments: 'none',
    banner: { js: firstLine },
    plugins: [elementsImportPlayer, elementsPlugin, engineFunctionsPlugin],
    logLevel: 'warning',
  });
}
