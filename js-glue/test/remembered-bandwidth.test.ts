import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberBandwidth, rememberedBandwidth } from '../src/remembered-bandwidth.js';

function storage(items: Record<string, string> = {}): Record<string, string> {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => items[key] ?? null,
      setItem: (key: string, value: string) => (items[key] = value),
    },
  });
  return items;
}

test('bandwidth_remembered_isThereAtTheNextVisit', () => {
  storage();
  assert.equal(rememberedBandwidth(), null);
  rememberBandwidth(5_000_000);
  assert.equal(rememberedBandwidth(), 5_000_000);
});

test('bandwidth_ofAnotherDay_isForgotten', (context) => {
  storage();
  rememberBandwidth(5_000_000);
  context.mock.timers.enable({ apis: ['Date'], now: Date.now() + 25 * 3_600_000 });
  assert.equal(rememberedBandwidth(), null);
});

for (const broken of ['', '{', 'null', '7', '{"bandwidth":"much","at":1}', '{"bandwidth":-1}']) {
  test(`bandwidth_brokenEntry_isNone (${broken})`, () => {
    storage({ 'offstage.bandwidth': broken });
    assert.equal(rememberedBandwidth(), null);
  });
}

test('bandwidth_blockedStorage_isNone', () => {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('no', 'SecurityError');
    },
  });
  rememberBandwidth(5_000_000);
  assert.equal(rememberedBandwidth(), null);
});
