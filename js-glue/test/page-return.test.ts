import { FakeElement, fakeWindow } from './fakes.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playOnReturn } from '../src/page-return.js';

function leaveAndComeBack(element: FakeElement, persisted: boolean): void {
  fakeWindow.dispatchEvent(new Event('pagehide'));
  element.paused = true;
  fakeWindow.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
}

for (const [what, paused, persisted, expected] of [
  ['played', false, true, false],
  ['paused', true, true, true],
  ['played, page not kept', false, false, true],
] as const) {
  test(`pageshow_afterPagehide_playsOnOnlyWhatPlayed (${what})`, () => {
    const element = new FakeElement();
    element.paused = paused;
    playOnReturn(element.asElement, new AbortController().signal);
    leaveAndComeBack(element, persisted);
    assert.equal(element.paused, expected);
  });
}

test('pageshow_whenOver_isOfNoInterest', () => {
  const element = new FakeElement();
  const over = new AbortController();
  element.paused = false;
  playOnReturn(element.asElement, over.signal);
  over.abort();
  leaveAndComeBack(element, true);
  assert.equal(element.paused, true);
});
