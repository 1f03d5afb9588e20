/** The second screen: the same stream by an ordinary player. */

import { startOrdinary } from './ordinary.js';

/** Opens and closes it. */
export class Beside {
  video = document.getElementById('beside');
  #figure = document.getElementById('beside-figure');
  #name = document.getElementById('beside-name');
  #stage = document.getElementById('stage');
  /** @type {Promise<import('./ordinary.js').Ordinary> | null} */
  #player = null;

  get isOpen() {
    return this.#player !== null;
  }

  /** The player's name with its version; '' while there is none. */
  get name() {
    return this.#name.textContent;
  }

  /**
   * Plays a stream there, at the position of the first screen.
   *
   * @param {string} url of a stream that there is an ordinary player for
   * @param {number} goal seconds to load ahead
   * @param {HTMLMediaElement} first
   */
  async open(url, goal, first) {
    await this.close();
    this.#show(true);
    this.#player = startOrdinary(this.video, url, goal);
    const { name } = await this.#player;
    this.#name.textContent = name;
    this.video.loop = first.loop;
    this.video.muted = true;
    await this.video.play();
    await this.follow(first);
  }

  /** Goes to where the first screen is, unless each has its own place, as in a live stream. */
  async follow(first) {
    if (Number.isFinite(first.duration)) {
      this.video.currentTime = first.currentTime;
    }
    if (this.video.paused && !first.paused) {
      await this.video.play();
    }
  }

  /** Lets go of the stream. */
  async close() {
    const player = this.#player;
    this.#player = null;
    this.#show(false);
    this.#name.textContent = '';
    (await player)?.destroy();
  }

  #show(visible) {
    this.#figure.hidden = !visible;
    this.#stage.classList.toggle('side-by-side', visible);
  }
}
