/** Makes dist/, the npm package: bundles, types, the engine's files, and what npm wants to see. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { checkImports } from './check-imports.mjs';
import { optimizeWasm } from './optimize-wasm.mjs';
import { packageJson } from './package-json.mjs';
import { dist, engine, licence, root } from './paths.mjs';
import { writeProvenance } from './provenance.mjs';
import { checkSizes } from './sizes.mjs';

const ENGINE_FILES = ['engine.js', 'engine.wasm', 'engine.wasm-functions.js'];

/** The boot script has it within. */
const BUNDLED = 'engine.wasm-functions.js';

await requireEngine();
const debuggable = (await readdir(engine)).includes('engine.js.map');
await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await Promise.all([bundle(), copyEngine(), describe()]);
declareTypes();
await writeProvenance((await packageJson()).version);
await finish();

/** A failed compile leaves an empty file. */
async function requireEngine() {
  for (const name of ENGINE_FILES) {
    const size = await stat(join(engine, name)).then(
      (file) => file.size,
      () => 0,
    );
    if (!size) {
      fail(`${join(engine, name)} is missing or empty: build teavm-app/worker first`);
    }
  }
}

/** The engine with its maps and sources, where the build has made some. */
async function copyEngine() {
  for (const name of await readdir(engine)) {
    if (name === 'engine.wasm' && !debuggable) {
      await optimizeWasm(join(engine, name), join(dist, name));
    } else if (name !== BUNDLED) {
      await cp(join(engine, name), join(dist, name), { recursive: true });
    }
  }
}

async function describe() {
  await writeFile(join(dist, 'package.json'), `${JSON.stringify(await packageJson(), null, 2)}\n`);
  await cp(join(root, 'README.npm.md'), join(dist, 'README.md'));
  await cp(licence, join(dist, 'LICENSE'));
  await cp(join(root, 'THIRD-PARTY.md'), join(dist, 'THIRD-PARTY.md'));
  await writeFile(join(dist, 'offstage.d.ts'), `export * from './types/index.js';\n`);
  await writeFile(join(dist, 'offstage-video.d.ts'), `export * from './types/element.js';\n`);
}

function declareTypes() {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.types.json')],
    { stdio: 'inherit' },
  );
}

/** The parts must fit together. Budgets are for what is published: an engine with debug information is exempt. */
async function finish() {
  const problems = await checkImports();
  if (problems.length) {
    fail(problems.join('\njs-glue: '));
  }
  if (debuggable) {
    console.log('js-glue: engine with debug information, sizes not checked');
    return;
  }
  const exceeded = await checkSizes();
  if (exceeded.length) {
    fail(`over the budget of size-budget.json: ${exceeded.join(', ')}`);
  }
}

function fail(message) {
  console.error(`js-glue: ${message}`);
  process.exit(1);
}
