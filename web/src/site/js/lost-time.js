/** How much media time a player has lost: what should have played, and did not. */

/** Losses up to here are the measurement's own noise. */
export const NOISE_S = 0.1;

/** Watches one element. Time counts while the element is meant to play. */
export class LostTime {
  #element;
  #lostS = 0;
  /** The last look; null while nothing is meant to play. */
  #last = null;

  /** @param {HTMLMediaElement} element */
  constructor(element) {
    this.#element = element;
    // What happens until the first picture is no loss, nor is a seek.
    for (const type of ['playing', 'seeked', 'timeupdate']) {
      element.addEventListener(type, () => this.#count());
    }
    for (const type of ['emptied', 'pause', 'seeking', 'ended', 'ratechange']) {
      element.addEventListener(type, () => {
        this.#last = null;
      });
    }
    element.addEventListener('emptied', () => {
      this.#lostS = 0;
    });
  }

  /** Seconds lost since the stream was loaded. */
  get seconds() {
    const lost = this.#lostS + this.#sinceLast(this.#look());
    return lost > NOISE_S ? lost : 0;
  }

  #count() {
    const { paused, seeking, ended, readyState } = this.#element;
    if (paused || seeking || ended || (!this.#last && readyState < 3)) {
      return;
    }
    const now = this.#look();
    this.#lostS += this.#sinceLast(now);
    this.#last = now;
  }

  #sinceLast({ at, position }) {
    if (!this.#last) {
      return 0;
    }
    const played = (position - this.#last.position) / this.#element.playbackRate;
    return (at - this.#last.at) / 1000 - played;
  }

  #look() {
    return { at: performance.now(), position: this.#element.currentTime };
  }
}
