/** The demo page: puts its parts together around one element and the player in it. */

import './controls.js';
import { ErrorCode, Player } from '../offstage/offstage.js';
import '../offstage/offstage-video.js';
import { Beside } from './beside.js';
import { Charts } from './charts.js';
import { bufferedAhead } from './element-time.js';
import { Figures } from './figures.js';
import * as format from './format.js';
import { FreezePanel } from './freeze-panel.js';
import { History } from './history.js';
import { EventLog } from './log.js';
import { LostTime } from './lost-time.js';
import { readOptions, writeOptions } from './options.js';
import { hasOrdinary } from './ordinary.js';
import { Snippet } from './snippet.js';
import { StreamList } from './stream-list.js';
import { CAPTIONS, isOwn } from './streams.js';
import { Trouble } from './trouble.js';

const FIGURES_EVERY_MS = 250;

/** Where the MediaSource lives, below the picture. */
const PLACES = { worker: 'in a worker', window: 'MediaSource on the page' };

const byId = (id) => document.getElementById(id);
/** @type {import('../offstage/offstage-video.js').OffstageVideoElement} */
const video = byId('video');
const options = readOptions(location.search);
const log = new EventLog(byId('log'));
const trouble = new Trouble(byId('error'));
const figures = new Figures();
const history = new History();
const charts = new Charts(history, byId('buffer-chart'), byId('rate-chart'));
const snippet = new Snippet();
const beside = new Beside();
const lost = [
  { place: byId('lost'), time: new LostTime(video) },
  { place: byId('beside-lost'), time: new LostTime(beside.video) },
];

/** The player whose events are logged already. */
let heard = null;
let loadBegan = 0;

const freezing = new FreezePanel({
  seconds: options.freeze,
  goal: () => options.buffer,
  mse: () => video.player?.mse ?? null,
  stage: async () => {
    if (options.beside && hasOrdinary(options.src)) {
      await (beside.isOpen ? beside.follow(video) : openBeside());
    }
    const own = { name: 'Offstage', video };
    return beside.isOpen ? [own, { name: beside.name, video: beside.video }] : [own];
  },
  onOutcome: ({ from, to, outcomes }) => {
    history.freezes.push({ from: from / 1000, to: to / 1000 });
    const [own] = outcomes;
    log.add(
      'freeze',
      `for ${format.seconds((to - from) / 1000, 2)}, ${format.seconds(own.lost, 2)} lost`,
    );
  },
});

/** The options that are not what they are by default, as the player takes them. */
function playerConfig() {
  return {
    ...(options.engine !== 'auto' && { engine: options.engine }),
    ...(options.mse !== 'auto' && { mse: options.mse }),
    buffer: { ahead: options.buffer },
    ...(options.audio && { preferences: { audioLanguage: options.audio } }),
  };
}

function load() {
  writeOptions(options);
  byId('url').value = options.src;
  streams.show(options.src);
  trouble.clear();
  history.clear();
  freezing.ready = false;
  setState('loading');
  log.add('load', options.src);
  loadBegan = performance.now();
  const url = new URL(options.src, document.baseURI).href;
  snippet.show(url, playerConfig());
  video.loop = isOwn(options.src);
  video.config = playerConfig();
  video.src = options.src;
  if (options.start !== null) {
    video.currentTime = options.start;
    options.start = null;
  }
  offerCaptions();
  listen();
  offerBeside();
}

/** Listens to the element's player, once. */
function listen() {
  const { player } = video;
  if (!player || player === heard) {
    return;
  }
  heard = player;
  // For the browser's console.
  globalThis.player = player;
  player.addEventListener('qualitychange', ({ detail: { quality, pinned } }) =>
    log.add('quality', `${format.quality(quality)}, ${pinned ? 'pinned' : 'automatic'}`),
  );
  player.addEventListener('warning', ({ detail }) =>
    log.add('warning', `${detail.code} ${detail.message}`),
  );
  player.addEventListener('recovered', ({ detail }) =>
    log.add('recovered', `at ${format.position(detail.position)}`),
  );
  player.addEventListener('stall', ({ detail: { position, at } }) => {
    history.stalls.push(sinceOrigin(at));
    log.add('stall', `at ${format.position(position)}`);
  });
  player.addEventListener('bufferchange', ({ detail }) => noteBuffer(detail));
  player.addEventListener('bandwidth', ({ detail: { bandwidth, at } }) =>
    history.add({ at: sinceOrigin(at), bandwidth, bitrate: player.quality?.bandwidth }),
  );
}

/**
 * Notes what the engine had buffered when it said so. After a freeze that is a while ago: then the
 * playhead was where it is now less the time since.
 */
function noteBuffer({ video: picture, audio: sound, at }) {
  const ago = Math.max(0, performance.now() / 1000 - sinceOrigin(at));
  const position = video.currentTime - (video.paused ? 0 : ago * video.playbackRate);
  const ends = [picture, sound]
    .filter((ranges) => ranges.length > 0)
    .map((ranges) => {
      const range = ranges.find(({ start, end }) => start <= position + 0.1 && end > position);
      return range ? range.end - position : 0;
    });
  history.add({ at: sinceOrigin(at), ahead: ends.length ? Math.min(...ends) : 0 });
}

