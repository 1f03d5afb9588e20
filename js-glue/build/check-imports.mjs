/**
 * Holds what the engine's WebAssembly imports against what the boot script provides, and against
 * what a content security policy without `'unsafe-eval'` allows: a build that a browser could not
 * start is none.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { engineFunctionsPlugin } from './engine-functions-plugin.mjs';
import { dist, src } from './paths.mjs';
import { importNames } from './wasm-sections.mjs';

/** @return {Promise<string[]>} what is wrong, in words */
export async function checkImports() {
  const [provided, wasm, script] = await Promise.all([
    providedImports(),
    readFile(join(dist, 'engine.wasm')),
    readFile(join(dist, 'offstage-worker.js'), 'utf8'),
  ]);
  const missing = importNames(wasm).filter((name) => !provided(name));
  const problems = missing.map((name) => `engine.wasm imports ${name}, which nobody provides`);
  if (/\bnew Function\b|\bFunction\(|\beval\(/.test(script)) {
    problems.push('offstage-worker.js makes code of text');
  }
  return problems;
}

/** What `wasm-imports.ts` has to offer, found out by calling it. */
async function providedImports() {
  const { outputFiles } = await build({
    entryPoints: [join(src, 'wasm-imports.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [engineFunctionsPlugin],
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const { wasmImports } = await import(url);
  const imports = wasmImports(() => null, { min: 1, dataSize: 0 }, false);
  return (name) => {
    const [module, ...rest] = name.split('.');
    return imports[module]?.[rest.join('.')] !== undefined;
  };
}
