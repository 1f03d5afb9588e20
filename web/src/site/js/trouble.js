/** Errors as a visitor can use them: what happened, and what to do about it. */

const TITLES = {
  network: 'The stream could not be fetched',
  manifest: 'The manifest could not be used',
  media: 'The media could not be played',
  drm: 'The stream is protected',
  support: 'This browser cannot do that',
  worker: 'The engine failed',
  usage: 'That is not possible',
};

/** What to do, by code; where a code is not listed, by the category's thousand. */
const ADVICE = {
  1000: 'Check the address and the connection, then load it again.',
  1001: 'The server was reached and said no. Check the address; the file may have moved.',
  1002: 'The server did not answer in time. Try again, or try another stream.',
  1003: 'Check the address. A server elsewhere must also allow this page to read the file (CORS).',
  2000: 'Check that the address leads to a DASH manifest (.mpd).',
  2003: 'No quality in it suits this browser. Try another browser, or another stream.',
  3000: 'The stream itself seems to be damaged. Try another one.',
  3004: 'Choose a smaller buffer goal, or a lower quality.',
  4000: 'The stream needs a licence that this page does not have.',
  5000: 'Set engine and MediaSource to “Automatic”, or use a current browser.',
  6000: 'Load the stream again. If it goes on failing, it is a bug worth reporting.',
  7000: 'Load the stream again.',
};

/** The place where errors are shown; one at a time. Screen readers speak it (`role=alert`). */
export class Trouble {
  #place;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
  }

  /**
   * Shows an error.
   *
   * @param {Error & {code?: number, category?: string, url?: string | null}} error a PlayerError,
   *     or any other error, which then has neither code nor category
   */
  show(error) {
    const title = document.createElement('h3');
    title.textContent = TITLES[error.category] ?? 'Something went wrong';
    const message = document.createElement('p');
    message.textContent = sentence(error.message);
    const advice = document.createElement('p');
    advice.textContent = adviceFor(error.code);
    const code = document.createElement('p');
    code.className = 'code';
    code.textContent = details(error);
    this.#place.dataset.code = String(error.code ?? '');
    this.#place.dataset.category = error.category ?? '';
    this.#place.replaceChildren(title, message, advice, code);
  }

  /** Shows none. */
  clear() {
    delete this.#place.dataset.code;
    delete this.#place.dataset.category;
    this.#place.replaceChildren();
  }
}

/** Messages come as clauses; here they stand alone. */
function sentence(text) {
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

function adviceFor(code) {
  return ADVICE[code] ?? ADVICE[Math.floor(code / 1000) * 1000] ?? 'Load the page again.';
}

function details(error) {
  const parts = [];
  if (error.code) {
    parts.push(`Error ${error.code}, ${error.category}`);
  }
  if (error.url) {
    parts.push(error.url);
  }
  return parts.join(' · ');
}
