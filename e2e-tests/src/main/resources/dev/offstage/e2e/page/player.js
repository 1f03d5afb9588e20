// The test page with a player on it: adds to `window.stage` what needs the player.
import { Player } from '/dist/offstage.js';
import { stage } from './stage.js';

let player = null;

/** An error as plain data. */
function plain(error) {
  const { name, code, category, fatal, url, data, message } = error;
  return {
    name: name ?? typeof error,
    code: code ?? 0,
    category: category ?? '',
    fatal: fatal ?? true,
    url: url ?? null,
    data: { ...data },
    message: message ?? String(error),
  };
}

Object.assign(stage, {
  Player,
  /** Error events of the player so far. */
  errors: [],
  /** Warning events of the player so far. */
  warnings: [],
  /** Workers that have been replaced so far: seconds it took, position, the error's code. */
  recoveries: [],

  create(config) {
    player = new Player(stage.media, config);
    stage.player = player;
    player.addEventListener('error', ({ detail }) => stage.errors.push(plain(detail)));
    player.addEventListener('warning', ({ detail }) => stage.warnings.push(plain(detail)));
    player.addEventListener('recovered', ({ detail: { duration, position, error } }) => {
      stage.recoveries.push({ duration, position, code: error.code });
    });
  },

  /** Begins to load, and answers by `loadOutcome`. */
  startLoad(url, options) {
    const start = performance.now();
    const took = () => performance.now() - start;
    stage.loading = player.load(url, options).then(
      () => ({ error: null, ms: took() }),
      (error) => ({ error: plain(error), ms: took() }),
    );
  },

  /** How the load ended, or null if it has not within the limit. */
  async loadOutcome(limitMs) {
    let timer;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, limitMs, null);
    });
    const outcome = await Promise.race([stage.loading, limit]);
    clearTimeout(timer);
    return outcome;
  },

  async destroy() {
    await player?.destroy();
  },

  /** As on a fresh page, but for what a player may have left behind. */
  async reset() {
    await player?.destroy();
    player = null;
    delete stage.player;
    for (const list of [stage.errors, stage.warnings, stage.recoveries]) {
      list.length = 0;
    }
    stage.forget();
  },
});
