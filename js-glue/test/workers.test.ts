import { FakeElement, FakeWorker, settled } from './fakes.js';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { NO_STATUS } from '../src/figures.js';
import { ErrorCode, Player, type PlayerConfig } from '../src/index.js';
import type { Event as EngineEvent } from '../src/protocol.js';

const LINGER = 30_000;

function loaded(session: number): EngineEvent {
  return {
    type: 'loaded',
    session,
    duration: 40,
    startTime: 0,
    videoTracks: [],
    audioTracks: [],
    textTracks: [],
    qualities: [],
  };
}

/** A player that plays, and its session's number. */
async function playing(config: PlayerConfig = {}) {
  const element = new FakeElement();
  const player = new Player(element.asElement, config);
  const before = new Map(FakeWorker.all.map((worker) => [worker, sessionsOf(worker).length]));
  const load = player.load('a.mpd');
  const worker = FakeWorker.all.find(
    (known) => sessionsOf(known).length > (before.get(known) ?? 0),
  ) as FakeWorker;
  worker.say({ type: 'booted', engine: config.engine === 'js' ? 'js' : 'wasm', reason: '' });
  const session = sessionsOf(worker).at(-1) as number;
  worker.say({ type: 'handle', session, handle: { of: session } as never });
  worker.say(loaded(session));
  element.happen('canplay', { readyState: 3, currentTime: session, paused: false });
  await load;
  const events: string[] = [];
  for (const type of ['error', 'warning', 'recovered', 'bandwidth']) {
    player.addEventListener(type, () => events.push(type));
  }
  return { element, player, worker, session, events };
}

/** The sessions that a worker has been told to load. */
function sessionsOf(worker: FakeWorker): number[] {
  return worker.received.flatMap((command) => (command.type === 'load' ? [command.session] : []));
}

/** Has the worker confirm that all sessions have ended that it was told to end. */
function confirmEnds(worker: FakeWorker): void {
  for (const command of worker.received) {
    if (command.type === 'unload') {
      worker.say({ type: 'unloaded', session: command.session });
    }
  }
}

async function destroyAll(worker: FakeWorker, ...players: Player[]): Promise<void> {
  const destroyed = Promise.all(players.map((player) => player.destroy()));
  confirmEnds(worker);
  await destroyed;
}

function mockTime(t: TestContext): void {
  t.mock.timers.enable({ apis: ['setTimeout'] });
}

test('players_twoOnAPage_shareAWorkerAndHearTheirOwn', async () => {
  const first = await playing();
  const second = await playing();
  assert.equal(first.worker, second.worker);
  assert.equal(FakeWorker.all.length, 1);
  assert.notEqual(first.session, second.session);
  first.worker.say(status(second.session));
  assert.deepEqual([first.events, second.events], [[], ['bandwidth']]);
  await destroyAll(first.worker, first.player);
  assert.equal(first.worker.terminated, false);
  first.worker.say(status(second.session, 2e6));
  assert.deepEqual(second.events, ['bandwidth', 'bandwidth']);
  await destroyAll(first.worker, second.player);
});

test('destroy_sharedWorker_resolvesWhenTheStreamIsLetGo', async () => {
  const { player, worker, session } = await playing();
  let resolved = false;
  const destroyed = player.destroy().then(() => (resolved = true));
  await settled();
  assert.equal(resolved, false);
  worker.say({ type: 'unloaded', session });
  await destroyed;
});

test('sharedWorker_leftByAll_staysForAWhile', async (t) => {
  mockTime(t);
  const first = await playing();
  await destroyAll(first.worker, first.player);
  t.mock.timers.tick(LINGER - 1);
  const second = await playing();
  assert.equal(second.worker, first.worker);
  t.mock.timers.tick(2 * LINGER);
  assert.equal(first.worker.terminated, false);
  await destroyAll(first.worker, second.player);
  t.mock.timers.tick(LINGER);
  assert.ok(first.worker.terminated);
});

test('sharedWorker_lost_isReplacedByOneForAllAndEndsWhenAllHaveLeft', async () => {
  const first = await playing();
  const second = await playing();
  const { worker } = first;
  const before = FakeWorker.all.length;
  worker.break('out of memory');
  const next = FakeWorker.last;
  assert.equal(FakeWorker.all.length, before + 1);
  assert.deepEqual(sessionsOf(next), [first.session, second.session]);
  for (const { session, element } of [first, second]) {
    assert.equal(worker.terminated, false);
    next.say({ type: 'handle', session, handle: {} as MediaSourceHandle });
    next.say(loaded(session));
    element.happen('canplay', { readyState: 3 });
  }
  assert.ok(worker.terminated);
  assert.deepEqual(first.events, ['warning', 'recovered']);
  assert.deepEqual(second.events, ['warning', 'recovered']);
  await destroyAll(next, first.player, second.player);
});

test('otherEngine_getsAWorkerOfItsOwn', async () => {
  const first = await playing();
  const wasm = await playing({ engine: 'wasm' });
  assert.equal(wasm.worker, first.worker);
  const js = await playing({ engine: 'js' });
  assert.notEqual(js.worker, first.worker);
  assert.equal(first.worker.terminated, false);
  await destroyAll(first.worker, first.player, wasm.player);
  await destroyAll(js.worker, js.player);
});

test('ownWorker_isNobodyElsesAndEndsWithItsPlayer', async () => {
  const shared = await playing();
  const own = await playing({ worker: 'own' });
  assert.notEqual(own.worker, shared.worker);
  own.worker.break('out of memory');
  assert.deepEqual(shared.events, []);
  assert.deepEqual(own.events, ['warning']);
  await own.player.destroy();
  assert.ok(own.worker.terminated && FakeWorker.last.terminated);
  assert.equal(shared.worker.terminated, false);
  await destroyAll(shared.worker, shared.player);
});

test('worker_fixedOnceMade_cannotBeConfigured', () => {
  const player = new Player(new FakeElement().asElement);
  assert.throws(
    () => player.configure({ worker: 'own' }),
    (error) => (error as { code: number }).code === ErrorCode.BAD_ARGUMENT,
  );
});

function status(session: number, bandwidth = 1e6): EngineEvent {
  return { ...NO_STATUS, type: 'status', session, bandwidth };
}
