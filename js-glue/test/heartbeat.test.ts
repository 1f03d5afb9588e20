import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Heartbeat } from '../src/heartbeat.js';

/** A heartbeat on a clock of the test's. */
function beating(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  const seen = { pings: 0, deaths: 0 };
  const beats = { times: 0 };
  const heartbeat = new Heartbeat(
    () => beats.times++,
    () => seen.pings++,
    () => seen.deaths++,
  );
  heartbeat.start();
  return {
    heartbeat,
    seen,
    beats,
    /** Time passes; what is due runs, all at once where the page was blocked. */
    tick: (ms: number) => {
      now += ms;
      t.mock.timers.tick(ms);
    },
  };
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

test('worker_talkingALot_beatsOnceASecondAtMost', (t) => {
  const { heartbeat, beats, tick } = beating(t);
  for (let i = 0; i < 600; i++) {
    heartbeat.heard();
    tick(100);
  }
  assert.ok(beats.times >= 30 && beats.times <= 61, `${beats.times} beats in a minute`);
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
  // A timer that was due goes before the messages that have come meanwhile.
  tick(60_000);
  heartbeat.heard();
  pass(tick, 1000);
  assert.deepEqual(seen, { pings: 1, deaths: 0 });
});

test('page_blockedMostOfTheTime_doesNotJudgeTooEarly', (t) => {
  const { heartbeat, seen, tick } = beating(t);
  heartbeat.heard();
  for (let i = 0; i < 20; i++) {
    tick(1900);
    heartbeat.heard();
    tick(100);
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
