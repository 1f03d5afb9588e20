import { FakeElement } from './fakes.js';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Observer } from '../src/observer.js';
import type { Observation } from '../src/protocol.js';

function observed() {
  const element = new FakeElement();
  element.ranges = [[0, 40]];
  element.duration = 40;
  const seen: Observation[] = [];
  const gone = { times: 0 };
  const stalls = { times: 0 };
  const observer = new Observer(element.asElement, {
    onObservation: (observation) => seen.push(observation),
    onStall: () => stalls.times++,
    onGone: () => gone.times++,
  });
  return { element, seen, observer, gone, stalls };
}

test('observer_playing_seesTimePassing', () => {
  const { element, seen } = observed();
  const before = Date.now();
  element.happen('canplay', { paused: false, readyState: 4, currentTime: 3 });
  assert.equal(seen.length, 1);
  assert.equal(seen[0]?.moving, true);
  assert.equal(seen[0]?.position, 3);
  // The clocks agree to within a few milliseconds.
  assert.ok(Math.abs((seen[0]?.at ?? 0) - before) < 1000);
});

for (const [what, change] of [
  ['paused', { paused: true }],
  ['seeking', { seeking: true }],
  ['ended', { ended: true }],
  ['out of data', { readyState: 2 }],
] as const) {
  test(`observer_notMoving_isSeen (${what})`, () => {
    const { element, seen } = observed();
    element.happen('waiting', { paused: false, readyState: 4, ...change });
    assert.equal(seen[0]?.moving, false);
  });
}

test('observer_waiting_countsAsStallOnlyWhilePlaying', () => {
  const { element, stalls } = observed();
  element.happen('waiting');
  assert.equal(stalls.times, 0);
  element.happen('playing');
  element.happen('waiting');
  assert.equal(stalls.times, 1);
  element.happen('waiting');
  assert.equal(stalls.times, 1);
  element.happen('playing');
  element.happen('seeking', { seeking: true });
  element.happen('waiting', { seeking: false });
  assert.equal(stalls.times, 1);
});

test('observer_mediaGoneWhilePlaying_tellsInsteadOfThePage', () => {
  const { element, seen, observer, gone } = observed();
  const told: string[] = [];
  for (const type of ['pause', 'ended']) {
    element.addEventListener(type, () => told.push(type));
  }
  element.happen('canplay', { paused: false, readyState: 4, currentTime: 3, playbackRate: 2 });
  // What Chromium makes of an element whose worker has been terminated.
  element.happen('pause', { currentTime: 40, paused: true, ended: true, ranges: [] });
  element.happen('ended');
  assert.deepEqual(told, []);
  assert.equal(seen.length, 1);
  assert.ok(gone.times > 0);
  const { position, rate, paused } = observer.view;
  assert.ok(position !== null && position >= 3 && position < 4, String(position));
  assert.deepEqual([rate, paused], [2, false]);
});

/** Time that passes when the test says so. */
function mockTime(t: TestContext): (ms: number) => void {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  return (ms) => {
    now += ms;
    t.mock.timers.tick(ms);
  };
}

test('observer_elementThatPlays_isHardlyEverTold', (t) => {
  const tick = mockTime(t);
  const { element, seen, observer } = observed();
  element.happen('canplay', { readyState: 4 });
  element.happen('play', { paused: false });
  element.happen('playing');
  assert.equal(seen.length, 2);
  for (let s = 2; s <= 60; s += 2) {
    tick(2000);
    element.currentTime = s;
    observer.beat();
  }
  assert.equal(seen.length, 2);
  element.currentTime = 61.7;
  tick(2000);
  observer.beat();
  assert.equal(seen.length, 3, 'it has lost 0.3 s');
});

test('observer_elementThatStands_isToldEachSecondUntilItMoves', (t) => {
  const tick = mockTime(t);
  const { element, seen, observer } = observed();
  element.happen('play', { paused: false, readyState: 4, currentTime: 3 });
  observer.beat();
  assert.equal(seen.length, 2);
  for (let i = 0; i < 5; i++) {
    tick(1100);
  }
  assert.equal(seen.length, 7);
  element.currentTime = 4;
  tick(1100);
  tick(5000);
  assert.equal(seen.length, 7);
});

test('observer_elementThatWaits_isToldAgainAndAgain', (t) => {
  const tick = mockTime(t);
  const { element, seen, observer } = observed();
  element.happen('waiting', { paused: false, readyState: 2, currentTime: 3 });
  observer.beat();
  tick(1100);
  assert.equal(seen.length, 3);
  element.happen('pause', { paused: true });
  tick(5000);
  assert.equal(seen.length, 4);
});

test('observer_end_isToldToThePage', () => {
  const { element, seen, gone } = observed();
  const told: string[] = [];
  element.addEventListener('ended', () => told.push('ended'));
  element.happen('ended', { currentTime: 40, readyState: 4, paused: true, ended: true });
  assert.deepEqual(told, ['ended']);
  assert.equal(seen.length, 1);
  assert.equal(gone.times, 0);
});

test('observer_stopped_seesNothing', () => {
  const { element, seen, observer } = observed();
  observer.stop();
  element.happen('play');
  assert.equal(seen.length, 0);
});
