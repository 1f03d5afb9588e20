/**
 * The public face of the package in one file, api-report.md: what can be imported, and every type
 * that it leads to, as the compiler declares them. `npm run check` holds it against the sources, so
 * that no change of the face goes unseen; `npm run api` writes it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './paths.mjs';

const REPORT = join(root, 'api-report.md');

/** What is imported from, with the declaration file behind it. */
const ENTRIES = {
  offstage: 'index.d.ts',
  'offstage/offstage-video.js': 'element.d.ts',
  'offstage/id3.js': 'id3.d.ts',
};

/** A statement of a declaration file begins at the margin, and so does the brace that ends it. */
const STATEMENT = /^(?=[^\s}])/m;

const NAMED =
  /^(?:export )?(?:declare )?(?:abstract )?(?:class|interface|type|const|function) (\w+)/;

async function makeReport() {
  const directory = await mkdtemp(join(tmpdir(), 'offstage-api-'));
  try {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/typescript/bin/tsc'),
        ...['-p', join(root, 'tsconfig.types.json'), '--outDir', directory, '--removeComments'],
      ],
      { stdio: 'inherit' },
    );
    const modules = new Modules(directory);
    const parts = [
      '# The public face of the package',
      'Written by `npm run api`, and checked by the build: whoever changes it does so on purpose.',
    ];
    for (const [name, file] of Object.entries(ENTRIES)) {
      parts.push(`## ${name}`, codeBlock(await modules.facesOf(file)));
    }
    const style = await resolveConfig(REPORT);
    return format(parts.join('\n\n'), { ...style, parser: 'markdown' });
  } finally {
    await rm(directory, { recursive: true });
  }
}

function codeBlock(declarations) {
  return ['```ts', declarations.join('\n\n'), '```'].join('\n');
}

/** Declaration files, each read once. */
class Modules {
  #directory;
  #read = new Map();
  /** What stands in the report already. */
  #told = new Set();

  constructor(directory) {
    this.#directory = directory;
  }

  /** The declarations that an entry exports, then those that they lead to. */
  async facesOf(file) {
    const { exported } = await this.#module(file);
    const faces = [];
    const inner = [];
    const queue = [];
    for (const [name, from] of [...exported].sort(byFirst)) {
      const { file: home, declared } = await this.#resolve(from.file, from.name);
      if (from.name !== name) {
        faces.push(`export { ${from.name} as ${name} };`);
      }
      queue.push({
        file: home,
        name: from.name,
        declared,
        list: from.name === name ? faces : inner,
      });
    }
    while (queue.length) {
      const { file: home, name, declared, list } = queue.shift();
      if (this.#told.has(`${home} ${name}`)) {
        continue;
      }
      this.#told.add(`${home} ${name}`);
      const text = declared.join('\n');
      list.push(list === inner ? text.replaceAll(/^export /gm, '') : text);
      for (const reached of new Set(text.match(/\b[A-Z]\w+/g))) {
        const found = await this.#find(home, reached);
        if (found) {
          queue.push({ ...found, name: found.name, list: inner });
        }
      }
    }
    return inner.length ? [...faces, '// Not exported, but to be met:', ...inner] : faces;
  }

  /** Where a name that is used in a file is declared, if in one of ours. */
  async #find(file, name) {
    const { declared, imported } = await this.#module(file);
    if (declared.has(name)) {
      return { file, name, declared: declared.get(name) };
    }
    const from = imported.get(name);
    return from ? this.#resolve(from.file, from.name) : null;
  }

  async #resolve(file, name) {
    const { declared, exported } = await this.#module(file);
    if (declared.has(name)) {
      return { file, name, declared: declared.get(name) };
    }
    const from = exported.get(name);
    if (!from) {
      throw new Error(`${file} does not declare ${name}`);
    }
    return this.#resolve(from.file, from.name);
  }

  async #module(file) {
    if (!this.#read.has(file)) {
      this.#read.set(file, parse(file, await readFile(join(this.#directory, file), 'utf8')));
    }
    return this.#read.get(file);
  }
}

/** What a file declares, imports and exports, by name; overloads and mergers are one. */
function parse(file, text) {
  const declared = new Map();
  const imported = new Map();
  const exported = new Map();
  for (const statement of text.split(STATEMENT).map((part) => part.trimEnd())) {
    const name = NAMED.exec(statement)?.[1] ?? (statement.startsWith('declare global') && 'global');
    if (name) {
      const face = statement
        .replaceAll(/^ +#private;\n/gm, '')
        .replaceAll(/^ +private .*;\n/gm, '');
      declared.set(name, [...(declared.get(name) ?? []), face]);
      if (statement.startsWith('export ') || name === 'global') {
        exported.set(name, { file, name });
      }
      continue;
    }
    const list = /^(import|export) (?:type )?\{([^}]*)\} from '\.\/([^']+)\.js'/.exec(statement);
    if (list) {
      const target = join(dirname(file), `${list[3]}.d.ts`);
      for (const item of list[2].split(',').filter((item) => item.trim())) {
        const [original, alias] = item
          .trim()
          .replace(/^type /, '')
          .split(/ as /);
        const map = list[1] === 'import' ? imported : exported;
        map.set(alias ?? original, { file: target, name: original });
      }
    }
  }
  return { declared, imported, exported };
}

async function compare(report) {
  const kept = await readFile(REPORT, 'utf8').catch(() => '');
  if (kept !== report) {
    console.error(
      'js-glue: the public face has changed. If that is meant: npm --prefix js-glue run api\n' +
        difference(kept.split('\n'), report.split('\n')),
    );
    process.exit(1);
  }
}

/** The lines that are only in one of two texts, between what they have in common. */
function difference(before, after) {
  const gone = new Set(before);
  const come = new Set(after);
  return [
    ...before.filter((line) => !come.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !gone.has(line)).map((line) => `+ ${line}`),
  ].join('\n');
}

function byFirst([a], [b]) {
  return a < b ? -1 : 1;
}

const report = await makeReport();
if (process.argv.includes('--write')) {
  await writeFile(REPORT, report);
} else {
  await compare(report);
}
