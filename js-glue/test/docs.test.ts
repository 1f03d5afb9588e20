/** The documentation's tables of names, held against the sources. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { categoryOf, ErrorCode } from '../src/errors.js';

const ROOT = new URL(process.env['JS_GLUE'] ?? '').pathname;

/** Members of an interface, groups in it with dots between, to what their comments say. */
function membersOf(file: string, name: string): Map<string, string> {
  const source = readFileSync(join(ROOT, 'src', file), 'utf8');
  const begin = source.indexOf(`export interface ${name} {`);
  const body = source.slice(begin, source.indexOf('\n}', begin));
  const members = new Map<string, string>();
  let group = '';
  let comment = '';
  for (const line of body.split('\n').slice(1)) {
    const [, indent = '', member, rest = ''] = /^( +)(\w+)\??: (.*)/.exec(line) ?? [];
    if (member && !/^\s*\*/.test(line)) {
      const path = indent.length > 2 ? `${group}.${member}` : member;
      if (rest === '{') {
        group = member;
      } else {
        members.set(path, comment);
      }
      comment = '';
    } else {
      comment += line.replace(/^[\s/*]+|[\s/*]+$/g, ' ');
    }
  }
  return members;
}

/** The rows of the tables of a page, by the name in backquotes that each begins with. */
function rowsOf(page: string, heading = ''): Map<string, string[]> {
  const text = readFileSync(join(ROOT, '../docs', page), 'utf8');
  const from = text.indexOf(heading);
  assert.ok(from >= 0, heading);
  const rows = [...text.slice(from).matchAll(/^\| (.+) \|$/gm)].map(([, row]) =>
    String(row).split(' | '),
  );
  return new Map(
    rows.flatMap((cells) => {
      const [, name] = /^`(\w[\w.]*)`$/.exec(cells[0] ?? '') ?? [];
      return name ? [[name, cells]] : [];
    }),
  );
}

test('options_documented_areThoseOfTheSource', () => {
  const options = [
    ...membersOf('config.ts', 'PlayerConfig').keys(),
    ...membersOf('load-options.ts', 'LoadOptions').keys(),
  ];
  assert.ok(options.length > 20);
  assert.deepEqual([...rowsOf('options.md').keys()].sort(), options.sort());
});

test('defaults_documented_areThoseOfTheSource', () => {
  const rows = rowsOf('options.md');
  for (const [option, comment] of membersOf('config.ts', 'PlayerConfig')) {
    const [, said] = /Default `?([\w.]+(?: \d{3})*)/.exec(comment) ?? [];
    const value = said?.replaceAll(' ', '');
    if (value && value !== 'none' && value !== "'':") {
      assert.equal(
        rows.get(option)?.[1]?.replaceAll(/[` ]/g, ''),
        value.replace(/\.$/, ''),
        option,
      );
    }
  }
});

test('events_documented_areThoseOfTheSource', () => {
  const source = readFileSync(join(ROOT, 'src/events.ts'), 'utf8');
  const names = [...source.matchAll(/^ {2}(\w+): CustomEvent</gm)].map(([, name]) => String(name));
  assert.ok(names.length > 5);
  assert.deepEqual([...rowsOf('api.md', '## Events').keys()].sort(), names.sort());
});

test('errors_documented_areThoseOfTheSource', () => {
  const text = readFileSync(join(ROOT, '../docs/errors.md'), 'utf8');
  const documented: [string, number, string][] = [];
  let category = '';
  for (const line of text.split('\n')) {
    category = /^## (\w+)/.exec(line)?.[1] ?? category;
    const [, code, name, cause, cure] = /^\| (\d+) \| `(\w+)` \| (.+) \| (.+) \|$/.exec(line) ?? [];
    if (code && name) {
      assert.ok(cause && cure, name);
      documented.push([name, Number(code), category]);
    }
  }
  const known = Object.entries(ErrorCode).map(([name, code]) => [name, code, categoryOf(code)]);
  assert.deepEqual(documented, known);
});

test('methodsAndProperties_ofThePlayer_areDocumented', () => {
  const source = readFileSync(join(ROOT, 'src/player.ts'), 'utf8');
  const body = source.slice(source.indexOf('export class Player'));
  const text = readFileSync(join(ROOT, '../docs/api.md'), 'utf8');
  const members = [
    ...body.matchAll(/^ {2}(?:static )?(?:async )?(?:get )?([a-z]\w+)\([^)]*\): [^;{]+\{$/gm),
  ].map(([, name]) => String(name));
  assert.ok(members.length > 15, members.join());
  for (const name of members.filter((member) => member !== 'addEventListener')) {
    assert.match(text, new RegExp(`\`(?:Player\\.)?${name}(?:\\(|\`)`), name);
  }
});
