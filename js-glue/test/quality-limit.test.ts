import { FakeElement } from './fakes.js';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { QualityMessage } from '../src/protocol.js';
import { QualityLimit } from '../src/quality-limit.js';

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

let resized: () => void;
let hidden: boolean;

beforeEach(() => {
  mock.timers.enable({ apis: ['Date'] });
  let now = 0;
  mock.method(performance, 'now', () => (now += 1000));
  hidden = false;
  Object.assign(globalThis, {
    devicePixelRatio: 1,
    ResizeObserver: class {
      constructor(callback: () => void) {
        resized = callback;
      }
      observe(): void {}
      disconnect(): void {
        resized = () => undefined;
      }
    },
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
  const over = new AbortController();
  const changes: number[] = [];
  const made: QualityLimit = new QualityLimit(
    element.asElement,
    { capToElementSize, capOnDroppedFrames },
    over.signal,
    () => changes.push(made.value),
  );
  made.qualities = QUALITIES;
  return { element, limit: made, changes, over };
}

/** Beats for so many seconds, in each of which so many of 50 frames are dropped. */
function play(made: QualityLimit, element: Screen, seconds: number, dropped: number): void {
  for (let i = 0; i < seconds; i++) {
    element.total += 50;
    element.dropped += dropped;
    made.beat();
  }
}

test('limit_off_isNone', () => {
  const { limit: made, element, changes } = limit(false, false);
  play(made, element, 60, 40);
  assert.equal(made.value, Infinity);
  assert.deepEqual(changes, []);
});

test('limit_elementSmallerThanTheTop_leavesOutWhatIsLarger', () => {
  assert.equal(limit(true, false).limit.value, 1_200_000);
});

test('limit_elementThatGrows_follows', () => {
  const { element, limit: made, changes } = limit(true, false);
  element.clientWidth = 855;
  resized();
  assert.equal(made.value, 1_200_000, 'the height is filled already');
  element.clientHeight = 600;
  resized();
  assert.equal(made.value, Infinity);
  element.clientWidth = 300;
  element.clientHeight = 200;
  resized();
  assert.equal(made.value, 300_000);
  assert.deepEqual(changes, [1_200_000, Infinity, 300_000]);
});

test('limit_finerScreen_countsItsOwnPixels', () => {
  const { limit: made } = limit(true, false);
  Object.assign(globalThis, { devicePixelRatio: 1.5 });
  made.beat();
  assert.equal(made.value, Infinity);
});

test('limit_elementWithoutLayout_isNone', () => {
  const { element, limit: made } = limit(true, false);
  element.clientWidth = element.clientHeight = 0;
  resized();
  assert.equal(made.value, Infinity);
});

test('limit_over_watchesNoLonger', () => {
  const { element, limit: made, over } = limit(true, false);
  over.abort();
  element.clientHeight = element.clientWidth = 2000;
  resized();
  assert.equal(made.value, 1_200_000);
});

test('limit_droppedFrames_leaveTheQualityOutForAMinute', () => {
  const { element, limit: made } = limit(false, true);
  play(made, element, 8, 20);
  assert.equal(made.value, Infinity, 'a moment may have been bad');
  play(made, element, 5, 20);
  assert.equal(made.value, 1_200_000);
  play(made, element, 70, 0);
  assert.equal(made.value, Infinity);
  play(made, element, 16, 20);
  play(made, element, 70, 0);
  assert.equal(made.value, 1_200_000, 'the second time, it rests for longer');
});

test('limit_fewDroppedFrames_areTolerated', () => {
  const { element, limit: made } = limit(false, true);
  play(made, element, 60, 5);
  assert.equal(made.value, Infinity);
});

test('limit_framesDroppedUnseen_doNotCount', () => {
  const { element, limit: made } = limit(false, true);
  hidden = true;
  play(made, element, 60, 40);
  assert.equal(made.value, Infinity);
});

test('limit_lowestQualityDropsFrames_isNone', () => {
  const { element, limit: made } = limit(false, true);
  element.videoWidth = 426;
  element.videoHeight = 240;
  play(made, element, 60, 40);
  assert.equal(made.value, Infinity);
});
