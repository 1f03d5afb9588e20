import {
  FakeElement,
  FakeMediaSource,
  FakeWorker,
  loaded,
  QUALITY,
  settled,
  status,
} from './fakes.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ErrorCode, Player, PlayerError } from '../src/index.js';
import type { Event as EngineEvent } from '../src/protocol.js';

const spare = FakeWorker.last;

function failure(session: number, fatal = true): EngineEvent {
  return {
    type: 'error',
    session,
    code: ErrorCode.HTTP_STATUS,
    category: 'network',
    fatal,
    message: 'The server answered 404',
    url: 'https://page.test/a.mpd',
    data: { status: '404' },
  };
}

/** A player with a worker of its own that runs, and all the events it fires. */
function newPlayer() {
  const element = new FakeElement();
  const player = new Player(element.asElement, { engine: 'js', worker: 'own' });
  const worker = FakeWorker.last;
  worker.say({ type: 'booted', engine: 'js', reason: '' });
  const events: string[] = [];
  for (const type of ['error', 'warning', 'loaded', 'trackschange', 'qualitychange']) {
    player.addEventListener(type, () => events.push(type));
  }
  return { element, player, worker, events };
}

/** One that has something to play: session 1. */
async function playing() {
  const all = newPlayer();
  const { element, player, worker } = all;
  const load = player.load('a.mpd');
  worker.say({ type: 'handle', session: 1, handle: {} as MediaSourceHandle });
  worker.say(loaded(1));
  element.happen('canplay', { readyState: 3 });
  await load;
  return all;
}

async function codeOf(load: Promise<void>): Promise<number> {
  try {
    await load;
  } catch (error) {
    assert.ok(error instanceof PlayerError);
    return error.code;
  }
  return 0;
}

test('import_withWorkers_startsOneSpare', () => {
  assert.equal(FakeWorker.all.length, 1);
  const [boot] = spare.received;
  assert.ok(boot?.type === 'boot' && spare.received.length === 1);
  assert.equal(boot.engine, 'auto');
  assert.match(boot.files.wasm, /^file:.*\/engine\.wasm$/);
  assert.match(boot.files.js, /^file:.*\/engine\.js$/);
});

test('firstPlayer_auto_takesTheSpare', async () => {
  const player = new Player(new FakeElement().asElement);
  assert.equal(FakeWorker.all.length, 1);
  assert.equal(player.engine, null);
  spare.say({ type: 'booted', engine: 'wasm', reason: '' });
  assert.equal(player.engine, 'wasm');
  await player.destroy();
  assert.equal(spare.terminated, false);
});

test('constructor_notAnElement_throwsBadArgument', () => {
  assert.throws(
    () => new Player({} as HTMLMediaElement),
    (error) => error instanceof PlayerError && error.data['option'] === 'element',
  );
});

test('load_relativeUrl_crossesAbsoluteWithEverything', async () => {
  const { player, worker } = newPlayer();
  void player.load('../a.mpd', { startTime: 5, type: 'application/dash+xml' });
  const command = worker.received.find(({ type }) => type === 'load');
  assert.ok(command?.type === 'load');
  assert.equal(command.url, 'https://page.test/a.mpd');
  assert.equal(command.startTime, 5);
  assert.equal(command.contentType, 'application/dash+xml');
  assert.equal(command.mse, 'worker');
  assert.equal(command.config.buffer.ahead, 30);
  await player.destroy();
});

test('load_badArguments_rejectsAndStartsNothing', async () => {
  const { player, worker } = newPlayer();
  assert.equal(await codeOf(player.load('http://')), ErrorCode.BAD_ARGUMENT);
  assert.equal(await codeOf(player.load('a', { startTime: NaN })), ErrorCode.BAD_ARGUMENT);
  const preload = 'none' as 'auto';
  assert.equal(await codeOf(player.load('a', { preload })), ErrorCode.BAD_ARGUMENT);
  assert.deepEqual(
    worker.commands.map(({ type }) => type),
    ['boot'],
  );
});

