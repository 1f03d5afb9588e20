import type { Observation } from './protocol.js';

/** Everything after which the worker's idea of the playhead may be wrong. */
const EVENTS = [
  'play',
  'playing',
  'pause',
  'seeking',
  'seeked',
  'ratechange',
  'waiting',
  'timeupdate',
  'canplay',
  'loadedmetadata',
  'ended',
  'emptied',
];

/** Milliseconds between two looks that have no other cause than time passing. */
const TIME_UPDATE_INTERVAL = 200;

/** Looks at a media element whenever something happens to it, and tells what it sees. */
export class Observer {
  /** How often playback came to a halt for want of data, seeks aside. */
  stalls = 0;

  readonly #element: HTMLMediaElement;
  readonly #tell: (observation: Observation) => void;
  #lastAt = 0;
  #running = false;

  constructor(element: HTMLMediaElement, tell: (observation: Observation) => void) {
    this.#element = element;
    this.#tell = tell;
    for (const type of EVENTS) {
      element.addEventListener(type, this.#onEvent);
    }
  }

  /** Looks now. */
  observe(): void {
    const element = this.#element;
    const { paused, seeking, ended, readyState } = element;
    const { droppedFrames, totalFrames } = frames(element);
    const at = performance.timeOrigin + performance.now();
    this.#lastAt = at;
    this.#tell({
      position: element.currentTime,
      rate: element.playbackRate,
      moving: !paused && !seeking && !ended && readyState >= element.HAVE_FUTURE_DATA,
      paused,
      seeking,
      ended,
      readyState,
      droppedFrames,
      totalFrames,
      at,
    });
  }

  /** Looks no more. */
  stop(): void {
    for (const type of EVENTS) {
      this.#element.removeEventListener(type, this.#onEvent);
    }
  }

  readonly #onEvent = ({ type }: Event): void => {
    switch (type) {
      case 'playing':
        this.#running = true;
        break;
      case 'seeking':
      case 'emptied':
        this.#running = false;
        break;
      case 'waiting':
        if (this.#running && !this.#element.seeking) {
          this.stalls++;
        }
        break;
      case 'timeupdate':
        if (performance.timeOrigin + performance.now() - this.#lastAt < TIME_UPDATE_INTERVAL) {
          return;
        }
    }
    this.observe();
  };
}

/** Frames dropped and shown or dropped so far; zeros for audio. */
export function frames(element: HTMLMediaElement): { droppedFrames: number; totalFrames: number } {
  const quality = (element as Partial<HTMLVideoElement>).getVideoPlaybackQuality?.();
  return {
    droppedFrames: quality?.droppedVideoFrames ?? 0,
    totalFrames: quality?.totalVideoFrames ?? 0,
  };
}
