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
  'canplay',
  'loadedmetadata',
  'ended',
  'emptied',
];

/** Milliseconds by which the last look may be old when the media goes. */
const LOOK_INTERVAL = 2000;

/** Seconds by which the worker, which goes by the clock, may be wrong about the playhead. */
const TOLERANCE_S = 0.1;

/** Milliseconds between two looks at an element that should move and stands. */
const STANDING_INTERVAL = 1050;

/** Seconds that remain of a stream whose end has been seen, so that there is a frame to show. */
const LAST_FRAMES_S = 0.1;

/** Before all listeners of the page's. */
const CAPTURE = { capture: true };

/** What a viewer would find again. */
export interface View {
  /** Seconds; null before there is metadata. */
  position: number | null;
  rate: number;
  paused: boolean;
}

/** Who hears of a media element. */
export interface ObserverHost {
  onObservation(observation: Observation): void;
  /** Playback has come to a halt for want of data, seeks aside. */
  onStall(observation: Observation): void;
  /** The element's media has gone without a word, as it does in Chromium with its worker. */
  onGone(): void;
}

/** Looks at a media element whenever something happens to it, and tells what it sees. */
export class Observer {
  readonly #element: HTMLMediaElement;
  readonly #host: ObserverHost;
  #last: Observation | null = null;
  /** What has been told last. */
  #told = { position: 0, at: 0 };
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLMediaElement, host: ObserverHost) {
    this.#element = element;
    this.#host = host;
    for (const type of EVENTS) {
      element.addEventListener(type, this.#onEvent, CAPTURE);
    }
  }

  /** What the viewer sees, or saw last before the media went. */
  get view(): View {
    const { readyState, currentTime, playbackRate, paused, HAVE_METADATA } = this.#element;
    const last = this.#last;
    if (!last || !this.#gone()) {
      return {
        position: readyState >= HAVE_METADATA ? currentTime : null,
        rate: playbackRate,
        paused,
      };
    }
    return {
      position: Math.min(last.position, this.#element.duration - LAST_FRAMES_S),
      rate: last.rate,
      paused: last.paused,
    };
  }

  /** Looks now, if there is anything to see. */
  observe(): void {
    if (this.#gone()) {
      return;
    }
    const element = this.#element;
    const { paused, seeking, ended, readyState } = element;
    const at = now();
    this.#last = {
      position: element.currentTime,
      rate: element.playbackRate,
      moving: !paused && !seeking && !ended && readyState >= element.HAVE_FUTURE_DATA,
      paused,
      seeking,
      ended,
      readyState,
      at,
    };
    this.#told = { ...this.#last };
    this.#host.onObservation(this.#last);
  }

  /**
   * Looks because time has passed. The worker carries the playhead on by the clock, so it need not
   * hear of an element that moves as it thinks: each message costs. One that should move and stands
   * says nothing by itself, so it is looked at again and again.
   */
  beat(): void {
    clearTimeout(this.#timer);
    const { paused, ended, currentTime } = this.#element;
    if (paused || ended) {
      return;
    }
    const last = this.#last;
    if (!last?.moving || currentTime === last.position) {
      this.observe();
      this.#timer = setTimeout(() => this.beat(), STANDING_INTERVAL);
      return;
    }
    last.position = currentTime;
    last.at = now();
    const { position, at } = this.#told;
    const expected = position + ((last.at - at) / 1000) * last.rate;
    if (Math.abs(currentTime - expected) > TOLERANCE_S) {
      this.observe();
    }
  }

  /** Looks no more. */
  stop(): void {
    clearTimeout(this.#timer);
    for (const type of EVENTS) {
      this.#element.removeEventListener(type, this.#onEvent, CAPTURE);
    }
  }

  #gone(): boolean {
    return hasLostMedia(this.#element);
  }

  readonly #onEvent = (event: Event): void => {
    switch (event.type) {
      case 'playing':
        this.#running = true; // which `play` or `canplay` has told of just before
        return;
      case 'seeking':
      case 'emptied':
        this.#running = false;
        break;
    }
    if (this.#gone()) {
      // The page shall not take it for the end.
      event.stopImmediatePropagation();
      this.#carryOn();
      this.#host.onGone();
    } else {
      this.observe();
      const stalled = event.type === 'waiting' && this.#running && !this.#element.seeking;
      if (stalled && this.#last) {
        this.#running = false;
        this.#host.onStall(this.#last);
      }
    }
  };

  /** Until its media went, the element has played on from where it was seen last. */
  #carryOn(): void {
    const last = this.#last;
    if (last?.moving) {
      const elapsed = Math.min(now() - last.at, LOOK_INTERVAL) / 1000;
      this.#last = { ...last, position: last.position + elapsed * last.rate, moving: false };
    }
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

/** Whether the element claims to have played everything, and has nothing. */
export function hasLostMedia({ ended, readyState, buffered }: HTMLMediaElement): boolean {
  return ended && readyState > 0 && buffered.length === 0;
}
