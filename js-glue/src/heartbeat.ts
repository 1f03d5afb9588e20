/** Milliseconds without a word of the worker after which it is asked for one. */
const SILENCE = 2000;

/** Milliseconds from asking until asking again, and then until the worker is given up. */
const PATIENCE = 400;

/** How often it is asked. */
const ASKED = 2;

/** The same for a worker whose script is still on its way: 20 s, over which network it may be. */
const ASKED_AT_START = 45;

/** Milliseconds between two beats, if the worker talks so much. */
const BEAT = 1000;

/**
 * Notices within 2.8 s that a worker is dead or hangs: nothing tells the page. Any message is a sign
 * of life; a worker that is silent is asked for one.
 *
 * It is not the clock that judges. When the page's main thread has been blocked, what the worker has
 * said meanwhile waits in the page's queue: after a block of whatever length the worker is asked, and
 * between that and the judgement lie two more timers, each a task of its own, so that everything
 * there is to read has been read.
 */
export class Heartbeat {
  /** Whether silence is death. A worker that is being debugged may stand still. */
  judges = true;

  readonly #beat: () => void;
  readonly #ping: () => void;
  readonly #onDead: () => void;
  #asked = 0;
  #beatAt = 0;
  #limit = ASKED_AT_START;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param beat called every second or two, for whatever else is to be done so often: when the worker
   *     has woken the page up anyway, if it does
   * @param ping asks the worker for a sign of life
   * @param onDead called once, when none has come
   */
  constructor(beat: () => void, ping: () => void, onDead: () => void) {
    this.#beat = beat;
    this.#ping = ping;
    this.#onDead = onDead;
  }

  /** The worker has said something. */
  heard(): void {
    this.#asked = 0;
    this.#limit = ASKED;
    if (this.#timer !== undefined) {
      // Put off rather than left to ring in vain: while the worker talks, no timer wakes the page.
      this.#look(SILENCE);
      if (performance.now() - this.#beatAt >= BEAT) {
        this.#doBeat();
      }
    }
  }

  /** Listens from now on. */
  start(): void {
    if (this.#timer === undefined) {
      this.#asked = 0;
      this.#look(SILENCE);
    }
  }

  /** Listens no more: nothing is asked of the worker, so it may be as it likes. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #look(afterMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onTimer, afterMs);
  }

  #doBeat(): void {
    this.#beatAt = performance.now();
    this.#beat();
  }

  readonly #onTimer = (): void => {
    if (this.#asked < this.#limit || !this.judges) {
      this.#asked++;
      this.#ping();
      this.#look(PATIENCE);
      this.#doBeat();
    } else {
      this.stop();
      this.#onDead();
    }
  };
}
