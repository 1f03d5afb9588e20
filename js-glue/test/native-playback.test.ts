import { FakeElement, FakeMediaSource, FakeWorker, settled } from './fakes.js';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { ErrorCode, Player, PlayerError } from '../src/index.js';
import { isNative } from '../src/native-playback.js';

const HLS = 'application/vnd.apple.mpegurl';

afterEach(() => Object.assign(globalThis, { MediaSource: FakeMediaSource }));

/** An element of a browser that plays HLS by itself. */
function hlsElement(): FakeElement {
  const element = new FakeElement();
  element.canPlayType = ((type: string) => (type === HLS ? 'maybe' : '')) as () => string;
  return element;
}

function withoutMediaSource(): void {
  delete (globalThis as { MediaSource?: unknown }).MediaSource;
}

test('isNative_byNameOrType_isTrueOfFiles', () => {
  const element = new FakeElement().asElement;
  const native = (url: string, type?: string) => isNative(element, url, type);
  for (const url of ['a.mp4', 'dir/a.M4V?b=c', 'a.webm', 'a.mp3', 'a.oga']) {
    assert.equal(native(`https://a.test/${url}`), true, url);
  }
  assert.equal(native('blob:https://a.test/1'), true);
  assert.equal(native('data:video/mp4;base64,AA'), true);
  assert.equal(native('https://a.test/x', 'audio/flac'), true);
  for (const url of ['a.mpd', 'a.m3u8', 'a', 'a.mp4/manifest', 'a.ts']) {
    assert.equal(native(`https://a.test/${url}`), false, url);
  }
  assert.equal(native('https://a.test/x.ts'), false);
  assert.equal(native('https://a.test/x', 'video/MP2T'), false);
  assert.equal(native('data:application/dash+xml,x'), false);
  assert.equal(native('data:audio/mpegurl,x'), false);
  assert.equal(native('https://a.test/a.mp4', 'application/dash+xml'), false);
  assert.equal(native('https://a.test/a', 'audio/mpegurl'), false);
});

test('isNative_withoutMediaSource_isTrueOfHlsWhereTheElementHasIt', () => {
  withoutMediaSource();
  const element = hlsElement().asElement;
  assert.equal(isNative(element, 'https://a.test/a.m3u8'), true);
  assert.equal(isNative(element, 'https://a.test/a', HLS), true);
  assert.equal(isNative(element, 'https://a.test/a.mpd'), false);
  assert.equal(isNative(element, 'https://a.test/a', 'application/dash+xml'), false);
  assert.equal(isNative(new FakeElement().asElement, 'https://a.test/a.m3u8'), false);
});

test('load_ofAFile_isTheElements_andResolvesWithItsData', async () => {
  const element = new FakeElement();
  const player = new Player(element.asElement, { engine: 'js', worker: 'own' });
  const events: string[] = [];
  player.addEventListener('loaded', () => events.push('loaded'));
  const load = player.load('a.mp4', { startTime: -10 });
  assert.equal(element.src, 'https://page.test/dir/a.mp4');
  assert.equal(player.mse, null);
  assert.deepEqual(
    FakeWorker.last.commands.map(({ type }) => type),
    ['boot'],
  );
  element.happen('loadedmetadata', { readyState: 1, duration: 40 });
  assert.equal(element.currentTime, 30);
  element.happen('loadeddata', { readyState: 2 });
  await load;
  assert.deepEqual(events, ['loaded']);
  await player.unload();
  assert.equal(element.src, '');
  assert.equal(player.mse, 'worker');
});

test('load_ofAFile_preloadNone_resolvesWithItsMetadata', async () => {
  const element = new FakeElement();
  const player = new Player(element.asElement, { engine: 'js', worker: 'own' });
  let resolved = false;
  void player.load('a.mp4').then(() => (resolved = true));
  element.happen('suspend');
  await settled();
  assert.equal(resolved, false);
  element.happen('suspend', { readyState: 1 });
  await settled();
  assert.equal(resolved, true);
});

test('load_ofAFile_failing_rejectsAndEmptiesTheElement', async () => {
  const element = new FakeElement();
  const player = new Player(element.asElement, { engine: 'js', worker: 'own' });
  const load = player.load('a.mp4');
  element.happen('error', { error: { code: 4, message: 'no' } });
  await assert.rejects(load, (error) => {
    assert.ok(error instanceof PlayerError);
    assert.equal(error.code, ErrorCode.ELEMENT_ERROR);
    assert.equal(error.data['mediaErrorCode'], '4');
    assert.equal(error.url, 'https://page.test/dir/a.mp4');
    return true;
  });
  assert.equal(element.src, '');
});

test('load_ofAFile_failingLater_firesAnError', async () => {
  const element = new FakeElement();
  const player = new Player(element.asElement, { engine: 'js', worker: 'own' });
  const codes: number[] = [];
  player.addEventListener('error', ({ detail }) => codes.push(detail.code));
  const load = player.load('a.mp4');
  element.happen('loadeddata', { readyState: 2 });
  await load;
  element.happen('error', { error: { code: 3, message: 'broken' } });
  assert.deepEqual(codes, [ErrorCode.ELEMENT_ERROR]);
});

test('load_ofAFile_givenUp_isInterrupted', async () => {
  const element = new FakeElement();
  const player = new Player(element.asElement, { engine: 'js', worker: 'own' });
  const { signal, abort } = controller();
  const first = player.load('a.mp4', { signal });
  abort();
  await assert.rejects(first, { code: ErrorCode.LOAD_INTERRUPTED });
  const second = player.load('b.mp4');
  void player.load('c.mpd').catch(() => undefined);
  await assert.rejects(second, { code: ErrorCode.LOAD_INTERRUPTED });
  assert.equal(element.src, '');
  await player.destroy();
});

test('load_withoutMediaSource_leavesHlsToTheElement_andRejectsDash', async () => {
  withoutMediaSource();
  const element = hlsElement();
  const player = new Player(element.asElement, { engine: 'js', worker: 'own' });
  void player.load('a.m3u8');
  assert.equal(element.src, 'https://page.test/dir/a.m3u8');
  await assert.rejects(player.load('a.mpd'), { code: ErrorCode.NO_MEDIA_SOURCE });
});

function controller(): { signal: AbortSignal; abort(): void } {
  const made = new AbortController();
  return { signal: made.signal, abort: () => made.abort() };
}
