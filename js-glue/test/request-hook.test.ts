import { FakeElement, FakeWorker, settled } from './fakes.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Player, type PlayerRequest, type RequestHook } from '../src/index.js';
import type { Event as EngineEvent } from '../src/protocol.js';

function asked(id: number): EngineEvent {
  return {
    type: 'request',
    session: 1,
    id,
    kind: 'segment',
    url: 'https://cdn.test/a/1.m4s',
    headers: [['x-key', '7']],
    withCredentials: false,
  };
}

/** A player that loads with a hook, and its worker. */
function loading(request: RequestHook) {
  const player = new Player(new FakeElement().asElement, {
    engine: 'js',
    worker: 'own',
    network: { request },
  });
  const worker = FakeWorker.last;
  void player.load('a.mpd').catch(() => undefined);
  return { player, worker };
}

test('hook_none_isNotAskedFor', async () => {
  const player = new Player(new FakeElement().asElement, { engine: 'js', worker: 'own' });
  void player.load('a.mpd').catch(() => undefined);
  const load = FakeWorker.last.commands.at(-1);
  assert.ok(load?.type === 'load');
  assert.equal(load.config.network.hooked, false);
  await player.destroy();
});

test('hook_changingTheRequest_isAnsweredWithIt', async () => {
  const { player, worker } = loading(async (request) => {
    assert.equal(request.kind, 'segment');
    await Promise.resolve();
    request.url += '?token=1';
    request.headers['X-Other'] = '8';
    request.withCredentials = true;
  });
  const load = worker.commands.at(-1);
  assert.ok(load?.type === 'load');
  assert.equal(load.config.network.hooked, true);
  worker.say(asked(3));
  await settled();
  assert.deepEqual(worker.commands.at(-1), {
    type: 'requestanswer',
    session: 1,
    id: 3,
    url: 'https://cdn.test/a/1.m4s?token=1',
    headers: [
      ['x-key', '7'],
      ['x-other', '8'],
    ],
    withCredentials: true,
    error: null,
  });
  await player.destroy();
});

test('hook_answeringWithARelativeUrl_isResolved', async () => {
  const { player, worker } = loading((request) => ({ ...request, url: '../b.m4s', headers: {} }));
  worker.say(asked(1));
  await settled();
  const answer = worker.commands.at(-1);
  assert.ok(answer?.type === 'requestanswer');
  assert.equal(answer.url, 'https://cdn.test/b.m4s');
  assert.deepEqual(answer.headers, []);
  await player.destroy();
});

test('hook_throwing_isAnsweredWithTheError', async () => {
  const { player, worker } = loading(() => {
    throw new Error('no token');
  });
  worker.say(asked(1));
  await settled();
  const answer = worker.commands.at(-1);
  assert.ok(answer?.type === 'requestanswer');
  assert.equal(answer.error, 'Error: no token');
  await player.destroy();
});

test('hook_droppedRequest_isAbortedAndNotAnswered', async () => {
  let seen: PlayerRequest | null = null;
  const { player, worker } = loading(async (request) => {
    seen = request;
    await new Promise((resolve) => request.signal.addEventListener('abort', resolve));
  });
  worker.say(asked(1));
  worker.say({ type: 'requestdrop', session: 1, id: 1 });
  await settled();
  assert.ok((seen as PlayerRequest | null)?.signal.aborted);
  assert.equal(worker.commands.at(-1)?.type, 'load');
  await player.destroy();
});

test('hook_ofALostWorker_doesNotAnswerTheNext', async () => {
  let release: () => void = () => undefined;
  const { player, worker } = loading(async () => {
    await new Promise<void>((resolve) => (release = resolve));
  });
  worker.say({ type: 'booted', engine: 'js', reason: '' });
  worker.say(asked(1));
  worker.break('boom');
  release();
  await settled();
  assert.equal(FakeWorker.last.commands.at(-1)?.type, 'load');
  await player.destroy();
});
