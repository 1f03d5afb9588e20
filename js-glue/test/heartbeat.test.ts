import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Heartbeat } from '../src/heartbeat.js';

/** A heartbeat on a clock of the test's. */
function beating(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const seen = { pings: 0, deaths: 0 };
  const heartbeat = new Heartbeat(
    () => seen.pings++,
    () => seen.deaths++,
  );
  heartbeat.start();
  return { heartbeat, seen, tick: (ms: number) => t.mock.timers.tick(ms) };
}

/** In steps, as a page that is not blocked does. */
function pass(tick: (ms: number) => void, ms: number): void {
  for (let passed = 0; passed < ms; passed += 100) {
    tick(100);
  }
}

test('worker_talking_isNotAsked', (t) => {
  const { heartbeat, seen, tick } = beating(t);
  for (let i = 0; i < 100; i++) {
    heartbeat.heard();
    pass(tick, 500);
  }
  assert.deepEqual(seen, { pings: 0, deaths: 0 });
});

test('worker_answering_lives', (t) => {
  const { heartbeat, seen, tick } = beating(t);
  heartbeat.heard();
  for (let i = 0, asked = 0; i < 600; i++) {
    tick(100);
    if (seen.pings > asked) {
      asked = seen.pings;
      heartbeat.heard();
    }
  }
  assert.ok(seen.pings > 10);
  assert.equal(seen.deaths, 0);
});

test('worker_silent_isDeadWithin3sAndOnce', (t) => {
  const { heartbeat, seen, tick } = beating(t);
  heartbeat.heard();
  pass(tick, 2000);
  assert.equal(seen.deaths, 0);
  pass(tick, 900);
  assert.equal(seen.deaths, 1);
  pass(tick, 10_000);
  assert.equal(seen.deaths, 1);
});

test('page_blocked_readsWhatHasComeBeforeItJudges', (t) => {
  const { heartbeat, seen, tick } = beating(t);
  heartbeat.heard();
  pass(tick, 1400);
  assert.equal(seen.pings, 1);
  // The answer comes while the page is blocked; a timer that was due goes first.
  tick(60_000 - 1400 - 700);
  tick(0);
  heartbeat.heard();
  pass(tick, 1300);
  assert.equal(seen.deaths, 0);
});

test('page_blockedMostOfTheTime_doesNotJudgeTooEarly', (t) => {
  const { heartbeat, seen, tick } = beating(t);
  for (let i = 0; i < 20; i++) {
    // 1900 ms blocked, then the timers that are due, then the messages, then 100 ms.
    tick(700);
    heartbeat.heard();
    tick(1300);
  }
  assert.equal(seen.deaths, 0);
});

test('worker_starting_hasTimeForItsScriptToCome', (t) => {
  const { seen, tick } = beating(t);
  pass(tick, 19_000);
  assert.equal(seen.deaths, 0);
  pass(tick, 2000);
  assert.equal(seen.deaths, 1);
});

test('heartbeat_stopped_asksNothing', (t) => {
  const { heartbeat, seen, tick } = beating(t);
  heartbeat.stop();
  pass(tick, 60_000);
  assert.deepEqual(seen, { pings: 0, deaths: 0 });
});
