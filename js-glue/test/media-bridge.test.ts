import { FakeElement, FakeMediaSource, type FakeSourceBuffer, settled } from './fakes.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaBridge } from '../src/media-bridge.js';
import type { SinkCommand } from '../src/protocol.js';

/** A bridge that is open, with a video buffer 0 and a buffer 1 of the given type. */
function openBridge(secondType = 'video/mp4') {
  const element = new FakeElement();
  const replies: { type: string; [field: string]: unknown }[] = [];
  const bridge = new MediaBridge(element.asElement, (reply) => replies.push(reply));
  const execute = (command: Record<string, unknown>) =>
    bridge.execute({ session: 1, sink: 7, ...command } as SinkCommand);
  execute({ type: 'sinkcreate' });
  const source = FakeMediaSource.last;
  source.open();
  execute({ type: 'sinkaddbuffer', buffer: 0, contentType: 'video/mp4' });
  execute({ type: 'sinkaddbuffer', buffer: 1, contentType: secondType });
  const [first, second] = source.buffers as [FakeSourceBuffer, FakeSourceBuffer];
  const append = (buffer: number, operation: number, bytes: number, timestampOffset = 0) =>
    execute({
      type: 'sinkappend',
      buffer,
      operation,
      data: new ArrayBuffer(bytes),
      timestampOffset,
      windowStart: 0,
      windowEnd: Infinity,
    });
  return { element, replies, bridge, execute, source, first, second, append };
}

test('mediaBridge_created_attachesAndReportsOpen', () => {
  const { element, replies } = openBridge();
  assert.equal(element.src, 'blob:fake');
  assert.deepEqual(replies, [{ type: 'sinkopen', sink: 7 }]);
});

test('mediaBridge_query_answersInOrder', () => {
  const { execute, replies } = openBridge();
  execute({ type: 'sinkquery', types: ['text/plain', 'video/webm'] });
  assert.deepEqual(replies.at(-1), { type: 'sinksupport', sink: 7, supported: [false, true] });
});

test('mediaBridge_twoAppendsToOneBuffer_runOneAfterTheOther', async () => {
  const { append, first, replies } = openBridge();
  append(0, 1, 10);
  append(0, 2, 20, 5);
  await settled();
  assert.deepEqual(first.log, ['append 10 at 0']);
  first.ranges = [[0, 2]];
  first.finish();
  await settled();
  assert.deepEqual(first.log, ['append 10 at 0', 'append 20 at 5']);
  assert.deepEqual(replies.at(-1), {
    type: 'sinkdone',
    sink: 7,
    buffer: 0,
    operation: 1,
    buffered: [0, 2],
    errorName: null,
    errorMessage: '',
  });
});

test('mediaBridge_buffers_workSideBySide', async () => {
  const { append, first, second } = openBridge();
  append(0, 1, 10);
  append(1, 2, 20);
  await settled();
  assert.ok(first.updating && second.updating);
});

test('mediaBridge_end_waitsForEveryBufferAndLetsNothingOvertake', async () => {
  const { append, execute, first, second, source } = openBridge();
  append(0, 1, 10);
  append(1, 2, 20);
  execute({ type: 'sinkend' });
  append(0, 3, 30);
  await settled();
  first.finish();
  await settled();
  assert.equal(source.ends, 0);
  assert.equal(first.log.length, 1);
  second.finish();
  await settled();
  assert.equal(source.ends, 1);
  assert.equal(first.log.length, 2);
});

test('mediaBridge_errorEvent_isReportedAsRefusedMedia', async () => {
  const { append, first, replies } = openBridge();
  append(0, 1, 10);
  await settled();
  first.finish(true);
  await settled();
  assert.equal(replies.at(-1)?.['errorName'], 'EncodingError');
});

test('mediaBridge_bufferThatCouldNotBeAdded_failsItsOperations', async () => {
  const { append, replies } = openBridge('text/plain');
  append(1, 7, 10);
  await settled();
  assert.equal(replies.at(-1)?.['operation'], 7);
  assert.equal(replies.at(-1)?.['errorName'], 'NotSupportedError');
});

test('mediaBridge_closedByTheElement_reportsItOnceAndFallsSilent', async () => {
  const { append, replies, source } = openBridge();
  append(0, 1, 10);
  await settled();
  source.close();
  await settled();
  assert.deepEqual(replies.at(-1), { type: 'sinkclosed', sink: 7 });
  assert.equal(replies.length, 2);
});

test('mediaBridge_close_emptiesTheElement', () => {
  const { bridge, element } = openBridge();
  bridge.close();
  assert.equal(element.src, '');
});

test('mediaBridge_close_leavesAnElementThatSomeoneElseHasTaken', () => {
  const { bridge, element } = openBridge();
  element.src = 'other.mp4';
  bridge.close();
  assert.equal(element.src, 'other.mp4');
});
