import { FakeElement } from './fakes.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  element.happen('playing', { paused: false, readyState: 4, currentTime: 3 });
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
  element.happen('playing', { paused: false, readyState: 4, currentTime: 3, playbackRate: 2 });
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

test('observer_beats_areToldAtOnceOnlyWhenTheElementIsStuck', () => {
  const { element, seen, observer } = observed();
  observer.beat();
  assert.equal(seen.length, 0);
  element.happen('playing', { paused: false, readyState: 4, currentTime: 3 });
  element.currentTime = 4;
  observer.beat();
  assert.equal(seen.length, 1);
  observer.beat();
  assert.equal(seen.length, 2);
  assert.equal(seen[1]?.position, 4);
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
