/** What all pages of the site have in common: `<!-- part: name -->` becomes parts/name.html. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pages } from './paths.mjs';

const PART = /( *)<!-- part: ([a-z]+) -->\n/g;

const parts = {
  head: await readFile(join(pages, 'parts/head.html'), 'utf8'),
  masthead: await readFile(join(pages, 'parts/masthead.html'), 'utf8'),
};

/**
 * Puts the parts into a page.
 *
 * @param {string} html
 * @param {object} page
 * @param {string} page.root the way to the site's root: '' or '../'
 * @param {string} page.current which of the masthead's links is this page, such as `embed.html`
 * @param {string} page.hashes of the styles that are allowed inline
 */
export function withParts(html, { root, current, hashes }) {
  return html
    .replaceAll(PART, (_, indent, name) => parts[name].replaceAll(/^(?=.)/gm, indent))
    .replaceAll(`<a href="{root}${current}">`, (link) => link.replace('>', ' aria-current="page">'))
    .replaceAll('{root}./', root || './')
    .replaceAll('{root}', root)
    .replaceAll('{style-hashes}', () => hashes);
}
