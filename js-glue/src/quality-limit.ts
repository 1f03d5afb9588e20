import { frames } from './frames.js';
import type { EngineConfig, QualityMessage } from './protocol.js';

/** Which limits hold. */
export interface LimitConfig {
  readonly capToElementSize: boolean;
  readonly capOnDroppedFrames: boolean;
}

/** What only the page knows of the qualities that are of use. */
export type Limits = Pick<EngineConfig['abr'], 'maxBitrate' | 'width' | 'height'>;

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

/** How many pixels the element shows, and which qualities the device has dropped frames of. */
export class QualityLimit {
  /** Of the qualities that have been played, those that can be chosen. */
  qualities: readonly QualityMessage[] = [];
  readonly #element: HTMLMediaElement;
  readonly #onChange: () => void;
  #config: LimitConfig;
  #limits: Limits;
  /** The fewest pixels that were too many to draw, until a moment. */
  #heavy = { pixels: Infinity, until: 0, rest: REST };
  #window = { at: 0, dropped: 0, total: 0 };
  #lastBeat = 0;
  #badWindows = 0;

  /**
   * @param onChange hears that `limits` are others
   */
  constructor(element: HTMLMediaElement, config: LimitConfig, onChange: () => void) {
    this.#element = element;
    this.#config = config;
    this.#onChange = onChange;
    this.#limits = this.#look();
  }

  /** What holds as of the last beat. */
  get limits(): Limits {
    return this.#limits;
  }

  /** Others hold from now on. */
  configure(config: LimitConfig): void {
    this.#config = config;
    this.#limits = this.#look();
  }

  /** A second or two have passed. */
  beat(): void {
    if (this.#config.capOnDroppedFrames) {
      this.#countFrames(performance.now());
    }
    const { maxBitrate, width, height } = this.#limits;
    const now = (this.#limits = this.#look());
    if (now.maxBitrate !== maxBitrate || now.width !== width || now.height !== height) {
      this.#onChange();
    }
  }

  #look(): Limits {
    const { capToElementSize, capOnDroppedFrames } = this.#config;
    const { pixels, until } = this.#heavy;
    const rests = capOnDroppedFrames && performance.now() < until;
    const fit = rests ? this.qualities.filter((quality) => size(quality) < pixels) : null;
    // What is asked of the layout may have to be laid out for it: only where it is wanted.
    const { clientWidth = 0, clientHeight = 0 } = capToElementSize ? this.#element : {};
    const ratio = globalThis.devicePixelRatio || 1;
    return {
      maxBitrate: fit ? highest(fit) : Infinity,
      width: Math.round(clientWidth * ratio),
      height: Math.round(clientHeight * ratio),
    };
  }

  #countFrames(now: number): void {
    const { dropped, total, at } = this.#window;
    const { paused, seeking } = this.#element;
    const late = now - this.#lastBeat > LATE;
    this.#lastBeat = now;
    if (paused || seeking || document.hidden || late) {
      // What is not to be seen, or was held up by the page itself, says nothing about the quality.
      this.#window.at = 0;
      this.#badWindows = 0;
    } else if (at === 0 || now - at >= WINDOW) {
      const { droppedFrames, totalFrames } = frames(this.#element);
      this.#window = { at: now, dropped: droppedFrames, total: totalFrames };
      const count = at && totalFrames - total;
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
    if (this.qualities.some((quality) => size(quality) > 0 && size(quality) < pixels)) {
      const { rest } = this.#heavy;
      this.#heavy = { pixels, until: now + rest, rest: 2 * rest };
    }
  }
}

function size({ width, height }: QualityMessage): number {
  return width * height;
}

/** The lowest quality is always to be had, so 1 lets no other. */
function highest(qualities: readonly QualityMessage[]): number {
  return Math.max(1, ...qualities.map(({ bandwidth }) => bandwidth));
}
