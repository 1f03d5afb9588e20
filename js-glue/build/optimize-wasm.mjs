/**
 * Shrinks the compiled engine with Binaryen, which sees the whole module where TeaVM sees a method.
 * Function names and source positions do not survive it: an engine with debug information stays as
 * it is.
 */
import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './paths.mjs';
import { closeWorld } from './wasm/close-world.mjs';
import { makeClassesConstant } from './wasm/constant-classes.mjs';
import { customSections } from './wasm/sections.mjs';
import { parse, print } from './wasm/text.mjs';

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
 * For size, as browsers optimise what runs hot; twice, as types that have become alike are merged
 * in between. No trap is part of what the engine does: Java's exceptions are none.
 */
const PASSES = [
  '--closed-world',
  '--traps-never-happen',
  '-Oz',
  '--type-merging',
  '-Oz',
  '--minimize-rec-groups',
  '--reorder-types',
];

/** @param {string} from what TeaVM has compiled, with the names of its functions and types */
export async function optimizeWasm(from, to) {
  const directory = await mkdtemp(join(tmpdir(), 'offstage-'));
  const text = join(directory, 'engine.wat');
  try {
    await wasmOpt('--debuginfo', '--quiet', from, '-S', '-o', text);
    const module = parse(await readFile(text, 'utf8'));
    closeWorld(module);
    makeClassesConstant(module);
    await writeFile(text, print(module));
    await wasmOpt(...PASSES, text, '-o', to);
    // What the runtime reads of the module: its imports, and how much memory it needs.
    await appendFile(to, customSections(await readFile(from), 'teavm.'));
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function wasmOpt(...args) {
  await promisify(execFile)(process.execPath, [
    join(root, 'node_modules/binaryen/bin/wasm-opt'),
    ...FEATURES.map((feature) => `--enable-${feature}`),
    ...args,
  ]);
}
