import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { DEFAULT_CONFIG, mergeConfig, type PlayerConfig } from '../src/config.js';
import { ErrorCode, PlayerError } from '../src/errors.js';

test('mergeConfig_empty_keepsEveryDefault', () => {
  assert.deepEqual(mergeConfig(DEFAULT_CONFIG, {}), DEFAULT_CONFIG);
});

test('mergeConfig_twice_keepsWhatTheSecondLeavesOut', () => {
  const first = mergeConfig(DEFAULT_CONFIG, {
    engine: 'js',
    buffer: { ahead: 4 },
    network: { headers: { 'X-Token': 'a' } },
  });
  const second = mergeConfig(first, {
    buffer: { behind: 0 },
    preferences: { audioLanguage: 'de' },
  });
  assert.equal(second.engine, 'js');
  assert.deepEqual(second.engineConfig.buffer, { ahead: 4, behind: 0, bytes: 120_000_000 });
  assert.deepEqual(second.engineConfig.network.headers, [['x-token', 'a']]);
  assert.equal(second.engineConfig.audioLanguage, 'de');
});

test('mergeConfig_reservedOptions_areAccepted', () => {
  mergeConfig(DEFAULT_CONFIG, { live: { targetLatency: 3 }, drm: { clearKeys: {} } });
});

const wrong: [option: string, config: unknown][] = [
  ['config', null],
  ['engine', { engine: 'java' }],
  ['mse', { mse: 'page' }],
  ['buffer.ahead', { buffer: { ahead: 0 } }],
  ['buffer.behind', { buffer: { behind: Infinity } }],
  ['abr.initialBandwidth', { abr: { initialBandwidth: NaN } }],
  ['abr.safetyFactor', { abr: { safetyFactor: 1.1 } }],
  ['network.retries', { network: { retries: 1.5 } }],
  ['network.timeout', { network: { timeout: '10' } }],
  ['network.headers', { network: { headers: { 'no good': 'x' } } }],
  ['network.withCredentials', { network: { withCredentials: 1 } }],
  ['preferences.audioLanguage', { preferences: { audioLanguage: 7 } }],
];

for (const [option, config] of wrong) {
  test(`mergeConfig_wrongValue_namesTheOption (${option})`, () => {
    assert.throws(
      () => mergeConfig(DEFAULT_CONFIG, config as PlayerConfig),
      (error) =>
        error instanceof PlayerError &&
        error.code === ErrorCode.BAD_ARGUMENT &&
        error.data['option'] === option,
    );
  });
}

test('options_inTheirDeclarations_sayTheirDefaults', async () => {
  for (const file of ['config.ts', 'load-options.ts', 'player.ts']) {
    const source = await readFile(new URL(`src/${file}`, process.env['JS_GLUE']), 'utf8');
    const options = [...source.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\s+(\w+)\?: (.)/gs)];
    assert.ok(options.length >= 1, file);
    for (const [, comment, name, first] of options) {
      const isGroup = first === '{';
      const isReserved = name === 'clearKeys' || name === 'servers';
      const isSignal = name === 'signal';
      assert.ok(isGroup || isReserved || isSignal || /default/i.test(comment ?? ''), name);
    }
  }
});
