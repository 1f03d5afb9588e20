/**
 * Shrinks the compiled engine with Binaryen, which sees the whole module where TeaVM sees a method.
 * Function names and source positions do not survive it: an engine with debug information stays as
 * it is.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './paths.mjs';

/** What TeaVM's output is made of. Nothing more is allowed: it would narrow the browsers. */
const FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'exception-handling',
  'gc',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
  'tail-call',
];

/**
 * For size, as browsers optimise what runs hot; twice, as the first round opens chances for another.
 * The world stays open: JavaScript calls functions that the module only hands out as references.
 */
const PASSES = ['-Oz', '-Oz'];

export async function optimizeWasm(from, to) {
  await promisify(execFile)(process.execPath, [
    join(root, 'node_modules/binaryen/bin/wasm-opt'),
    ...FEATURES.map((feature) => `--enable-${feature}`),
    ...PASSES,
    from,
    '-o',
    to,
  ]);
}
