import { FakeElement, FakeMediaSource, FakeWorker, loaded, settled, status } from './fakes.js';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ErrorCode, Player, type PlayerConfig, type PlayerError } from '../src/index.js';
import type { Command } from '../src/protocol.js';

/** A player with a worker of its own, and all the events it fires. */
function newPlayer(config: PlayerConfig = {}) {
  const element = new FakeElement();
  const player = new Player(element.asElement, { engine: 'js', worker: 'own', ...config });
  const worker = FakeWorker.last;
  worker.say({ type: 'booted', engine: 'js', reason: '' });
  const events: string[] = [];
  for (const type of ['error', 'warning', 'loaded', 'trackschange', 'recovered']) {
    player.addEventListener(type, () => events.push(type));
  }
  return { element, player, worker, events };
}

async function playing(config: PlayerConfig = {}) {
  const all = newPlayer(config);
  const { element, player, worker } = all;
  const load = player.load('a.mpd');
  worker.say({ type: 'handle', session: 1, handle: { of: 'first' } as never });
  worker.say(loaded(1));
  element.happen('canplay', { readyState: 3, currentTime: 7, paused: false });
  await load;
  return all;
}

/** Time that passes when the test says so. */
function mockTime(t: TestContext): (ms: number) => void {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let now = performance.now();
  t.mock.method(performance, 'now', () => now);
  return (ms) => {
    for (let passed = 0; passed < ms; passed += 100) {
      now += 100;
      t.mock.timers.tick(100);
    }
  };
}

/** The load that a worker has been given. */
function loadOf(worker: FakeWorker): Extract<Command, { type: 'load' }> {
  const command = worker.received.find(({ type }) => type === 'load');
  assert.ok(command?.type === 'load');
  return command;
}

test('worker_lost_goesOnWithAnotherWhereItWas', async () => {
  const { element, player, worker, events } = await playing();
  player.selectAudioTrack('fr');
  player.setQuality('v1');
  player.configure({ buffer: { ahead: 5 } });
  element.playbackRate = 1.5;
  worker.say(status({ position: 7, bandwidth: 5e6, bytesLoaded: 1000, requests: 4, retries: 1 }));
  events.length = 0;
  worker.break('boom');
  assert.deepEqual(events, ['warning']);
  const next = FakeWorker.last;
  assert.notEqual(next, worker);
  const load = loadOf(next);
  assert.equal(load.url, 'https://page.test/dir/a.mpd');
  assert.equal(load.startTime, 7);
  assert.equal(load.audioTrack, 'fr');
  assert.equal(load.videoTrack, null);
  assert.equal(load.quality, 'v1');
  assert.equal(load.config.buffer.ahead, 5);
  assert.equal(load.config.abr.initialBandwidth, 5e6);

  // What the lost worker has buffered goes on playing.
  const handle = { of: 'second' } as never;
  next.say({ type: 'handle', session: load.session, handle });
  assert.deepEqual(element.srcObject, { of: 'first' });
  assert.equal(worker.terminated, false);
  element.currentTime = 8;
  next.say(loaded(load.session));
  assert.equal(element.srcObject, handle);
  assert.ok(worker.terminated);
  assert.equal(element.currentTime, 8);
  assert.equal(element.playbackRate, 1.5);
  assert.equal(element.paused, false);
  assert.deepEqual(events, ['warning', 'recovered']);
  assert.equal(player.stats().bytes, 1000);
  await player.destroy();
  assert.ok(next.terminated);
});

test('worker_lostDuringLoad_settlesTheLoadAllTheSame', async () => {
  const { element, player, worker, events } = newPlayer();
  let resolved = false;
  const load = player.load('a.mpd', { startTime: 20 }).then(() => (resolved = true));
  worker.break('boom');
  const next = FakeWorker.last;
  assert.equal(loadOf(next).startTime, 20);
  next.say({ type: 'handle', session: 1, handle: { of: 'second' } as never });
  next.say(loaded(1));
  next.say({ type: 'seekto', session: 1, from: 20, position: 20, reason: 'start' });
  element.happen('loadedmetadata', { readyState: 1 });
  assert.equal(element.currentTime, 20);
  element.happen('canplay', { readyState: 3 });
  await load;
  assert.ok(resolved);
  assert.deepEqual(events, ['warning', 'loaded', 'trackschange', 'recovered']);
  await player.destroy();
});

