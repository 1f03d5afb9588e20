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
const LOOK_INTERVAL = 1400;

/** Milliseconds between two looks that are told and have no other cause than time passing. */
const TELL_INTERVAL = 4000;

/** Milliseconds between two looks at the frames that were dropped: asking for them costs. */
const FRAMES_INTERVAL = 5000;

/** Milliseconds without any event after which an element that should play is looked at all the same. */
const SILENCE = 1500;

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
  #frames = { droppedFrames: 0, totalFrames: 0 };
  #framesAt = 0;
  #toldAt = 0;
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
    if (at - this.#framesAt >= FRAMES_INTERVAL) {
      this.#framesAt = at;
      this.#frames = frames(element);
    }
    this.#last = {
      position: element.currentTime,
      rate: element.playbackRate,
      moving: !paused && !seeking && !ended && readyState >= element.HAVE_FUTURE_DATA,
      paused,
      seeking,
      ended,
      readyState,
      ...this.#frames,
      at,
    };
    this.#toldAt = at;
    this.#host.onObservation(this.#last);
    // An element whose time stands says nothing; the worker has to know that it stands.
    clearTimeout(this.#timer);
    if (!paused && !ended) {
      this.#timer = setTimeout(() => this.observe(), SILENCE);
    }
  }

  /**
   * Looks because time has passed. The worker carries the playhead on by the clock, so it need not
   * hear of every such look, unless the element does not move as it should: telling is what costs.
   */
  beat(): void {
    const element = this.#element;
    const last = this.#last;
    if (element.paused) {
      return;
    }
    const { currentTime } = element;
    const stuck = last?.moving && currentTime === last.position;
    if (!last || stuck || now() - this.#toldAt >= TELL_INTERVAL) {
      this.observe();
    } else if (last.moving && !this.#gone()) {
      last.position = currentTime;
      last.at = now();
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
        this.#running = true;
        break;
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

/** Frames dropped and shown or dropped so far; zeros for audio. */
export function frames(element: HTMLMediaElement): { droppedFrames: number; totalFrames: number } {
  const quality = (element as Partial<HTMLVideoElement>).getVideoPlaybackQuality?.();
  return {
    droppedFrames: quality?.droppedVideoFrames ?? 0,
    totalFrames: quality?.totalVideoFrames ?? 0,
  };
}
