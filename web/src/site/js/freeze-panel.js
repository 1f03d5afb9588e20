/** The panel around the freeze: fair conditions before it, notice of it, and its outcome. */

import { bufferedAhead } from './element-time.js';
import * as format from './format.js';
import { freeze } from './freeze.js';
import { NOISE_S } from './lost-time.js';

/** Long enough to read the notice and look up at the picture. */
const NOTICE_MS = 1500;
/** How long to wait for fair conditions at the most. */
const PATIENCE_MS = 10_000;

/** Wires the freeze button. */
export class FreezePanel {
  #button = document.getElementById('freeze');
  #length = document.getElementById('freeze-seconds');
  #notice = document.getElementById('freeze-notice');
  #result = document.getElementById('freeze-result');
  #options;
  #busy = false;
  #ready = false;

  /**
   * @param {object} options
   * @param {number} options.seconds the length to start with
   * @param {() => Promise<{name: string, video: HTMLVideoElement}[]>} options.stage who plays:
   *     Offstage, and perhaps an ordinary player beside it
   * @param {() => number} options.goal the buffer goal of this moment, in seconds
   * @param {() => 'worker' | 'window' | null} options.mse where Offstage's MediaSource lives
   * @param {(freeze: import('./freeze.js').Freeze) => void} options.onOutcome
   */
  constructor(options) {
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
    } catch (error) {
      this.#notice.textContent = `Something came between: ${error.message}`;
    } finally {
      this.#busy = false;
      this.#button.disabled = !this.#ready;
    }
  }

  async #freeze(seconds) {
    this.#clearResult();
    this.#notice.textContent = 'Getting ready…';
    const players = await this.#options.stage();
    const videos = players.map(({ video }) => video);
    if (videos.some((video) => video.duration < seconds + 2)) {
      this.#notice.textContent = 'This stream is too short for that.';
      return;
    }
    videos[0].scrollIntoView({ block: 'nearest' });
    await Promise.all(videos.map((video) => this.#makeReady(video, seconds)));
    this.#notice.textContent = `The page is about to stop for ${seconds} s. Watch the picture.`;
    await pause(NOTICE_MS);
    const done = await freeze(videos, seconds);
    this.#notice.textContent = '';
    this.#tell(seconds, done, players);
    this.#result.scrollIntoView({ block: 'nearest' });
    this.#options.onOutcome(done);
  }

  /** Enough left to play, playing, and with its usual buffer: or as near to that as it gets. */
  async #makeReady(video, seconds) {
    if (video.duration - video.currentTime < seconds + NOTICE_MS / 1000 + 4) {
      video.currentTime = 0;
    }
    if (video.paused) {
      await video.play();
    }
    const goal = Math.min(this.#options.goal(), 4);
    await becomesTrue(
      video,
      () =>
        !video.seeking &&
        video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA &&
        bufferedAhead(video) > goal * 0.75,
    );
  }

  #tell(seconds, { outcomes }, players) {
    const [own, other] = outcomes;
    const lost = own.lost > NOISE_S;
    const place = this.#result;
    Object.assign(place.dataset, {
      verdict: lost ? 'lost' : 'kept',
      wall: own.wall,
      media: own.media,
      lost: own.lost,
      besideLost: other?.lost ?? '',
    });
    const words = document.createElement('p');
    words.textContent = lost ? this.#excuse(seconds, own) : praise(seconds, own, other, players[1]);
    place.replaceChildren(table(players, outcomes), words);
  }

  #excuse(seconds, { before, fetched, wall }) {
    if (before < seconds && this.#options.mse() === 'window') {
      return (
        'Here the MediaSource lives on the page, so what the engine fetched had to wait for it. ' +
        'A browser with MediaSource in workers loses nothing.'
      );
    }
    return before + fetched >= wall
      ? 'There was enough to play, so the browser itself fell behind: is this machine very busy?'
      : 'Playback ran dry: the stream arrived more slowly than it plays, or the machine is very busy.';
  }

  #clearResult() {
    for (const name of ['verdict', 'wall', 'media', 'lost', 'besideLost']) {
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

function praise(seconds, own, other, ordinary) {
  if (own.before >= seconds) {
    return `What was buffered would have lasted that long anyway. Try a longer freeze, or a smaller buffer.`;
  }
  const why = `${format.seconds(own.before)} were buffered when the page stopped. Offstage fetched the rest meanwhile, in its worker`;
  return other && other.lost > NOISE_S
    ? `${why}; ${ordinary.name} had to wait for the page.`
    : `${why}.`;
}

/** What each player made of it, a row for each. */
function table(players, outcomes) {
  const made = document.createElement('table');
  const heads = made.createTHead().insertRow();
  for (const text of ['Player', 'Played on for', 'Lost', 'Fetched meanwhile']) {
    const head = document.createElement('th');
    head.scope = 'col';
    head.textContent = text;
    heads.append(head);
  }
  const body = made.createTBody();
  outcomes.forEach(({ media, lost, fetched }, i) => {
    const row = body.insertRow();
    row.dataset.verdict = lost > NOISE_S ? 'lost' : 'kept';
    const name = document.createElement('th');
    name.scope = 'row';
    name.textContent = players[i].name;
    row.append(name);
    for (const value of [media, lost > NOISE_S ? lost : 0, fetched]) {
      row.insertCell().textContent = format.seconds(value);
    }
    row.cells[2].className = 'lost';
  });
  return made;
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

/** Resolves once it is true of the element, or after a while in any case. */
function becomesTrue(video, condition) {
  return new Promise((resolve) => {
    const watch = new AbortController();
    const finish = () => {
      watch.abort();
      resolve();
    };
    const check = () => condition() && finish();
    for (const type of ['timeupdate', 'progress', 'seeked', 'canplay']) {
      video.addEventListener(type, check, { signal: watch.signal });
    }
    check();
    setTimeout(finish, PATIENCE_MS);
  });
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
