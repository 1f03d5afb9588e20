import type { PlayerError } from './errors.js';

/** How a load ends: the promise that `Player.load()` gives, and who settles it, once. */
export class Outcome {
  /** Settles when the element can play, or never will. */
  readonly ready: Promise<void>;
  /** Whether it has not settled yet. */
  pending = true;
  #resolve: () => void = () => undefined;
  #reject: (error: PlayerError) => void = () => undefined;

  constructor() {
    this.ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** The element can play. */
  resolve(): void {
    this.pending = false;
    this.#resolve();
  }

  /** It never will. */
  reject(error: PlayerError): void {
    this.pending = false;
    this.#reject(error);
  }

  /** Gives the load up, if it is still under way. Routine, so nobody is forced to catch it. */
  interrupt(error: PlayerError): void {
    if (this.pending) {
      this.ready.catch(() => undefined);
      this.reject(error);
    }
  }
}
