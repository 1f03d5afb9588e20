/**
 * Puts the site together: node build/build.mjs. Everything in target/site/ is a static file, and
 * every address in it is relative, so that it works on any host and under any path.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { renderDocs } from './docs.mjs';
import { withParts } from './parts.mjs';
import { media, offstage, pages, samples, site } from './paths.mjs';
import { styleHashes } from './style-hashes.mjs';

/** The part of the tests' media that the site shows, without what tests alone want. */
const LADDER = ['manifest.mpd', 'audio.mpd', 'en', 'fr', 'v240', 'v480', 'v720'];
const PLAYLISTS = ['', '-en', '-fr', '-v240', '-v480', '-v720'].map((part) => `ladder${part}.m3u8`);

await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });
const [inputs] = await Promise.all([bundle(), copyFiles()]);
const hashes = await styleHashes(inputs);
await Promise.all([writePages(hashes), renderDocs(hashes)]);

async function copyFiles() {
  const copies = [
    [join(pages, 'css'), 'css'],
    [join(pages, 'favicon.svg'), 'favicon.svg'],
    [join(pages, 'live'), 'live'],
    [samples, 'media'],
    ...LADDER.map((name) => [join(media, 'ladder', name), `media/ladder/${name}`]),
    ...PLAYLISTS.map((name) => [join(media, 'hls', name), `media/hls/${name}`]),
    [offstage, 'offstage'],
  ];
  // One after the other: they share directories, which cp() does not like to find made meanwhile.
  for (const [from, to] of copies) {
    await cp(from, join(site, to), { recursive: true });
  }
}

/** Each page says which of the styles that elements bring into their shadow trees are theirs. */
async function writePages(hashes) {
  for (const name of (await readdir(pages)).filter((file) => file.endsWith('.html'))) {
    const html = await readFile(join(pages, name), 'utf8');
    const current = name === 'index.html' ? './' : name;
    await writeFile(join(site, name), withParts(html, { root: '', current, hashes }));
  }
}