test('load_manifestAndDataThere_resolves', async () => {
  const { element, player, worker, events } = newPlayer();
  let resolved = false;
  const load = player.load('a.mpd').then(() => (resolved = true));
  const handle = {} as MediaSourceHandle;
  worker.say({ type: 'handle', session: 1, handle });
  assert.equal(element.srcObject, handle);
  element.happen('canplay', { readyState: 3 });
  await settled();
  assert.equal(resolved, false);
  worker.say(loaded(1));
  await load;
  assert.deepEqual(events, ['loaded', 'trackschange']);
});

test('load_lastFrameOnly_resolvesWhenEverythingIsThere', async () => {
  const { element, player, worker } = newPlayer();
  const load = player.load('a.mpd');
  worker.say(loaded(1));
  element.happen('progress', { readyState: 2, duration: 40, ranges: [[38, 39.95]] });
  await load;
});

test('load_ofMetadata_loadsMoreOncePlaybackIsAskedFor', async () => {
  const { element, player, worker } = newPlayer();
  const aheads = () =>
    worker.commands.flatMap((command) =>
      command.type === 'load' || command.type === 'configure' ? [command.config.buffer.ahead] : [],
    );
  const load = player.load('a.mpd', { preload: 'metadata' });
  worker.say(loaded(1));
  element.happen('canplay', { readyState: 3 });
  await load;
  player.configure({ buffer: { ahead: 20 } });
  assert.deepEqual(aheads(), [1, 1]);
  element.happen('play', { paused: false });
  assert.deepEqual(aheads(), [1, 1, 20]);
  element.happen('pause', { paused: true });
  element.happen('play', { paused: false });
  assert.deepEqual(aheads(), [1, 1, 20]);
  await player.destroy();
});

test('load_ofMetadata_whilePlaybackIsAskedFor_loadsAll', async () => {
  const { element, player, worker } = newPlayer();
  await element.play();
  void player.load('a.mpd', { preload: 'metadata' });
  const command = worker.received.find(({ type }) => type === 'load');
  assert.ok(command?.type === 'load');
  assert.equal(command.config.buffer.ahead, 30);
  await player.destroy();
});

test('load_playAskedForMeanwhile_playsTheMediaSource', async () => {
  const { element, player, worker } = newPlayer();
  void player.load('a.mpd');
  await element.play();
  let paused = false;
  Object.defineProperty(element, 'srcObject', {
    set: () => (paused = element.paused = true), // as browsers do unless the element is empty
  });
  worker.say({ type: 'handle', session: 1, handle: {} as MediaSourceHandle });
  assert.ok(paused);
  assert.equal(element.paused, false);
  await player.destroy();
});

test('load_withManagedMediaSourceAlone_disablesRemotePlaybackMeanwhile', async () => {
  const { element, player, worker } = newPlayer();
  Object.assign(globalThis, { ManagedMediaSource: FakeMediaSource });
  delete (globalThis as { MediaSource?: unknown }).MediaSource;
  try {
    void player.load('a.mpd');
    assert.equal(player.mse, 'worker');
    assert.equal(element.disableRemotePlayback, false);
    worker.say({ type: 'handle', session: 1, handle: {} as MediaSourceHandle });
    assert.equal(element.disableRemotePlayback, true);
    await player.destroy();
    assert.equal(element.disableRemotePlayback, false);
  } finally {
    Object.assign(globalThis, { MediaSource: FakeMediaSource });
    delete (globalThis as { ManagedMediaSource?: unknown }).ManagedMediaSource;
  }
});

test('load_startPosition_isSetOnceThereIsMetadata', async () => {
  const { element, player, worker } = newPlayer();
  let resolved = false;
  const load = player.load('a.mpd', { startTime: 20 }).then(() => (resolved = true));
  worker.say(loaded(1));
  worker.say({ type: 'seekto', session: 1, from: 20, position: 20, reason: 'start' });
  assert.equal(element.currentTime, 0);
  element.happen('loadedmetadata', { readyState: 1 });
  assert.equal(element.currentTime, 20);
  element.happen('canplay', { readyState: 4, seeking: true });
  await settled();
  assert.equal(resolved, false);
  element.happen('seeked', { seeking: false });
  await load;
});

