/** The streams to choose from, as buttons. */

import { ELSEWHERE, liveStream, STREAMS } from './streams.js';

/** Two lists: the page's own streams, and those of others. */
export class StreamList {
  #onChoice;
  #current = '';

  /**
   * @param {HTMLUListElement} own
   * @param {HTMLUListElement} elsewhere
   * @param {(url: string) => void} onChoice
   */
  constructor(own, elsewhere, onChoice) {
    this.#onChoice = onChoice;
    own.append(...STREAMS.map((stream) => this.#item(stream)));
    elsewhere.append(...ELSEWHERE.map((stream) => this.#item(stream)));
    this.#addLive(own);
  }

  /** Marks the stream that plays. */
  show(url) {
    this.#current = url;
    for (const button of document.querySelectorAll('button[data-url]')) {
      this.#mark(button);
    }
  }

  async #addLive(list) {
    const stream = await liveStream();
    list.append(
      stream
        ? this.#item(stream)
        : this.#item({ label: 'Live', about: 'Only with the demo’s own server', url: '' }),
    );
  }

  #item({ label, about, url }) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.url = url;
    button.disabled = !url;
    const name = document.createElement('b');
    name.textContent = label;
    const words = document.createElement('span');
    words.textContent = about;
    button.append(name, ' ', words);
    button.addEventListener('click', () => this.#onChoice(url));
    this.#mark(button);
    const item = document.createElement('li');
    item.append(button);
    return item;
  }

  #mark(button) {
    button.setAttribute('aria-pressed', String(button.dataset.url === this.#current));
  }
}
