/**
 * Makes modules of the documentation's code blocks, and a list of them: node build.mjs <directory>.
 * A test runs them one after the other.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileScript, parse } from 'vue/compiler-sfc';
import { extract } from './extract.mjs';
import { programOf } from './programs.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const outdir = process.argv[2];

const docs = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md'));
const files = ['README.md', 'js-glue/README.npm.md', ...docs.map((name) => `docs/${name}`)];
const blocks = (await Promise.all(files.map((file) => extract(root, file)))).flat();
const programs = blocks.flatMap((block) => {
  const program = programOf(block);
  return program ? [{ ...program, name: block.name }] : [];
});

await rm(outdir, { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
await build({
  entryPoints: programs.map((_, i) => ({ in: `program:${i}`, out: `program-${i}` })),
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  jsx: 'automatic',
  target: 'es2022',
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  plugins: [programsAreVirtual(), offstageIsServed(), vueSources()],
  logLevel: 'warning',
});
const list = programs.map(({ name, html }, i) => ({ name, html, module: `program-${i}.js` }));
await writeFile(join(outdir, 'programs.json'), JSON.stringify(list, null, 1));
for (const [i, { code }] of blocks.filter(({ language }) => language === 'java').entries()) {
  await writeFile(join(outdir, `${i}.java`), code);
}
await writeFile(join(outdir, 'stage.js'), await readFile(join(here, 'stage.js')));

function programsAreVirtual() {
  return {
    name: 'programs',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^program:/ }, ({ path }) => ({ path, namespace: 'program' }));
      onLoad({ filter: /.*/, namespace: 'program' }, ({ path }) => {
        const { code, loader } = programs[Number(path.slice('program:'.length))];
        return { contents: code, loader, resolveDir: here };
      });
    },
  };
}

/** The package is imported as it was built, so that all programs share one worker. */
function offstageIsServed() {
  return {
    name: 'offstage',
    setup({ onResolve }) {
      onResolve({ filter: /^(\.\/)?offstage(\/.*)?$/ }, ({ path }) => {
        const file = path.split('offstage/')[1] ?? 'offstage.js';
        return { path: `/dist/${file}`, external: true };
      });
    },
  };
}

function vueSources() {
  return {
    name: 'vue',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^vue-source:/ }, ({ path }) => ({ path, namespace: 'vue' }));
      onLoad({ filter: /.*/, namespace: 'vue' }, ({ path }) => {
        const { descriptor } = parse(path.slice('vue-source:'.length));
        const { content } = compileScript(descriptor, { id: 'snippet', inlineTemplate: true });
        return { contents: content, loader: 'js', resolveDir: here };
      });
    },
  };
}
