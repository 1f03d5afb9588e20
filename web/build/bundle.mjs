/**
 * The pages' scripts. Packages that they use are bundled with them; Offstage is not: the pages
 * import it as any page would, from the folder beside them.
 */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { pages, root, site } from './paths.mjs';

/** From a page's script as from where it lies after the build: both are one folder down. */
const offstageStaysOutside = {
  name: 'offstage-stays-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/offstage\// }, ({ path }) => ({ path, external: true }));
  },
};

/** @returns {Promise<string[]>} the files that have gone into the bundles, relative to `root` */
export async function bundle() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['main', 'embed'].map((name) => join(pages, 'js', `${name}.js`)),
    outdir: join(site, 'js'),
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    minify: true,
    sourcemap: true,
    legalComments: 'linked',
    metafile: true,
    plugins: [offstageStaysOutside],
    logLevel: 'warning',
  });
  await Promise.all([
    cp(join(root, 'node_modules/uplot/dist/uPlot.min.css'), join(site, 'css/uplot.css')),
    cp(join(root, 'node_modules/hls.js/dist/hls.worker.js'), join(site, 'js/hls-worker.js')),
  ]);
  return Object.keys(metafile.inputs);
}
