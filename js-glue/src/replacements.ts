/** So many workers are replaced within so many milliseconds: what breaks them again will again. */
const MOST = 5;
const WITHIN = 30_000;

/** Counts the workers that have been replaced, so that it comes to an end. */
export class Replacements {
  readonly #moments: number[] = [];

  /** Whether one more may be replaced now; it counts if so. */
  allow(): boolean {
    const now = performance.now();
    while (this.#moments.length > 0 && now - (this.#moments[0] as number) > WITHIN) {
      this.#moments.shift();
    }
    return this.#moments.length < MOST && this.#moments.push(now) > 0;
  }
}
