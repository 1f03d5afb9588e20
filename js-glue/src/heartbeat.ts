/** Milliseconds without a word of the worker after which it is asked for one. */
const SILENCE = 1400;

/** Milliseconds from asking until asking again, and then until the worker is given up. */
const PATIENCE = 700;

/** How often it is asked. */
const ASKED = 2;

/** The same for a worker whose script is still on its way: 20 s, over which network it may be. */
const ASKED_AT_START = 27;

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
  #heardAt = 0;
  #asked = 0;
  #limit = ASKED_AT_START;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param beat called about once a second, for whatever else is to be done so often
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
    this.#heardAt = performance.now();
    this.#asked = 0;
    this.#limit = ASKED;
  }

  /** Listens from now on. */
  start(): void {
    if (this.#timer === undefined) {
      this.#heardAt = performance.now();
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
    this.#timer = setTimeout(this.#onTimer, afterMs);
  }

  readonly #onTimer = (): void => {
    const left = this.#heardAt + SILENCE - performance.now();
    if (left > 1) {
      this.#look(left);
      this.#beat();
    } else if (this.#asked < this.#limit || !this.judges) {
      this.#asked++;
      this.#ping();
      this.#look(PATIENCE);
      this.#beat();
    } else {
      this.stop();
      this.#onDead();
    }
  };
}
