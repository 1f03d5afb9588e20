import { frames } from './observer.js';
import type { QualityMessage } from './protocol.js';

/** Which limits hold. */
export interface LimitConfig {
  readonly capToElementSize: boolean;
  readonly capOnDroppedFrames: boolean;
}

/** Milliseconds over which dropped frames are counted. */
const WINDOW = 5000;

/** A look that comes later after the one before was held up, as frames may have been. */
const LATE = 3000;

/** This part of the frames may be dropped. */
const TOLERATED = 0.2;

/** With fewer frames in a window nothing can be said. */
const FEWEST_FRAMES = 50;

/** Milliseconds for which a quality that has dropped frames is left alone; doubled each time. */
const REST = 60_000;

/**
 * Up to which bit rate qualities are of use on this page: none that has more pixels than the element
 * shows, and none that the device has dropped frames of.
 */
export class QualityLimit {
  readonly #element: HTMLMediaElement;
  readonly #onChange: () => void;
  readonly #over: AbortSignal;
  #config: LimitConfig;
  #qualities: readonly QualityMessage[] = [];
  #resized: ResizeObserver | null = null;
  #value = Infinity;
  /** The fewest pixels that were too many to draw, until a moment. */
  #heavy = { pixels: Infinity, until: 0, rest: REST };
  #window = { at: 0, dropped: 0, total: 0 };
  #lastBeat = 0;
  #badWindows = 0;

  /**
   * @param over aborts when the element is of no more interest
   * @param onChange hears that `value` is another
   */
  constructor(
    element: HTMLMediaElement,
    config: LimitConfig,
    over: AbortSignal,
    onChange: () => void,
  ) {
    this.#element = element;
    this.#config = config;
    this.#onChange = onChange;
    this.#over = over;
    over.addEventListener('abort', () => this.#resized?.disconnect());
    this.#watchSize();
  }

  /** Bits per second; infinite for no limit. */
  get value(): number {
    return this.#value;
  }

  set config(config: LimitConfig) {
    this.#config = config;
    this.#watchSize();
    this.#update();
  }

  set qualities(qualities: readonly QualityMessage[]) {
    this.#qualities = qualities;
    this.#update();
  }

  /** About a second has passed. */
  beat(): void {
    const now = performance.now();
    if (this.#config.capOnDroppedFrames) {
      this.#countFrames(now);
    }
    this.#update(now);
  }

  #watchSize(): void {
    if (this.#config.capToElementSize && !this.#resized && !this.#over.aborted) {
      this.#resized = new ResizeObserver(() => this.#update());
      this.#resized.observe(this.#element);
    }
  }

  #countFrames(now: number): void {
    const { dropped, total, at } = this.#window;
    const { droppedFrames, totalFrames } = frames(this.#element);
    const start = { at: now, dropped: droppedFrames, total: totalFrames };
    const { paused, seeking } = this.#element;
    // What is not to be seen, or was held up by the page itself, says nothing about the quality.
    const disturbed =
      paused || seeking || document.hidden || now - this.#lastBeat > LATE || totalFrames < total;
    this.#lastBeat = now;
    if (disturbed || at === 0) {
      this.#window = start;
      this.#badWindows = 0;
    } else if (now - at >= WINDOW) {
      this.#window = start;
      const count = totalFrames - total;
      const bad = count >= FEWEST_FRAMES && droppedFrames - dropped > TOLERATED * count;
      this.#badWindows = bad ? this.#badWindows + 1 : 0;
      if (this.#badWindows === 2) {
        this.#badWindows = 0;
        this.#restFrom(now);
      }
    }
  }

  #restFrom(now: number): void {
    const { videoWidth = 0, videoHeight = 0 } = this.#element as Partial<HTMLVideoElement>;
    const pixels = videoWidth * videoHeight;
    if (this.#qualities.some((quality) => size(quality) > 0 && size(quality) < pixels)) {
      const { rest } = this.#heavy;
      this.#heavy = { pixels, until: now + rest, rest: 2 * rest };
    }
  }

  #update(now = performance.now()): void {
    const heavy = now < this.#heavy.until ? this.#heavy.pixels : Infinity;
    const enough = this.#config.capToElementSize ? this.#enough() : Infinity;
    let value = Infinity;
    if (heavy < Infinity || enough < Infinity) {
      const fit = this.#qualities.filter(
        (quality) => size(quality) <= enough && size(quality) < heavy,
      );
      value = fit.length === this.#qualities.length ? Infinity : highest(fit);
    }
    if (value !== this.#value) {
      this.#value = value;
      this.#onChange();
    }
  }

  /** The pixels of the smallest quality that fills the element; infinite where none does. */
  #enough(): number {
    const { clientWidth, clientHeight } = this.#element;
    const ratio = globalThis.devicePixelRatio || 1;
    if (clientWidth === 0 || clientHeight === 0) {
      return Infinity; // it is not laid out, or not yet
    }
    const filling = this.#qualities.filter(
      // The picture is fitted in: one of the two is filled, the other one has bars.
      ({ width, height }) => width >= clientWidth * ratio || height >= clientHeight * ratio,
    );
    return Math.min(...filling.map(size));
  }
}

function size({ width, height }: QualityMessage): number {
  return width * height;
}

/** The lowest quality is always to be had, so 1 lets no other. */
function highest(qualities: readonly QualityMessage[]): number {
  return Math.max(1, ...qualities.map(({ bandwidth }) => bandwidth));
}