test('worker_pausedElement_staysPaused', async () => {
  const { element, player, worker } = await playing();
  element.paused = true;
  worker.break('boom');
  FakeWorker.last.say(loaded(1));
  assert.equal(element.paused, true);
  await player.destroy();
});

test('worker_lostAgainAndAgain_endsInAnError', async () => {
  const { player, events } = await playing();
  events.length = 0;
  let error: PlayerError | null = null;
  player.addEventListener('error', ({ detail }) => (error = detail));
  for (let i = 0; i < 6; i++) {
    FakeWorker.last.say({ type: 'booted', engine: 'js', reason: '' });
    FakeWorker.last.break('boom');
  }
  assert.deepEqual(events, [...Array(5).fill('warning'), 'error']);
  const { code, category, fatal } = error as unknown as PlayerError;
  assert.deepEqual([code, category, fatal], [ErrorCode.ENGINE_FAILURE, 'worker', true]);
  await player.destroy();
  assert.ok(FakeWorker.all.slice(1).every(({ terminated }) => terminated));
});

test('worker_lostAtTheEnd_isReplacedWhenItIsNeeded', async () => {
  const { element, player, worker } = await playing();
  element.ended = true;
  element.ranges = [[0, 40]];
  worker.break('boom');
  assert.equal(FakeWorker.last, worker);
  element.happen('seeking', { ended: false, currentTime: 3, seeking: true });
  assert.equal(loadOf(FakeWorker.last).startTime, 3);
  await player.destroy();
});

test('worker_lostWithTheBridge_takesAnotherMediaSource', async () => {
  const { element, player, worker } = newPlayer({ mse: 'window' });
  void player.load('a.mpd');
  worker.say({ type: 'sinkcreate', session: 1, sink: 1 });
  const first = FakeMediaSource.last;
  first.open();
  worker.say(loaded(1));
  element.happen('canplay', { readyState: 3, currentTime: 7 });
  await settled();
  worker.break('boom');
  const next = FakeWorker.last;
  next.say({ type: 'sinkcreate', session: 1, sink: 1 });
  assert.equal(FakeMediaSource.last, first);
  next.say({ type: 'sinkquery', session: 1, sink: 1, types: ['video/mp4'] });
  assert.deepEqual(next.commands.at(-1), {
    type: 'sinksupport',
    session: 1,
    sink: 1,
    supported: [true],
  });
  next.say(loaded(1));
  assert.notEqual(FakeMediaSource.last, first);
  // What becomes of the first one is nothing to the new engine.
  first.close();
  FakeMediaSource.last.open();
  assert.deepEqual(
    next.commands.map(({ type }) => type),
    ['boot', 'load', 'sinksupport', 'sinkopen'],
  );
  await player.destroy();
});

test('worker_silent_isLostWithin3s', async (t) => {
  const pass = mockTime(t);
  const { player, worker, events } = await playing();
  events.length = 0;
  pass(2900);
  assert.deepEqual(events, ['warning']);
  assert.notEqual(FakeWorker.last, worker);
  await player.destroy();
});

test('unload_lostWorker_isSettledWithin3s', async (t) => {
  const pass = mockTime(t);
  const { player, worker } = await playing();
  let unloaded = false;
  const unload = player.unload().then(() => (unloaded = true));
  pass(2900);
  await unload;
  assert.ok(unloaded);
  assert.ok(worker.terminated);
});

test('worker_lostInALiveStream_goesOnAsFarFromTheEdge', async () => {
  const { element, player, worker } = await playing();
  element.currentTime = 70;
  worker.say(
    status({
      position: 70,
      bandwidth: 5e6,
      liveStart: 0,
      liveEdge: 80,
      targetLatency: 9,
      at: performance.timeOrigin + performance.now(),
    }),
  );
  worker.break('boom');
  const next = FakeWorker.last;
  const load = loadOf(next);
  assert.ok(Math.abs((load.startTime ?? 0) + 10) < 0.2, `${load.startTime}`);
  element.currentTime = 0; // as it is with another MediaSource
  next.say({ type: 'handle', session: load.session, handle: { of: 'second' } as never });
  next.say(loaded(load.session));
  next.say({ type: 'seekto', session: load.session, from: 20, position: 20, reason: 'start' });
  assert.equal(element.currentTime, 20);
  await player.destroy();
});