test('load_second_interruptsTheFirstAndDropsItsMessages', async () => {
  const { player, worker, events } = newPlayer();
  const first = codeOf(player.load('a.mpd'));
  void player.load('b.mpd');
  assert.equal(await first, ErrorCode.LOAD_INTERRUPTED);
  worker.say(loaded(1));
  assert.deepEqual(events, []);
  worker.say(loaded(2));
  assert.deepEqual(events, ['loaded', 'trackschange']);
  assert.deepEqual(
    worker.commands.map(({ type }) => type),
    ['boot', 'load', 'unload', 'load'],
  );
});

test('load_signalAborted_isInterrupted', async () => {
  const { player } = newPlayer();
  const controller = new AbortController();
  const load = codeOf(player.load('a.mpd', { signal: controller.signal }));
  controller.abort();
  assert.equal(await load, ErrorCode.LOAD_INTERRUPTED);
});

test('load_fatalError_rejectsWithItAndFiresNothing', async () => {
  const { element, player, worker, events } = newPlayer();
  const load = player.load('a.mpd');
  worker.say({ type: 'handle', session: 1, handle: {} as MediaSourceHandle });
  worker.say(failure(1));
  await assert.rejects(load, {
    name: 'PlayerError',
    code: 1001,
    category: 'network',
    fatal: true,
    url: 'https://page.test/a.mpd',
    data: { status: '404' },
  });
  assert.deepEqual(events, []);
  assert.equal(element.srcObject, null);
});

test('error_whilePlaying_isFiredOnce', async () => {
  const { worker, events } = await playing();
  events.length = 0;
  worker.say(failure(1, false));
  worker.say(failure(1));
  worker.say(failure(1));
  assert.deepEqual(events, ['warning', 'error']);
});

test('worker_breaking_withoutRecovery_failsTheLoadAndTheNextLoadHasAnother', async () => {
  const { player, worker } = newPlayer();
  player.configure({ recovery: false });
  const load = codeOf(player.load('a.mpd'));
  worker.break('boom');
  assert.equal(await load, ErrorCode.ENGINE_FAILURE);
  assert.ok(worker.terminated);
  void player.load('a.mpd');
  assert.notEqual(FakeWorker.last, worker);
  assert.equal(FakeWorker.last.commands.at(-1)?.type, 'load');
  await player.destroy();
});

test('worker_withoutTheEngineAskedFor_failsTheLoad', async () => {
  const player = new Player(new FakeElement().asElement, { engine: 'wasm' });
  const load = player.load('a.mpd');
  FakeWorker.last.say({ type: 'bootfailed', unavailable: true, message: 'no GC' });
  await assert.rejects(load, {
    code: ErrorCode.ENGINE_UNAVAILABLE,
    category: 'support',
    data: { engine: 'wasm', reason: 'no GC' },
  });
});

test('unload_playing_detachesAndWaitsForTheEngine', async () => {
  const { element, player, worker } = await playing();
  let unloaded = false;
  const unload = player.unload().then(() => (unloaded = true));
  assert.equal(element.srcObject, null);
  assert.deepEqual(worker.commands.at(-1), { type: 'unload', session: 1 });
  await settled();
  assert.equal(unloaded, false);
  worker.say({ type: 'unloaded', session: 1 });
  await unload;
  assert.deepEqual(player.qualities, []);
  worker.received.length = 0;
  element.happen('pause');
  assert.deepEqual(worker.received, []);
});

test('destroy_duringUnload_settlesEverything', async () => {
  const { player, worker } = await playing();
  const unload = player.unload();
  await player.destroy();
  await unload;
  assert.ok(worker.terminated);
  assert.equal(await codeOf(player.load('a.mpd')), ErrorCode.DESTROYED);
  assert.throws(() => player.setQuality('auto'), { code: ErrorCode.DESTROYED });
  await player.destroy();
});

test('audioTrack_selected_isPostedAndFollowsTheEngine', async () => {
  const { player, worker, events } = await playing();
  events.length = 0;
  assert.throws(() => player.selectAudioTrack('de'), { code: ErrorCode.BAD_ARGUMENT });
  player.selectAudioTrack('fr');
  assert.deepEqual(worker.commands.at(-1), {
    type: 'selecttrack',
    session: 1,
    kind: 'audio',
    id: 'fr',
    immediate: false,
  });
  worker.say({ type: 'trackchange', session: 1, kind: 'audio', id: 'fr', qualities: [QUALITY] });
  assert.deepEqual(
    player.audioTracks.map(({ selected }) => selected),
    [false, true],
  );
  assert.deepEqual(events, ['trackschange']);
});

