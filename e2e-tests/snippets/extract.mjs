/** The code blocks of the documentation. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A comment that says what is true some time after the block has run, in its scope. */
const THEN = /<!-- then: (.+) -->\s*$/;

/**
 * @typedef {object} Block
 * @property {string} name file and line of its first line
 * @property {string} language
 * @property {string} code
 * @property {string | null} then an expression, if the block has one
 */

/** @returns {Promise<Block[]>} of a file below `root` */
export async function extract(root, file) {
  const text = await readFile(join(root, file), 'utf8');
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const before = text.slice(0, match.index);
    return {
      name: `${file}:${before.split('\n').length + 1}`,
      language: match[1],
      code: match[2],
      then: THEN.exec(before)?.[1] ?? null,
    };
  });
}
