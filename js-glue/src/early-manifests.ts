import { firstPlaylists } from './first-playlists.js';
import type { Command } from './protocol.js';

/** The part of a worker's or page's global scope that is needed. */
export interface FetchScope {
  fetch: typeof fetch;
}

type Load = Extract<Command, { type: 'load' }>;

/** A request under way, until it is taken. */
interface EarlyRequest {
  session: number;
  url: string;
  answer: Promise<Response>;
  controller: AbortController;
}

/** Milliseconds after which a playlist that the engine has not asked for is not wanted. */
const PATIENCE = 5_000;

/**
 * The requests for manifests, and for the playlists that the engine will want next, sent while it is
 * still on its way. Once there, it gets the answers that are under way already.
 */
export class EarlyManifests {
  readonly #scope: FetchScope;
  readonly #fetch: typeof fetch;
  #manifests: EarlyRequest[] = [];
  #playlists: EarlyRequest[] = [];
  /** Manifests that may still name playlists. */
  readonly #unread = new Set<EarlyRequest>();
  /** What the engine has asked for by itself, from when it is here until all early ones are done. */
  #seen: Set<RequestInfo | URL> | null = null;

  constructor(scope: FetchScope) {
    this.#scope = scope;
    this.#fetch = scope.fetch;
  }

  /** Takes note of a message that waits for the engine. */
  note(command: Command): void {
    if (command.type === 'unload') {
      this.#drop(this.#all.filter(({ session }) => session === command.session));
    } else if (command.type === 'load' && !command.config.network.hooked) {
      // A hook has a word in it; else it is asked for as the engine does.
      const manifest = this.#ask(command, command.url);
      this.#manifests.push(manifest);
      this.#unread.add(manifest);
      this.#askForPlaylists(command, manifest)
        .catch(() => undefined) // who takes the answer hears of its failure
        .finally(() => {
          this.#unread.delete(manifest);
          this.#stepAside();
        });
    }
  }

  /**
   * Gives the engine its messages. It fetches the manifests meanwhile, as soon as it is given the
   * loads, and playlists when it has read them.
   */
  handOver(give: () => void): void {
    const seen = new Set<RequestInfo | URL>();
    this.#seen = seen;
    this.#scope.fetch = (input, init) => {
      seen.add(input);
      const early = this.#take(input, init?.signal ?? null);
      return early ?? this.#fetch.call(this.#scope, input, init);
    };
    try {
      give();
    } finally {
      this.#drop(this.#manifests);
      if (this.#seen) {
        setTimeout(() => this.drop(), PATIENCE);
      }
    }
  }

  /** Gives the requests up, unless they have been taken. */
  drop(): void {
    this.#unread.clear();
    this.#drop(this.#all);
  }

  get #all(): EarlyRequest[] {
    return [...this.#manifests, ...this.#playlists];
  }

  #ask({ session, config }: Load, url: string): EarlyRequest {
    const { headers, withCredentials } = config.network;
    const controller = new AbortController();
    const answer = this.#fetch.call(this.#scope, url, {
      headers,
      credentials: withCredentials ? 'include' : 'same-origin',
      signal: controller.signal,
    });
    answer.catch(() => undefined);
    return { session, url, answer, controller };
  }

  /** The answer is the engine's to read; this reads a copy. */
  async #askForPlaylists(load: Load, manifest: EarlyRequest): Promise<void> {
    const response = await manifest.answer;
    if (!response.ok || !isHls(response)) {
      return;
    }
    const text = await response.clone().text();
    const usualAudio = !load.config.audioLanguage && !load.audioTrack;
    for (const url of firstPlaylists(text, response.url, usualAudio)) {
      // The load has not been given up, nor has the engine been faster.
      if (this.#unread.has(manifest) && !this.#seen?.has(url)) {
        this.#playlists.push(this.#ask(load, url));
      }
    }
  }

  /** An answer, once; from then on it is aborted by whom it belongs to. */
  #take(input: RequestInfo | URL, signal: AbortSignal | null): Promise<Response> | null {
    const found = this.#all.find(({ url }) => url === input);
    if (!found) {
      return null;
    }
    const { answer, controller } = found;
    this.#forget(found);
    const abort = (): void => {
      this.#unread.delete(found);
      controller.abort();
    };
    if (signal?.aborted) {
      abort();
    }
    signal?.addEventListener('abort', abort);
    return answer;
  }

  #drop(unwanted: EarlyRequest[]): void {
    for (const request of unwanted) {
      this.#unread.delete(request);
      request.controller.abort();
      this.#forget(request);
    }
    this.#stepAside();
  }

  #forget(request: EarlyRequest): void {
    this.#manifests = this.#manifests.filter((other) => other !== request);
    this.#playlists = this.#playlists.filter((other) => other !== request);
    this.#stepAside();
  }

  /** When there is nothing left to hand over, the engine fetches for itself. */
  #stepAside(): void {
    if (this.#seen && !this.#all.length && !this.#unread.size) {
      this.#seen = null;
      this.#scope.fetch = this.#fetch;
    }
  }
}

function isHls({ headers, url }: Response): boolean {
  return (
    /mpegurl/i.test(headers.get('content-type') ?? '') || /\.m3u8?$/i.test(new URL(url).pathname)
  );
}
