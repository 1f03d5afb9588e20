/** Says of each file of the package what it was made from, by what, and what it is to the byte. */
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dist, root } from './paths.mjs';

const NAME = 'provenance.json';

/** The first pattern that a file matches tells its origin. */
async function origins() {
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const pom = await readFile(join(root, '../pom.xml'), 'utf8');
  const teavm = `TeaVM ${/<teavm\.version>([^<]+)</.exec(pom)[1]}`;
  const esbuild = `esbuild ${devDependencies.esbuild}`;
  const typescript = `TypeScript ${devDependencies.typescript}`;
  const java = ['teavm-app/worker', 'teavm-app/engine', 'teavm-app/bindings'];
  const element = `custom-media-element ${devDependencies['custom-media-element']}`;
  return [
    [/^offstage\.js/, ['js-glue/src/index.ts'], [esbuild]],
    [/^offstage-video\.js/, ['js-glue/src/element.ts', element], [esbuild]],
    [
      /^offstage-worker\.js/,
      ['js-glue/src/boot.ts', ...java],
      [`${teavm} with teavm-app/static-js`, esbuild],
    ],
    [/^id3\.js/, ['js-glue/src/id3.ts'], [esbuild]],
    [/^engine\.js/, java, [teavm]],
    [
      /^engine\.wasm/,
      java,
      [`${teavm} with teavm-app/static-js`, `Binaryen ${devDependencies.binaryen}`],
    ],
    [/^types\//, ['js-glue/src'], [typescript]],
    [/^\w[\w-]*\.d\.ts$/, ['js-glue/build/build.mjs'], []],
    [/^package\.json$/, ['js-glue/build/package-json.mjs', 'pom.xml'], []],
    [/^README\.md$/, ['js-glue/README.npm.md'], []],
    [/^LICENSE$/, ['LICENSE'], []],
    [/^THIRD-PARTY\.md$/, ['js-glue/THIRD-PARTY.md'], []],
    // With debug information only.
    [/^src\//, java, []],
  ];
}

/** Writes {@link NAME}; fails if there is a file of which nobody knows the origin. */
export async function writeProvenance(version) {
  const known = await origins();
  const files = {};
  for (const path of await allFiles()) {
    const origin = known.find(([pattern]) => pattern.test(path));
    if (!origin) {
      throw new Error(`nobody knows where ${path} comes from: see build/provenance.mjs`);
    }
    const [, from, by] = origin;
    const sha256 = createHash('sha256')
      .update(await readFile(join(dist, path)))
      .digest('hex');
    files[path] = { from, by, sha256 };
  }
  await writeFile(join(dist, NAME), `${JSON.stringify({ version, files }, null, 2)}\n`);
}

async function allFiles() {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== NAME)
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}
