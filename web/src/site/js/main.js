/** The demo page: puts its parts together around one video and the player that feeds it. */

import { BufferChart } from './chart.js';
import { bufferedAhead } from './element-time.js';
import { Figures } from './figures.js';
import * as format from './format.js';
import { FreezePanel } from './freeze-panel.js';
import { EventLog } from './log.js';
import { Menus } from './menus.js';
import { readOptions, writeOptions } from './options.js';
import { EXAMPLES, isOwn } from './streams.js';
import { Trouble } from './trouble.js';

const FIGURES_EVERY_MS = 250;

const byId = (id) => document.getElementById(id);
const video = byId('video');
const options = readOptions(location.search);
const log = new EventLog(byId('log'));
const trouble = new Trouble(byId('error'));

try {
  start(await import('../offstage/offstage.js'));
} catch (error) {
  fail(error);
}

/** @param {typeof import('../offstage/offstage.js')} offstage */
function start({ Player, ErrorCode }) {
  /** @type {InstanceType<typeof Player>} */
  let player;
  let engineInUse = null;

  const figures = new Figures(document);
  const chart = new BufferChart(byId('chart'));
  const menus = new Menus(byId('quality-choice'), byId('audio-choice'), (language) => {
    options.audio = language;
    writeOptions(options);
  });
  const freezing = new FreezePanel(video, {
    seconds: options.freeze,
    goal: () => options.buffer,
    mse: () => player.mse,
    onOutcome: ({ from, to, lost }) => {
      chart.markFreeze(from, to);
      log.add(
        'freeze',
        `for ${format.seconds((to - from) / 1000, 2)}, ${format.seconds(lost, 2)} lost`,
      );
    },
  });

  Player.support().then(({ engines, mse }) => {
    const can = (yes) => (yes ? 'yes' : 'no');
    log.add(
      'support',
      `WebAssembly engine: ${can(engines.wasm)}; MediaSource in workers: ${can(mse.worker)}`,
    );
  });

  /** A player that suits the options. Only another engine takes a new one. */
  function preparePlayer() {
    const config = {
      mse: options.mse,
      buffer: { ahead: options.buffer },
      preferences: { audioLanguage: options.audio },
    };
    if (player && engineInUse === options.engine) {
      player.configure(config);
      return;
    }
    player?.destroy();
    player = new Player(video, { engine: options.engine, ...config });
    engineInUse = options.engine;
    listen(player);
    // For the browser's console.
    globalThis.player = player;
  }

  function listen(current) {
    current.addEventListener('loaded', () => log.add('loaded', manifestText(current, video)));
    current.addEventListener('trackschange', () => menus.list(current));
    current.addEventListener('qualitychange', ({ detail: { quality, pinned } }) =>
      log.add('quality', `${format.quality(quality)}, ${pinned ? 'pinned' : 'automatic'}`),
    );
    current.addEventListener('warning', ({ detail }) =>
      log.add('warning', `${detail.code} ${detail.message}`),
    );
    current.addEventListener('error', ({ detail }) => {
      if (current === player) {
        freezing.ready = false;
        fail(detail);
      }
    });
  }

  async function load() {
    writeOptions(options);
    byId('url').value = options.src;
    trouble.clear();
    menus.clear();
    chart.clear();
    chart.setGoal(options.buffer);
    freezing.ready = false;
    setState('loading');
    log.add('load', options.src);
    const begin = performance.now();
    try {
      preparePlayer();
      video.loop = isOwn(options.src);
      await player.load(options.src, options.start === null ? {} : { startTime: options.start });
    } catch (error) {
      if (error.code !== ErrorCode.LOAD_INTERRUPTED) {
        fail(error);
      }
      return;
    }
    options.start = null;
    log.add('ready', `after ${format.seconds((performance.now() - begin) / 1000, 2)}`);
    setState('ready');
    freezing.ready = true;
    await play();
    if (options.freezeAtOnce) {
      options.freezeAtOnce = false;
      await freezing.run();
    }
  }

  async function play() {
    try {
      await video.play();
    } catch (error) {
      log.add('play', `the browser wants a click first (${error.name})`);
    }
  }

  byId('load-form').addEventListener('submit', (event) => {
    event.preventDefault();
    options.src = byId('url').value.trim();
    load();
  });
  listExamples(byId('examples'), (url) => {
    options.src = url;
    load();
  });

  const choose = (id, name, apply) => {
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
  };
  choose('engine-choice', 'engine', load);
  choose('mse-choice', 'mse', load);
  choose('buffer-choice', 'buffer', () => {
    writeOptions(options);
    chart.setGoal(options.buffer);
    preparePlayer();
  });

  logElement(video);
  setInterval(() => {
    if (player) {
      figures.show(player, video);
      chart.add(bufferedAhead(video));
    }
  }, FIGURES_EVERY_MS);
  load();
}

/** @param {'loading' | 'ready' | 'error'} state for styles and tests */
function setState(state) {
  document.documentElement.dataset.state = state;
}

function fail(error) {
  setState('error');
  log.add('error', `${error.code ?? error.name} ${error.message}`);
  trouble.show(error);
}

function manifestText(player, video) {
  const length = Number.isFinite(video.duration) ? format.position(video.duration) : 'live';
  return `${length}; ${player.qualities.length} qualities, ${player.audioTracks.length} audio tracks`;
}

function listExamples(list, onChoice) {
  for (const { label, url, about } of EXAMPLES) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.title = about ?? '';
    button.addEventListener('click', () => onChoice(url));
    const item = document.createElement('li');
    item.append(button);
    list.append(item);
  }
}

/** Logs what the element goes through. */
function logElement(video) {
  for (const type of ['playing', 'pause', 'waiting', 'seeking', 'ended']) {
    video.addEventListener(type, () => log.add(type, `at ${format.position(video.currentTime)}`));
  }
  video.addEventListener('resize', () => {
    if (video.videoHeight > 0) {
      log.add('picture', `${video.videoWidth} × ${video.videoHeight}`);
    }
  });
}
