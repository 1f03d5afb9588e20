import { FakeWorker, settled } from './fakes.js';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { BootCommand } from '../src/protocol.js';

const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Workers of a page whose HTML preloads the engine, and what the page has fetched. */
async function scene(context: TestContext, answer: () => Promise<Response>) {
  const { WorkerClient } = await import('../src/worker-client.js');
  const { engineFiles } = await import('../src/worker-script.js');
  const links = [{ href: 'https://page.test/other.wasm' }, { href: engineFiles().wasm }];
  const fetched: unknown[] = [];
  context.mock.method(document, 'querySelectorAll', () => links);
  context.mock.method(globalThis, 'fetch', (url: unknown) => {
    fetched.push(url);
    return answer();
  });
  const boots = (engine: BootCommand['engine']): BootCommand[] => {
    new WorkerClient(engine);
    return FakeWorker.last.received as BootCommand[];
  };
  return { boots, fetched, url: engineFiles().wasm };
}

test('preloadedEngine_isCompiledOnceForAllWorkers', async (context) => {
  const { boots, fetched, url } = await scene(context, async () => {
    return new Response(EMPTY_MODULE, { headers: { 'content-type': 'application/wasm' } });
  });
  const javaScript = boots('js');
  assert.deepEqual([javaScript[0]?.module, fetched.length], [null, 0]);
  const first = boots('auto');
  const second = boots('wasm');
  while (!second.length) {
    await settled();
  }
  assert.deepEqual(fetched, [url]);
  for (const [boot] of [first, second]) {
    assert.ok(boot?.module instanceof WebAssembly.Module);
    assert.equal(boot.files.wasm, url);
  }
});
