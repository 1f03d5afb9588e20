/** Holds what was built against size-budget.json and prints the figures. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist, root } from './paths.mjs';

/**
 * Prints one line for each budget.
 *
 * @return {Promise<string[]>} the names of the budgets that are exceeded
 */
export async function checkSizes() {
  const budgets = JSON.parse(await readFile(join(root, 'size-budget.json'), 'utf8'));
  const exceeded = [];
  for (const [name, { files, gzipBytes }] of Object.entries(budgets)) {
    let bytes = 0;
    for (const file of files) {
      bytes += gzipSync(await readFile(join(dist, file)), { level: 9 }).length;
    }
    const over = bytes > gzipBytes;
    console.log(`${name}: ${kB(bytes)} of ${kB(gzipBytes)} kB gzip${over ? ' - OVER BUDGET' : ''}`);
    if (over) {
      exceeded.push(name);
    }
  }
  return exceeded;
}

function kB(bytes) {
  return (bytes / 1000).toFixed(1);
}
