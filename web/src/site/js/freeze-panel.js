/** The panel around the freeze: fair conditions before it, notice of it, and its outcome. */

import { bufferedAhead } from './element-time.js';
import * as format from './format.js';
import { freeze } from './freeze.js';

/** Long enough to read the notice and look up at the picture. */
const NOTICE_MS = 1500;
/** Lost time up to here is the measurement's own noise. */
const NOISE_S = 0.1;

/** Wires the freeze button. */
export class FreezePanel {
  #video;
  #button = document.getElementById('freeze');
  #length = document.getElementById('freeze-seconds');
  #notice = document.getElementById('freeze-notice');
  #result = document.getElementById('freeze-result');
  #options;
  #busy = false;
  #ready = false;

  /**
   * @param {HTMLVideoElement} video
   * @param {object} options
   * @param {number} options.seconds the length to start with
   * @param {() => number} options.goal the buffer goal of this moment, in seconds
   * @param {() => 'worker' | 'window' | null} options.mse where the MediaSource lives
   * @param {(outcome: import('./freeze.js').Outcome) => void} options.onOutcome
   */
  constructor(video, options) {
    this.#video = video;
    this.#options = options;
    this.#offer(options.seconds);
    this.#button.addEventListener('click', () => this.run());
    runPageClock(document.getElementById('page-clock'));
  }

  /** Whether there is something to freeze. */
  set ready(ready) {
    this.#ready = ready;
    this.#button.disabled = !ready || this.#busy;
  }

  /** Freezes the page once, with notice. */
  async run() {
    if (this.#busy || !this.#ready) {
      return;
    }
    this.#busy = true;
    this.#button.disabled = true;
    try {
      await this.#freeze(Number(this.#length.value));
    } finally {
      this.#busy = false;
      this.#button.disabled = !this.#ready;
    }
  }

  async #freeze(seconds) {
    const video = this.#video;
    this.#clearResult();
    if (video.duration < seconds + 2) {
      this.#notice.textContent = 'This stream is too short for that.';
      return;
    }
    video.scrollIntoView({ block: 'nearest' });
    this.#notice.textContent = `The page is about to stop for ${seconds} s. Watch the picture.`;
    if (video.duration - video.currentTime < seconds + NOTICE_MS / 1000 + 2) {
      video.currentTime = 0;
    }
    if (video.paused) {
      await video.play();
    }
    await Promise.all([pause(NOTICE_MS), this.#settled()]);
    const outcome = await freeze(video, seconds);
    this.#notice.textContent = '';
    this.#tell(seconds, outcome);
    this.#options.onOutcome(outcome);
  }

  /** Resolves once playback runs with its usual buffer, or after a while in any case. */
  #settled() {
    const video = this.#video;
    const goal = Math.min(this.#options.goal(), 4);
    const settled = () =>
      !video.seeking &&
      video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA &&
      bufferedAhead(video) > goal * 0.75;
    return new Promise((resolve) => {
      const watch = new AbortController();
      const check = () => {
        if (settled()) {
          watch.abort();
          resolve();
        }
      };
      for (const type of ['timeupdate', 'progress', 'seeked', 'canplay']) {
        video.addEventListener(type, check, { signal: watch.signal });
      }
      check();
      setTimeout(() => {
        watch.abort();
        resolve();
      }, 10_000);
    });
  }

  #tell(seconds, outcome) {
    const lost = outcome.lost > NOISE_S;
    const place = this.#result;
    place.dataset.verdict = lost ? 'lost' : 'kept';
    place.dataset.wall = String(outcome.wall);
    place.dataset.media = String(outcome.media);
    place.dataset.lost = String(outcome.lost);
    const figures = document.createElement('dl');
    figures.append(
      figure('Page frozen', format.seconds((outcome.to - outcome.from) / 1000, 2)),
      figure('Media time lost', format.seconds(outcome.lost, 2), 'lost'),
      figure('Fetched meanwhile', format.seconds(outcome.fetched)),
    );
    const words = document.createElement('p');
    words.textContent = lost ? this.#excuse(seconds, outcome) : praise(seconds, outcome);
    place.replaceChildren(figures, words);
  }

  #excuse(seconds, { before }) {
    if (before >= seconds) {
      return 'Enough was buffered, so the browser itself fell behind: is this machine very busy?';
    }
    return this.#options.mse() === 'window'
      ? 'The MediaSource lives on the page here, so what the engine fetched had to wait for it. ' +
          'A browser with MediaSource in workers loses nothing.'
      : 'Playback ran dry: the stream arrived more slowly than it plays, or the machine is very busy.';
  }

  #clearResult() {
    for (const name of ['verdict', 'wall', 'media', 'lost']) {
      delete this.#result.dataset[name];
    }
    this.#result.replaceChildren();
  }

  /** Selects a length, adding it to the choice where it is not in it. */
  #offer(seconds) {
    const value = String(seconds);
    if (![...this.#length.options].some((option) => option.value === value)) {
      this.#length.add(new Option(`${value} seconds`, value));
    }
    this.#length.value = value;
  }
}

function praise(seconds, { before, fetched }) {
  return before < seconds
    ? `When the page stopped, ${format.seconds(before)} were buffered. The engine fetched the rest by itself.`
    : `The buffer alone would have lasted that long, and the engine added ${format.seconds(fetched)} to it. Try a longer freeze.`;
}

function figure(name, value, className = '') {
  const group = document.createElement('div');
  group.className = className;
  const term = document.createElement('dt');
  term.textContent = name;
  const description = document.createElement('dd');
  description.textContent = value;
  group.append(term, description);
  return group;
}

/** Counts the page's own time, a sign of life that a freeze stops. */
function runPageClock(place) {
  const tick = (now) => {
    const text = format.seconds(now / 1000);
    if (place.textContent !== text) {
      place.textContent = text;
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
