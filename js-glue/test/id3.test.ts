import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseId3 } from '../src/id3.js';

const latin = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

function frame(id: string, content: number[], flags = 0): number[] {
  return [...latin(id), 0, 0, 0, content.length, 0, flags, ...content];
}

function tag(version: number, flags: number, ...frames: number[][]): Uint8Array {
  const body = frames.flat();
  const size = [0, 0, body.length >> 7, body.length & 127];
  return Uint8Array.from([...latin('ID3'), version, 0, flags, ...size, ...body]);
}

test('parseId3_textInEveryEncoding_isRead', () => {
  const contents = [
    latin('\0café'),
    [1, 0xff, 0xfe, ...latin('c\0a\0f\0é\0')],
    [1, 0xfe, 0xff, ...latin('\0c\0a\0f\0é'), 0, 0],
    [2, ...latin('\0c\0a\0f\0é')],
    [3, ...latin('caf'), 0xc3, 0xa9, 0],
  ];
  for (const content of contents) {
    assert.equal(parseId3(tag(4, 0, frame('TIT2', content)))[0]?.text, 'café');
  }
});

test('parseId3_framesOfSeveralKinds_areTold', () => {
  const frames = parseId3(
    tag(
      3,
      0,
      frame('TXXX', latin('\0key\0value')),
      frame('WXXX', latin('\0at\0http:x')),
      frame('WOAR', latin('http:y')),
      frame('PRIV', [...latin('me'), 0, 1, 2, 3]),
      frame('APIC', latin('anything')),
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ),
  );
  assert.deepEqual(
    frames.map(({ id, description, text }) => [id, description, text]),
    [
      ['TXXX', 'key', 'value'],
      ['WXXX', 'at', 'http:x'],
      ['WOAR', '', 'http:y'],
      ['PRIV', 'me', ''],
      ['APIC', '', ''],
    ],
  );
  assert.deepEqual([...(frames[3]?.data ?? [])], [1, 2, 3]);
  assert.deepEqual([...(frames[4]?.data ?? [])], latin('anything'));
});

test('parseId3_unsynchronisedTag_isRead', () => {
  const stuffed = frame('PRIV', [...latin('x'), 0, 0xff, 0, 0xfb]);
  stuffed[7] = 4; // in version 2.3 it counts what is there before the zeros come in
  assert.deepEqual([...(parseId3(tag(3, 0x80, stuffed))[0]?.data ?? [])], [0xff, 0xfb]);
  const flagged = frame('PRIV', [0, 0, 0, 4, ...latin('x'), 0, 0xff, 0, 0xfb], 3);
  assert.deepEqual([...(parseId3(tag(4, 0, flagged))[0]?.data ?? [])], [0xff, 0xfb]);
});

test('parseId3_extendedHeader_isPassedOver', () => {
  const title = frame('TIT2', latin('\0song'));
  assert.equal(parseId3(tag(4, 0x40, [0, 0, 0, 6, 1, 0], title))[0]?.text, 'song');
  assert.equal(parseId3(tag(3, 0x40, [0, 0, 0, 6, 0, 0, 0, 0, 0, 0], title))[0]?.text, 'song');
});

test('parseId3_cutOffAnywhere_givesWhatIsThere', () => {
  const whole = tag(4, 0, frame('TIT2', latin('\0x')), frame('TXXX', latin('\x01\0')));
  for (let length = 0; length <= whole.length; length++) {
    const frames = parseId3(whole.subarray(0, length));
    assert.ok(frames.length <= 2);
  }
  assert.deepEqual(parseId3(Uint8Array.from(latin('ID3\x02\0\0\0\0\0\0'))), []);
  assert.equal(parseId3(tag(4, 0, frame('TIT2', latin('\0x'), 8))).length, 0);
});
