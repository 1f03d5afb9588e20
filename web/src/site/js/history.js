/** The figures of the last minute, in order of time, for the charts. */

/** How far back the charts reach, seconds. */
export const WINDOW_S = 60;

/**
 * @typedef {object} Row what was known at one moment; absent is what was not measured then
 * @property {number} at seconds of `performance.now()`
 * @property {number} [ahead] seconds that Offstage has buffered ahead
 * @property {number} [besideAhead] seconds that the player beside it has
 * @property {number} [bandwidth] measured, bit/s
 * @property {number} [bitrate] of the quality being loaded, bit/s
 */

/** Rows, freezes and stalls. What the worker tells of the past is put where it belongs. */
export class History {
  /** @type {Row[]} */
  #rows = [];
  /** @type {{from: number, to: number}[]} seconds */
  freezes = [];
  /** @type {number[]} seconds */
  stalls = [];

  /** Forgets what was, for another stream. */
  clear() {
    this.#rows = [];
    this.freezes = [];
    this.stalls = [];
  }

  /** @param {Row} row */
  add(row) {
    const rows = this.#rows;
    let i = rows.length;
    while (i > 0 && rows[i - 1].at > row.at) {
      i--;
    }
    rows.splice(i, 0, row);
    const from = performance.now() / 1000 - WINDOW_S;
    // One older row stays, for the lines come in from beyond the edge.
    const old = rows.findIndex(({ at }) => at >= from) - 1;
    if (old > 0) {
      rows.splice(0, old);
    }
    this.freezes = this.freezes.filter(({ to }) => to > from);
    this.stalls = this.stalls.filter((at) => at > from);
  }

  /**
   * The columns as uPlot wants them: times first; null where nothing was measured.
   *
   * @param {(keyof Row)[]} names
   * @returns {(number | null)[][]}
   */
  columns(...names) {
    return ['at', ...names].map((name) => this.#rows.map((row) => row[name] ?? null));
  }
}
