/** Milliseconds between two looks. */
const STEP = 700;

/** Looks without a word of the worker after which it is dead: 2.1 to 2.8 s. */
const SILENT_STEPS = 4;

/** The same for a worker whose script is still on its way: 20 s, over which network it may be. */
const SILENT_STEPS_AT_START = 29;

/**
 * Notices that a worker is dead or hangs: nothing tells the page. Any message is a sign of life; a
 * worker that has been silent for a step is asked for one.
 *
 * Time is counted in steps, each a task of its own, and not by a clock. When the page's main thread
 * has been blocked, what the worker has said meanwhile waits in the page's queue; a block of whatever
 * length counts as one step at most, and before the next ones all that is read.
 */
export class Heartbeat {
  readonly #ping: () => void;
  readonly #onDead: () => void;
  #silent = 0;
  #limit = SILENT_STEPS_AT_START;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param ping asks the worker for a sign of life
   * @param onDead called once, when none has come
   */
  constructor(ping: () => void, onDead: () => void) {
    this.#ping = ping;
    this.#onDead = onDead;
  }

  /** The worker has said something. */
  heard(): void {
    this.#silent = 0;
    this.#limit = SILENT_STEPS;
  }

  /** Listens from now on. */
  start(): void {
    if (this.#timer === undefined) {
      this.#silent = 0;
      this.#next();
    }
  }

  /** Listens no more: nothing is asked of the worker, so it may be as it likes. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #next(): void {
    this.#timer = setTimeout(() => this.#step(), STEP);
  }

  #step(): void {
    if (++this.#silent >= this.#limit) {
      this.stop();
      this.#onDead();
      return;
    }
    if (this.#silent > 1) {
      this.#ping();
    }
    this.#next();
  }
}
