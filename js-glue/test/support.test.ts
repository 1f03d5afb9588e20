import { FakeElement, FakeMediaSource } from './fakes.js';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Player } from '../src/index.js';

const page = globalThis.document;
const NO_ENGINE = { wasm: false, js: false };

let hls = '';
Object.assign(page, {
  createElement: () => Object.assign(new FakeElement(), { canPlayType: () => hls }),
});

const { Worker: WorkerOfThePage } = globalThis;

afterEach(() => {
  hls = '';
  Object.assign(globalThis, {
    document: page,
    MediaSource: FakeMediaSource,
    Worker: WorkerOfThePage,
  });
});

test('support_withWorkersAndMediaSource_isOfBothPlaces', async () => {
  const { playable, engines, mse, nativeHls } = await Player.support();
  assert.equal(playable, true);
  assert.equal(engines.js, true);
  assert.deepEqual(mse, { worker: true, window: true });
  assert.equal(nativeHls, false);
});

test('support_withoutMediaSource_dependsOnNativeHls', async () => {
  Object.assign(globalThis, { MediaSource: undefined });
  assert.equal((await Player.support()).playable, false);
  hls = 'maybe';
  const { playable, mse, nativeHls } = await Player.support();
  assert.equal(playable, true);
  assert.deepEqual(mse, { worker: false, window: false });
  assert.equal(nativeHls, true);
});

test('support_onAServer_isOfNothing', async () => {
  Object.assign(globalThis, { document: undefined, MediaSource: undefined, Worker: undefined });
  const mse = { worker: false, window: false };
  assert.deepEqual(await Player.support(), {
    playable: false,
    engines: NO_ENGINE,
    mse,
    nativeHls: false,
  });
});
