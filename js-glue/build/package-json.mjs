/** The package.json of the npm package. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Maven's project version, which the build hands over; read from the pom when called by hand. */
async function version() {
  const given = process.env.OFFSTAGE_VERSION;
  if (given) {
    return given;
  }
  const pom = await readFile(join(root, 'pom.xml'), 'utf8');
  return /<version>([^<]+)<\/version>/.exec(pom)[1];
}

export async function packageJson() {
  return {
    name: 'offstage',
    version: await version(),
    description:
      'A streaming player for the web: the engine and the MediaSource live in a Web Worker.',
    keywords: [
      'dash',
      'mpeg-dash',
      'mse',
      'media-source',
      'player',
      'streaming',
      'video',
      'worker',
    ],
    license: 'Apache-2.0',
    type: 'module',
    main: './offstage.js',
    types: './offstage.d.ts',
    exports: {
      '.': { types: './offstage.d.ts', default: './offstage.js' },
      './offstage.js': { types: './offstage.d.ts', default: './offstage.js' },
      './offstage-video.js': { types: './offstage-video.d.ts', default: './offstage-video.js' },
      './id3.js': { types: './types/id3.d.ts', default: './id3.js' },
      './offstage-worker.js': './offstage-worker.js',
      './engine.js': './engine.js',
      './engine.wasm': './engine.wasm',
      './package.json': './package.json',
      './provenance.json': './provenance.json',
    },
    // Each of them does something when it is imported: starts a worker, defines elements, boots.
    sideEffects: ['./offstage.js', './offstage-video.js', './offstage-worker.js'],
  };
}
