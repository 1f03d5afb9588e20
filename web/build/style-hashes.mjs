/**
 * The hashes of the styles that custom elements put into their shadow trees, for the pages' content
 * security policy: nothing else that is inline may take effect.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { offstage, root } from './paths.mjs';

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/**
 * @param {string[]} inputs the files of the bundles
 * @returns {Promise<string>} source expressions (Content Security Policy, section 2.3.1)
 */
export async function styleHashes(inputs) {
  const templates = [await readFile(join(offstage, 'offstage-video.js'), 'utf8')];
  for (const file of inputs.filter((name) => name.includes('/media-chrome/'))) {
    const module = await import(pathToFileURL(join(root, file)).href);
    templates.push(...Object.values(module).map(templateOf));
  }
  const styles = templates.flatMap((html) => [...html.matchAll(STYLE)].map(([, css]) => css));
  return [...new Set(styles.map(hash))].sort().join(' ');
}

function templateOf(member) {
  return typeof member?.getTemplateHTML === 'function' ? member.getTemplateHTML({}, {}) : '';
}

function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