/** Milliseconds since the Unix epoch, as seconds of `performance.now()`. */
function sinceOrigin(at) {
  return (at - performance.timeOrigin) / 1000;
}

async function begin() {
  log.add('ready', `after ${format.seconds((performance.now() - loadBegan) / 1000, 2)}`);
  setState('ready');
  freezing.ready = true;
  try {
    await video.play();
  } catch (error) {
    log.add('play', `the browser wants a click first (${error.name})`);
    return;
  }
  if (options.freezeAtOnce) {
    options.freezeAtOnce = false;
    await freezing.run();
  }
}

/** The sample has captions of its own, in a file beside it. */
function offerCaptions() {
  video.querySelector('track')?.remove();
  if (isOwn(options.src)) {
    const track = document.createElement('track');
    track.kind = 'captions';
    track.label = 'English';
    track.srclang = 'en';
    track.src = CAPTIONS;
    video.append(track);
  }
}

/** Says whether there can be a second screen, and closes that of another stream. */
function offerBeside() {
  const possible = hasOrdinary(options.src);
  byId('beside-choice').disabled = !possible;
  byId('beside-choice').checked = options.beside && possible;
  byId('beside-hint').textContent = possible
    ? ''
    : 'No ordinary player for this: browsers play plain files without one.';
  if (beside.isOpen) {
    closeBeside();
  }
}

async function openBeside() {
  try {
    await beside.open(options.src, options.buffer, video);
    log.add('beside', beside.name);
  } catch (error) {
    log.add('beside', `failed: ${error.message}`);
    await closeBeside();
  }
}

function closeBeside() {
  return beside.close();
}

/** @param {'loading' | 'ready' | 'error'} state for styles and tests */
function setState(state) {
  document.documentElement.dataset.state = state;
}

function fail(error) {
  if (error.code === ErrorCode.LOAD_INTERRUPTED) {
    return;
  }
  setState('error');
  freezing.ready = false;
  log.add('error', `${error.code ?? error.name} ${error.message}`);
  trouble.show(error);
}

function manifestText(player) {
  const length = player.isLive ? 'live' : format.position(video.duration);
  return `${length}; ${player.qualities.length} qualities, ${player.audioTracks.length} audio tracks`;
}

/** Logs what the element goes through. */
function logElement() {
  for (const type of ['playing', 'pause', 'waiting', 'seeking', 'ended']) {
    video.addEventListener(type, () => log.add(type, `at ${format.position(video.currentTime)}`));
  }
  video.addEventListener('loadedmetadata', () => log.add('loaded', manifestText(video.player)));
  video.addEventListener('resize', () => {
    if (video.videoHeight > 0) {
      log.add('picture', `${video.videoWidth} × ${video.videoHeight}`);
    }
  });
}

function showFigures() {
  for (const { place, time } of lost) {
    place.textContent = format.seconds(time.seconds);
    place.dataset.value = String(time.seconds);
    place.classList.toggle('bad', time.seconds > 0);
  }
  if (video.player) {
    figures.show(video.player, video);
    byId('own-place').textContent = PLACES[video.player.mse] ?? 'by the browser alone';
    byId('live-button').hidden = !video.player.isLive;
    history.add({
      at: performance.now() / 1000,
      ahead: bufferedAhead(video),
      ...(beside.isOpen && { besideAhead: bufferedAhead(beside.video) }),
      bitrate: video.player.quality?.bandwidth,
    });
    charts.draw();
  }
}

function choose(id, name, apply) {
  const select = byId(id);
  const value = String(options[name]);
  if (![...select.options].some((option) => option.value === value)) {
    select.add(new Option(`${value} seconds`, value));
  }
  select.value = value;
  select.addEventListener('change', () => {
    options[name] = typeof options[name] === 'number' ? Number(select.value) : select.value;
    apply();
  });
}

const streams = new StreamList(byId('streams'), byId('elsewhere'), (url) => {
  options.src = url;
  load();
});
byId('load-form').addEventListener('submit', (event) => {
  event.preventDefault();
  options.src = byId('url').value.trim();
  load();
});
byId('beside-choice').addEventListener('change', async ({ target }) => {
  options.beside = target.checked;
  writeOptions(options);
  await (target.checked ? openBeside() : closeBeside());
});
choose('engine-choice', 'engine', load);
choose('mse-choice', 'mse', load);
choose('buffer-choice', 'buffer', () => {
  charts.goal = options.buffer;
  load();
});

video.addEventListener('error', ({ detail }) => fail(detail ?? video.error));
video.addEventListener('canplay', () => {
  if (document.documentElement.dataset.state === 'loading') {
    begin();
  }
});
logElement();
charts.goal = options.buffer;
setInterval(showFigures, FIGURES_EVERY_MS);
load();

const { engines, mse } = await Player.support();
const can = (yes) => (yes ? 'yes' : 'no');
log.add(
  'support',
  `WebAssembly engine: ${can(engines.wasm)}; MediaSource in workers: ${can(mse.worker)}`,
);
