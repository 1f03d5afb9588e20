/** What becomes of a code block: a module that runs it on the stage, and says when it has worked. */

/** Addresses of the documentation, and where the test's server has something of that kind. */
const PLACES = [
  ['https://example.com/manifest.mpd', '/media/ladder/manifest.mpd'],
  ['https://example.com/movie.m3u8', '/media/hls/ladder.m3u8'],
  ['https://example.com/live.m3u8', '/live/main.m3u8'],
  ['https://example.com/missing.mpd', '/media/missing.mpd'],
  ['https://example.com/not-a-manifest.html', '/media/bad/html.mpd'],
  ['https://example.com/', '/snippets/'],
  ['"manifest.mpd"', '"/media/ladder/manifest.mpd"'],
  // Nobody waits half a minute.
  ['30_000', '50'],
];

/** What a fragment may take for granted, by name. */
const GIVEN = {
  Player: `import { Player } from 'offstage';`,
  video: `const video = document.querySelector('video');`,
  player: [
    `const player = new Player(document.querySelector('video'));`,
    `await player.load('/media/ladder/manifest.mpd');`,
  ].join('\n'),
  token: `const token = async (kind) => kind;`,
};

/** A media element plays, whichever it is. */
const PLAYS = 'stage.plays()';

/** Languages whose blocks are run, with what makes a module of them. */
const MODULES = { js, html, jsx, vue };

/** Languages whose blocks are no programs of a page; policies (csp) and Java have tests of their own. */
const SILENT = ['', 'sh', 'xml', 'csp', 'java'];

/**
 * @param {import('./extract.mjs').Block} block
 * @returns {{html: string, code: string, loader: string} | null} null for what is not run
 */
export function programOf(block) {
  if (SILENT.includes(block.language)) {
    return null;
  }
  const make = MODULES[block.language];
  if (!make) {
    throw new Error(`${block.name}: nobody knows how to run ${block.language}`);
  }
  let { code } = block;
  for (const [from, to] of PLACES) {
    code = code.replaceAll(from, to);
  }
  return make(code, block.then);
}

function js(code, then) {
  const given = [];
  let rest = code;
  for (const name of ['token', 'player', 'video', 'Player']) {
    if (uses(rest, name) && !declares(rest, name)) {
      given.unshift(GIVEN[name]);
      rest += GIVEN[name];
    }
  }
  const loads = /\.load\(|\bsrc\b/.test(code);
  return {
    html: '<video muted playsinline></video>',
    code: [...given, code, ends(rest, then ?? (loads ? PLAYS : 'true'))].join('\n'),
    loader: 'js',
  };
}

function html(text, then) {
  const scripts = [];
  const rest = text.replace(
    /<script type="module"(?: src="([^"]+)")?>([\s\S]*?)<\/script>/g,
    (_, src, code) => {
      scripts.push(src ? `import '${src}';` : code);
      return '';
    },
  );
  // An extract leaves out what stands elsewhere on its page.
  const code = scripts.join('\n') || `import 'offstage/offstage-video.js';`;
  const hasMedia = /<(offstage-)?(video|audio)\b/.test(rest);
  const works = then ?? (hasMedia ? PLAYS : 'true');
  return { html: rest, code: `${code}\n${ends(code, works)}`, loader: 'js' };
}

function jsx(code, then) {
  const name = /export function (\w+)/.exec(code)[1];
  return {
    html: '<main></main>',
    code: `${code}
import { createRoot } from 'react-dom/client';
import { StrictMode } from 'react';
const root = createRoot(document.querySelector('main'));
root.render(<StrictMode><${name} src="/media/ladder/manifest.mpd" onError={stage.fail} /></StrictMode>);
export const works = async () => (${then ?? PLAYS});
export const end = () => root.unmount();`,
    loader: 'jsx',
  };
}

function vue(code, then) {
  return {
    html: '<main></main>',
    code: `import { createApp, h } from 'vue';
import Component from ${JSON.stringify(`vue-source:${code}`)};
const app = createApp(() => h(Component, { src: '/media/ladder/manifest.mpd', onError: stage.fail }));
app.mount('main');
export const works = async () => (${then ?? PLAYS});
export const end = () => app.unmount();`,
    loader: 'js',
  };
}

/** What the stage asks a module: whether it works, and to let go of its player. */
function ends(code, then) {
  const end = declares(code, 'player') ? 'player.destroy()' : 'undefined';
  return `export const works = async () => (${then});\nexport const end = () => ${end};`;
}

function uses(code, name) {
  return new RegExp(`(?<![.\\w'-])${name}\\b(?!['\\w-])`).test(
    code.replaceAll(/\/\/.*|'[^']*'/g, ''),
  );
}

function declares(code, name) {
  return new RegExp(
    `\\b(const|let|function) (${name}\\b|\\{[^}]*\\b${name}\\b)|import \\{[^}]*\\b${name}\\b`,
  ).test(code);
}
