import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { categoryOf, ErrorCode, PlayerError } from '../src/errors.js';

const JAVA = new URL(
  '../teavm-app/engine/src/main/java/dev/offstage/engine/error/ErrorCode.java',
  process.env['JS_GLUE'],
);

test('errorCodes_comparedWithJava_areTheSame', () => {
  const java = new Map<string, [number, string]>();
  for (const [, name, code, category] of readFileSync(JAVA, 'utf8').matchAll(
    /^ {2}([A-Z_]+)\((\d+), ErrorCategory\.([A-Z]+)\)/gm,
  )) {
    java.set(String(name), [Number(code), String(category).toLowerCase()]);
  }
  const typeScript = new Map<string, [number, string]>(
    Object.entries(ErrorCode).map(([name, code]) => [name, [code, categoryOf(code)]]),
  );
  assert.ok(java.size > 0);
  assert.deepEqual(typeScript, java);
});

test('playerError_withoutDetails_isFatalAndBare', () => {
  const error = new PlayerError(ErrorCode.TIMEOUT, 'too late', { url: '' });
  assert.equal(error.fatal, true);
  assert.equal(error.url, null);
  assert.equal(error.category, 'network');
  assert.deepEqual(error.data, {});
});
