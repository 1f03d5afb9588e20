import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIG } from '../src/config.js';
import { EarlyManifests } from '../src/early-manifests.js';
import type { Command } from '../src/protocol.js';

const URL_A = 'https://example.org/a.mpd';
const URL_B = 'https://example.org/b.mpd';

/** A scope whose fetches never end, and what was asked of it. */
function scene() {
  const asked: { url: string; init: RequestInit }[] = [];
  const scope = {
    fetch: (input: RequestInfo | URL, init: RequestInit = {}) => {
      asked.push({ url: String(input), init });
      return new Promise<Response>(() => undefined);
    },
  };
  return { asked, scope, early: new EarlyManifests(scope) };
}

function load(url: string, session = 1): Command {
  return {
    type: 'load',
    session,
    url,
    contentType: null,
    startTime: null,
    mse: 'worker',
    videoTrack: null,
    audioTrack: null,
    quality: null,
    config: {
      ...DEFAULT_CONFIG.engineConfig,
      network: {
        ...DEFAULT_CONFIG.engineConfig.network,
        headers: [['x-token', '1']],
        withCredentials: true,
      },
    },
  };
}

test('load_beforeTheEngine_isAskedForAsTheEngineWould', () => {
  const { asked, early } = scene();
  early.note(load(URL_A));
  assert.equal(asked.length, 1);
  assert.equal(asked[0]?.url, URL_A);
  assert.equal(asked[0]?.init.credentials, 'include');
  assert.deepEqual(asked[0]?.init.headers, [['x-token', '1']]);
});

test('load_withAHook_isNotAskedForEarly', () => {
  const { asked, early } = scene();
  const command = load(URL_A);
  assert.ok(command.type === 'load');
  command.config.network.hooked = true;
  early.note(command);
  assert.equal(asked.length, 0);
});

test('engine_fetchingTheManifest_getsTheEarlyAnswerOnce', () => {
  const { asked, scope, early } = scene();
  const original = scope.fetch;
  early.note(load(URL_A));
  const engine = new AbortController();
  early.handOver(() => {
    void scope.fetch(URL_A, { signal: engine.signal });
    assert.equal(asked.length, 1);
    void scope.fetch(URL_A);
    assert.equal(asked.length, 2);
  });
  assert.equal(scope.fetch, original);
  assert.equal(asked[0]?.init.signal?.aborted, false);
  engine.abort();
  assert.equal(asked[0]?.init.signal?.aborted, true);
});

test('engine_fetchingSomethingElse_isNotServed', () => {
  const { asked, scope, early } = scene();
  early.note(load(URL_A));
  early.handOver(() => void scope.fetch(URL_B));
  assert.deepEqual(
    asked.map(({ url }) => url),
    [URL_A, URL_B],
  );
  assert.equal(asked[0]?.init.signal?.aborted, true);
});

test('load_overtakenByUnload_isAborted', () => {
  const { asked, early } = scene();
  early.note(load(URL_A));
  early.note({ type: 'unload', session: 1 });
  assert.equal(asked[0]?.init.signal?.aborted, true);
});

test('loads_ofSeveralPlayers_areAllServed', () => {
  const { asked, scope, early } = scene();
  early.note(load(URL_A, 1));
  early.note(load(URL_B, 2));
  early.note({ type: 'unload', session: 3 });
  early.handOver(() => {
    void scope.fetch(URL_B);
    void scope.fetch(URL_A);
  });
  assert.deepEqual(
    asked.map(({ url, init }) => [url, init.signal?.aborted]),
    [
      [URL_A, false],
      [URL_B, false],
    ],
  );
});