test('quality_pinned_isPostedAndFollowsTheEngine', async () => {
  const { player, worker } = await playing();
  assert.throws(() => player.setQuality('v9'), { code: ErrorCode.BAD_ARGUMENT });
  player.setQuality('v1');
  assert.deepEqual(worker.commands.at(-1), { type: 'setquality', session: 1, id: 'v1' });
  player.setQuality('auto');
  assert.deepEqual(worker.commands.at(-1), { type: 'setquality', session: 1, id: null });
  let pinned: boolean | null = null;
  player.addEventListener('qualitychange', ({ detail }) => (pinned = detail.pinned));
  worker.say({ type: 'qualitychange', session: 1, id: 'v1', pinned: true });
  assert.equal(pinned, true);
  assert.deepEqual(player.quality, QUALITY);
});

test('gap_ahead_isJumpedAndNothingBehind', async () => {
  const { element, worker } = await playing();
  element.currentTime = 10;
  worker.say({ type: 'seekto', session: 1, from: 10, position: 10.4, reason: 'gap' });
  assert.equal(element.currentTime, 10.4);
  worker.say({ type: 'seekto', session: 1, from: 8.9, position: 9, reason: 'gap' });
  assert.equal(element.currentTime, 10.4);
});

test('gap_judgedBeforeTheViewerSoughtBack_isNotJumped', async () => {
  const { element, worker } = await playing();
  element.currentTime = 3;
  worker.say({ type: 'seekto', session: 1, from: 10, position: 10.4, reason: 'gap' });
  assert.equal(element.currentTime, 3);
});

test('elementError_crossesToTheEngine', async () => {
  const { element, worker } = await playing();
  element.happen('error', { error: { code: 3, message: 'PIPELINE_ERROR_DECODE' } });
  element.happen('waiting');
  assert.equal(worker.commands.filter(({ type }) => type === 'elementerror').length, 1);
  assert.deepEqual(worker.commands.at(-1), {
    type: 'elementerror',
    session: 1,
    mediaErrorCode: 3,
    message: 'PIPELINE_ERROR_DECODE',
  });
});

test('elementError_notToldYet_isToldBeforeWhatIsSeenNext', async () => {
  const { element, worker } = await playing();
  worker.received.length = 0;
  element.happen('waiting', { error: { code: 3, message: 'PIPELINE_ERROR_DECODE' } });
  element.happen('error');
  assert.deepEqual(
    worker.received.map(({ type }) => type),
    ['elementerror', 'observe'],
  );
});

test('anotherMediaSource_afterAnElementError_startsWhereItShouldAndPlaysOn', async () => {
  const { element, worker } = await playing();
  Object.assign(element, { paused: false, playbackRate: 1.5 });
  element.happen('error', { error: { code: 3, message: 'PIPELINE_ERROR_DECODE' } });
  // A failed element pauses; a new source puts everything back.
  Object.assign(element, { paused: true, playbackRate: 1, currentTime: 0, readyState: 0 });
  worker.say({ type: 'handle', session: 1, handle: {} as MediaSourceHandle });
  worker.say({ type: 'seekto', session: 1, from: 7.3, position: 7.3, reason: 'start' });
  assert.equal(element.paused, false);
  assert.equal(element.playbackRate, 1.5);
  element.happen('loadedmetadata', { readyState: 1 });
  assert.equal(element.currentTime, 7.3);
});

test('configure_whilePlaying_postsTheWholeConfig', async () => {
  const { player, worker } = await playing();
  assert.throws(() => player.configure({ engine: 'wasm' }), { code: ErrorCode.BAD_ARGUMENT });
  player.configure({ buffer: { ahead: 4 } });
  const command = worker.commands.at(-1);
  assert.ok(command?.type === 'configure');
  assert.deepEqual(command.config.buffer, { ahead: 4, behind: 30, bytes: 120_000_000 });
});

