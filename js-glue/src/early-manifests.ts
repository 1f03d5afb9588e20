import type { Command } from './protocol.js';

/** The part of a worker's or page's global scope that is needed. */
export interface FetchScope {
  fetch: typeof fetch;
}

/** A request under way, until it is taken. */
interface EarlyRequest {
  url: string;
  answer: Promise<Response>;
  controller: AbortController;
}

/**
 * The manifests' requests, sent while the engine is still on its way. Once there, the engine fetches
 * a manifest as soon as it is given the load, and gets the answer that is under way already.
 */
export class EarlyManifests {
  readonly #scope: FetchScope;
  /** By session. */
  readonly #requests = new Map<number, EarlyRequest>();

  constructor(scope: FetchScope) {
    this.#scope = scope;
  }

  /** Takes note of a message that waits for the engine. */
  note(command: Command): void {
    if (command.type === 'unload') {
      this.#drop(command.session);
    } else if (command.type === 'load') {
      this.#load(command);
    }
  }

  /** Gives the engine its messages; the first fetch of a manifest meanwhile is answered early. */
  handOver(give: () => void): void {
    const scope = this.#scope;
    const original = scope.fetch;
    scope.fetch = (input, init) =>
      this.#take(input, init?.signal ?? null) ?? original.call(scope, input, init);
    try {
      give();
    } finally {
      scope.fetch = original;
      this.drop();
    }
  }

  /** Gives the requests up, unless they have been taken. */
  drop(): void {
    for (const session of this.#requests.keys()) {
      this.#drop(session);
    }
  }

  #load({ session, url, config }: Extract<Command, { type: 'load' }>): void {
    if (config.network.hooked) {
      return; // the application has a word in it
    }
    const { headers, withCredentials } = config.network;
    const controller = new AbortController();
    const answer = this.#scope.fetch(url, {
      headers,
      // As the engine asks.
      credentials: withCredentials ? 'include' : 'same-origin',
      signal: controller.signal,
    });
    // Who takes the answer hears of its failure.
    answer.catch(() => undefined);
    this.#requests.set(session, { url, answer, controller });
  }

  #drop(session: number): void {
    this.#requests.get(session)?.controller.abort();
    this.#requests.delete(session);
  }

  /** An answer, once; from then on it is aborted by whom it belongs to. */
  #take(input: RequestInfo | URL, signal: AbortSignal | null): Promise<Response> | null {
    for (const [session, { url, answer, controller }] of this.#requests) {
      if (url === input) {
        this.#requests.delete(session);
        if (signal?.aborted) {
          controller.abort();
        }
        signal?.addEventListener('abort', () => controller.abort());
        return answer;
      }
    }
    return null;
  }
}
