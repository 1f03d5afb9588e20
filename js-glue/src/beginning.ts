import { endOf } from './ranges.js';

/** Events of the element that may make it playable. */
const PROGRESS_EVENTS = ['loadedmetadata', 'loadeddata', 'canplay', 'progress', 'seeked'];

/** Seconds by which what is buffered may miss the end and still be everything. */
const END_TOLERANCE_S = 0.1;

/** Brings an element with a new MediaSource to where it shall start, and knows when it can play. */
export class Beginning {
  readonly #element: HTMLMediaElement;
  readonly #over: AbortSignal;
  readonly #onPlayable: () => void;
  /** Where to start, until the element has metadata and can be told. */
  #startAt: number | null = null;
  #known = false;

  /**
   * @param over when it is of interest no longer
   * @param onPlayable hears that the element can play, with each MediaSource anew
   */
  constructor(element: HTMLMediaElement, over: AbortSignal, onPlayable: () => void) {
    this.#element = element;
    this.#over = over;
    this.#onPlayable = onPlayable;
  }

  /** Nothing is known of what is to be played. */
  forget(): void {
    this.#known = false;
    this.#startAt = null;
  }

  /** The engine has read the manifest, and may have said where to start. */
  setKnown(): void {
    this.#known = true;
    this.#watch();
    this.#onProgress();
  }

  /** Starts there as soon as that can be. */
  at(position: number): void {
    this.#startAt = position;
    this.#watch();
    this.#applyStart();
  }

  #watch(): void {
    for (const type of PROGRESS_EVENTS) {
      this.#element.addEventListener(type, this.#onProgress, { signal: this.#over });
    }
  }

  #applyStart(): void {
    const element = this.#element;
    if (this.#startAt !== null && element.readyState >= element.HAVE_METADATA) {
      if (element.currentTime !== this.#startAt) {
        element.currentTime = this.#startAt;
      }
      this.#startAt = null;
    }
  }

  readonly #onProgress = (): void => {
    this.#applyStart();
    if (this.#known && this.#startAt === null && playable(this.#element)) {
      for (const type of PROGRESS_EVENTS) {
        this.#element.removeEventListener(type, this.#onProgress);
      }
      this.#onPlayable();
    }
  };
}

/** Whether the element can play now: it has data to go on with, or all the data there is. */
function playable(element: HTMLMediaElement): boolean {
  const { readyState, seeking, buffered, duration } = element;
  if (seeking || readyState < element.HAVE_CURRENT_DATA) {
    return false;
  }
  return readyState > element.HAVE_CURRENT_DATA || endOf(buffered) >= duration - END_TOLERANCE_S;
}
