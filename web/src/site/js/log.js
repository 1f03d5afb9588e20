/** The event log: newest first, a few hundred lines at most. */

const MOST_LINES = 300;

/** Lines below a heading, stamped with seconds since the log began. */
export class EventLog {
  #list;
  #startMs = performance.now();

  /** @param {HTMLOListElement} list */
  constructor(list) {
    this.#list = list;
  }

  /**
   * Adds a line.
   *
   * @param {string} kind one word; `error` stands out
   * @param {string} text
   */
  add(kind, text) {
    const line = document.createElement('li');
    line.dataset.kind = kind;
    const time = document.createElement('time');
    time.textContent = `${((performance.now() - this.#startMs) / 1000).toFixed(2)} s`;
    const name = document.createElement('b');
    name.textContent = kind;
    const what = document.createElement('span');
    what.textContent = text;
    line.append(time, ' ', name, ' ', what);
    this.#list.prepend(line);
    while (this.#list.childElementCount > MOST_LINES) {
      this.#list.lastElementChild.remove();
    }
  }
}
