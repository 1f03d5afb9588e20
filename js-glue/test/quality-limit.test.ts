import { FakeElement } from './fakes.js';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { QualityMessage } from '../src/protocol.js';
import { type Limits, QualityLimit } from '../src/quality-limit.js';

const QUALITIES = [
  quality(426, 240, 300_000),
  quality(854, 480, 900_000),
  quality(854, 480, 1_200_000),
  quality(1280, 720, 2_500_000),
];

function quality(width: number, height: number, bandwidth: number): QualityMessage {
  return { id: `v${bandwidth}`, width, height, bandwidth, frameRate: 25, codecs: 'avc1.4d401f' };
}

/** A video element on a page. */
class Screen extends FakeElement {
  clientWidth = 854;
  clientHeight = 480;
  videoWidth = 1280;
  videoHeight = 720;
  dropped = 0;
  total = 0;

  override paused = false;

  getVideoPlaybackQuality(): object {
    return { droppedVideoFrames: this.dropped, totalVideoFrames: this.total };
  }
}

let now: number;
let hidden: boolean;

beforeEach(() => {
  now = 0;
  mock.method(performance, 'now', () => now);
  hidden = false;
  Object.assign(globalThis, {
    devicePixelRatio: 1,
    document: {
      get hidden() {
        return hidden;
      },
    },
  });
});

afterEach(() => mock.reset());

function limit(capToElementSize: boolean, capOnDroppedFrames: boolean) {
  const element = new Screen();
  const changes: Limits[] = [];
  const made: QualityLimit = new QualityLimit(
    element.asElement,
    { capToElementSize, capOnDroppedFrames },
    () => changes.push(made.limits),
  );
  made.qualities = QUALITIES;
  return { element, limit: made, changes };
}

function beat(made: QualityLimit): void {
  now += 1000;
  made.beat();
}

/** Beats for so many seconds, in each of which so many of 50 frames are dropped. */
function play(made: QualityLimit, element: Screen, seconds: number, dropped: number): void {
  for (let i = 0; i < seconds; i++) {
    element.total += 50;
    element.dropped += dropped;
    beat(made);
  }
}

test('limit_off_isNone_andAsksNothingOfTheElement', () => {
  const { limit: made, element, changes } = limit(false, false);
  mock.method(element, 'getVideoPlaybackQuality', () => assert.fail('frames'));
  for (const size of ['clientWidth', 'clientHeight']) {
    Object.defineProperty(element, size, { get: () => assert.fail('layout') });
  }
  play(made, element, 60, 40);
  assert.deepEqual(made.limits, { maxBitrate: Infinity, width: 0, height: 0 });
  assert.deepEqual(changes, []);
});

test('limit_elementSize_isKnownFromTheStart', () => {
  assert.deepEqual(limit(true, false).limit.limits, {
    maxBitrate: Infinity,
    width: 854,
    height: 480,
  });
});

test('limit_elementThatGrows_follows', () => {
  const { element, limit: made, changes } = limit(true, false);
  beat(made);
  element.clientWidth = 1280;
  beat(made);
  beat(made);
  assert.deepEqual(changes, [{ maxBitrate: Infinity, width: 1280, height: 480 }]);
});

test('limit_finerScreen_countsItsOwnPixels', () => {
  const { limit: made } = limit(true, false);
  Object.assign(globalThis, { devicePixelRatio: 1.5 });
  beat(made);
  assert.equal(made.limits.width, 1281);
  assert.equal(made.limits.height, 720);
});

test('limit_switchedOff_isNone', () => {
  const { limit: made } = limit(true, false);
  made.configure({ capToElementSize: false, capOnDroppedFrames: false });
  assert.equal(made.limits.width, 0);
});

test('limit_frames_areAskedForOncePerWindow', () => {
  const { element, limit: made } = limit(false, true);
  const asked = mock.method(element, 'getVideoPlaybackQuality');
  play(made, element, 60, 0);
  assert.ok(asked.mock.callCount() <= 13, `${asked.mock.callCount()} times in a minute`);
});

test('limit_droppedFrames_leaveTheQualityOutForAMinute', () => {
  const { element, limit: made } = limit(false, true);
  play(made, element, 8, 20);
  assert.equal(made.limits.maxBitrate, Infinity, 'a moment may have been bad');
  play(made, element, 5, 20);
  assert.equal(made.limits.maxBitrate, 1_200_000);
  play(made, element, 70, 0);
  assert.equal(made.limits.maxBitrate, Infinity);
  play(made, element, 16, 20);
  play(made, element, 70, 0);
  assert.equal(made.limits.maxBitrate, 1_200_000, 'the second time, it rests for longer');
});

test('limit_fewDroppedFrames_areTolerated', () => {
  const { element, limit: made } = limit(false, true);
  play(made, element, 60, 5);
  assert.equal(made.limits.maxBitrate, Infinity);
});

test('limit_framesDroppedUnseen_doNotCount', () => {
  const { element, limit: made } = limit(false, true);
  hidden = true;
  play(made, element, 60, 40);
  assert.equal(made.limits.maxBitrate, Infinity);
});

test('limit_lowestQualityDropsFrames_isNone', () => {
  const { element, limit: made } = limit(false, true);
  element.videoWidth = 426;
  element.videoHeight = 240;
  play(made, element, 60, 40);
  assert.equal(made.limits.maxBitrate, Infinity);
});