test('stats_withStatus_areAPlainObject', async () => {
  const { element, player, worker } = await playing();
  element.ranges = [[0, 6]];
  worker.say(
    status({
      bandwidth: 5e6,
      videoBuffered: [0, 6, 8, 10],
      audioBuffered: [0, 7],
      bytesLoaded: 1000,
    }),
  );
  assert.equal(player.isLive, false);
  assert.equal(player.programDateTime, null);
  const stats = player.stats();
  assert.deepEqual(JSON.parse(JSON.stringify(stats)), stats);
  assert.equal(stats.engine, 'js');
  assert.equal(stats.mse, 'worker');
  assert.equal(stats.bandwidth, 5e6);
  assert.deepEqual(stats.buffered.video, [
    { start: 0, end: 6 },
    { start: 8, end: 10 },
  ]);
  assert.deepEqual(stats.buffered.element, [{ start: 0, end: 6 }]);
});

test('playback_goingOn_needsHardlyAMessage', async (t) => {
  const { element, worker } = await playing();
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let now = performance.now();
  t.mock.method(performance, 'now', () => now);
  element.happen('play', { paused: false, readyState: 4 });
  worker.say(status());
  worker.received.length = 0;
  for (let ms = 250; ms <= 60_000; ms += 250) {
    now += 250;
    element.currentTime = ms / 1000;
    t.mock.timers.tick(250);
    if (ms % 1750 === 0) {
      worker.say(status({ bandwidth: 1e6 + ms, videoBuffered: [0, 30 + ms / 1000] }));
    }
  }
  assert.ok(worker.received.length <= 1, `${worker.received.length} messages in a minute`);
});

test('figures_areAskedFor_onlyWhereSomebodyWantsThem', async () => {
  const { player, worker } = await playing();
  const asked = () => worker.received.filter(({ type }) => type === 'ask').length;
  worker.say(status({ bandwidth: 1e6 }));
  worker.say(status({ bandwidth: 2e6 }));
  assert.equal(asked(), 0);
  player.stats();
  player.stats();
  assert.equal(asked(), 1, 'once until they have come');
  worker.say(status({ bandwidth: 3e6 }));
  assert.equal(asked(), 1);
  player.addEventListener('bandwidth', () => undefined);
  worker.say(status({ bandwidth: 4e6 }));
  worker.say(status({ bandwidth: 5e6 }));
  assert.equal(asked(), 3);
});

test('liveStream_isKnownByItsStatus', async () => {
  const { element, player, worker } = await playing();
  const at = performance.timeOrigin + performance.now();
  worker.say(
    status({
      position: 100,
      liveStart: 50,
      liveEdge: 112,
      targetLatency: 9,
      date: Date.UTC(2024, 0, 1),
      at,
    }),
  );
  element.currentTime = 102;
  assert.equal(player.isLive, true);
  assert.ok(Math.abs((player.liveEdge ?? 0) - 112) < 0.2);
  assert.ok(Math.abs((player.stats().latency ?? 0) - 10) < 0.2);
  assert.equal(player.targetLatency, 9);
  assert.equal(player.programDateTime?.toISOString(), '2024-01-01T00:00:02.000Z');
  player.seekToLiveEdge();
  assert.ok(Math.abs(element.currentTime - 103) < 0.2);
  worker.say({ type: 'seekto', session: 1, from: 20, position: 80, reason: 'live' });
  assert.equal(element.currentTime, 80);
});

test('dateRanges_areToldAndKept', async () => {
  const { player, worker } = await playing();
  const told: string[] = [];
  player.addEventListener('daterange', ({ detail }) => told.push(detail.id));
  const range = {
    id: 'ad',
    className: 'break',
    startTime: 12,
    startDate: Date.UTC(2024, 0, 1),
    endDate: NaN,
    duration: NaN,
    plannedDuration: 30,
    endOnNext: false,
    attributes: { 'X-A': 'b' },
  };
  worker.say({ type: 'dateranges', session: 1, ranges: [range] });
  worker.say({ type: 'dateranges', session: 1, ranges: [{ ...range, duration: 29 }] });
  assert.deepEqual(told, ['ad', 'ad']);
  assert.deepEqual(player.dateRanges, [
    { ...range, startDate: new Date(range.startDate), endDate: null, duration: 29 },
  ]);
});
