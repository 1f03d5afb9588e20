import type { Command } from './protocol.js';

/** The part of a worker's or page's global scope that is needed. */
export interface FetchScope {
  fetch: typeof fetch;
}

/**
 * The manifest's request, sent while the engine is still on its way. Once there, the engine fetches
 * the manifest as soon as it is given the load, and gets the answer that is under way already.
 */
export class EarlyManifest {
  readonly #scope: FetchScope;
  #url = '';
  #answer: Promise<Response> | null = null;
  #controller = new AbortController();

  constructor(scope: FetchScope) {
    this.#scope = scope;
  }

  /** Takes note of a message that waits for the engine: of loads, only the last one counts. */
  note(command: Command): void {
    if (command.type === 'unload') {
      this.drop();
    } else if (command.type === 'load') {
      this.drop();
      if (command.config.network.hooked) {
        return; // the application has a word in it
      }
      const { headers, withCredentials } = command.config.network;
      this.#controller = new AbortController();
      this.#url = command.url;
      this.#answer = this.#scope.fetch(command.url, {
        headers,
        // As the engine asks.
        credentials: withCredentials ? 'include' : 'same-origin',
        signal: this.#controller.signal,
      });
      // Who takes the answer hears of its failure.
      this.#answer.catch(() => undefined);
    }
  }

  /** Gives the engine its messages; the first fetch of the manifest meanwhile is answered early. */
  handOver(give: () => void): void {
    const scope = this.#scope;
    const original = scope.fetch;
    scope.fetch = (input, init) => {
      const answer = input === this.#url ? this.#take(init?.signal ?? null) : null;
      return answer ?? original.call(scope, input, init);
    };
    try {
      give();
    } finally {
      scope.fetch = original;
      this.drop();
    }
  }

  /** Gives the request up, unless it has been taken. */
  drop(): void {
    if (this.#answer) {
      this.#answer = null;
      this.#controller.abort();
    }
  }

  /** The answer, once; from then on it is aborted by whom it belongs to. */
  #take(signal: AbortSignal | null): Promise<Response> | null {
    const answer = this.#answer;
    const controller = this.#controller;
    this.#answer = null;
    if (answer && signal?.aborted) {
      controller.abort();
    }
    signal?.addEventListener('abort', () => controller.abort());
    return answer;
  }
}
