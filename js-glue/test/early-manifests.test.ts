import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIG } from '../src/config.js';
import { EarlyManifests } from '../src/early-manifests.js';
import type { Command } from '../src/protocol.js';

const URL_A = 'https://example.org/a.mpd';
const URL_B = 'https://example.org/b.mpd';

const MASTER = 'https://example.org/a/master.m3u8';
const LOW = 'https://example.org/a/low.m3u8';
const SOUND = 'https://example.org/a/en.m3u8';

/** A scope whose fetches never end, unless there is an answer, and what was asked of it. */
function scene(answers: Record<string, string> = {}) {
  const asked: { url: string; init: RequestInit }[] = [];
  const scope = {
    fetch: (input: RequestInfo | URL, init: RequestInit = {}) => {
      asked.push({ url: String(input), init });
      const text = answers[String(input)];
      const response = new Response(text);
      Object.defineProperty(response, 'url', { value: String(input) });
      return new Promise<Response>((resolve) => text !== undefined && resolve(response));
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
  early.note(load(URL_A));
  const engine = new AbortController();
  early.handOver(() => {
    void scope.fetch(URL_A, { signal: engine.signal });
    assert.equal(asked.length, 1);
    void scope.fetch(URL_A);
    assert.equal(asked.length, 2);
  });
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

const PLAYLIST = `#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="English",DEFAULT=YES,URI="en.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=300000,AUDIO="sound"
low.m3u8
`;

/** Until everything that can be done has been. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('playlists_beforeTheEngine_areAskedForAndTakenLater', async () => {
  const { asked, scope, early } = scene({ [MASTER]: PLAYLIST });
  const original = scope.fetch;
  early.note(load(MASTER));
  await settled();
  let manifest: Promise<Response> | undefined;
  early.handOver(() => (manifest = scope.fetch(MASTER)));
  assert.equal(await (await manifest)?.text(), PLAYLIST);
  void scope.fetch(LOW);
  void scope.fetch(`${LOW}?other`);
  assert.notEqual(scope.fetch, original);
  void scope.fetch(SOUND);
  assert.equal(scope.fetch, original);
  assert.deepEqual(
    asked.map(({ url, init }) => [url, init.signal?.aborted]),
    [
      [MASTER, false],
      [LOW, false],
      [SOUND, false],
      [`${LOW}?other`, undefined],
    ],
  );
  assert.deepEqual(asked[1]?.init.headers, [['x-token', '1']]);
});

test('playlists_thatNobodyWants_areAborted', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { asked, scope, early } = scene({ [MASTER]: PLAYLIST });
  const original = scope.fetch;
  early.note(load(MASTER));
  await settled();
  early.handOver(() => void scope.fetch(MASTER));
  assert.equal(asked[1]?.init.signal?.aborted, false);
  context.mock.timers.tick(5_000);
  assert.equal(asked[1]?.init.signal?.aborted, true);
  assert.equal(scope.fetch, original);
});

test('playlists_ofALoadThatWasGivenUp_areAborted', async () => {
  const { asked, early } = scene({ [MASTER]: PLAYLIST });
  early.note(load(MASTER));
  await settled();
  early.note({ type: 'unload', session: 1 });
  assert.deepEqual(
    asked.map(({ init }) => init.signal?.aborted),
    [true, true, true],
  );
});

test('playlists_thatTheEngineHasAskedForAlready_areNotAskedForTwice', async () => {
  const { asked, scope, early } = scene({ [MASTER]: PLAYLIST });
  const original = scope.fetch;
  early.note(load(MASTER));
  early.handOver(() => void scope.fetch(MASTER));
  void scope.fetch(LOW);
  await settled();
  void scope.fetch(SOUND);
  assert.equal(scope.fetch, original);
  assert.deepEqual(
    asked.map(({ url }) => url),
    [MASTER, LOW, SOUND],
  );
});

test('manifest_thatNamesNone_leavesTheEngineAlone', async () => {
  const { asked, scope, early } = scene({ [MASTER]: '#EXTM3U\n#EXTINF:4,\na.ts' });
  const original = scope.fetch;
  early.note(load(MASTER));
  early.handOver(() => void scope.fetch(MASTER));
  assert.notEqual(scope.fetch, original);
  await settled();
  assert.equal(scope.fetch, original);
  assert.equal(asked.length, 1);
});
