import type { Command, Event } from './protocol.js';

/** What a request is for. */
export type RequestKind = 'manifest' | 'index' | 'init' | 'segment' | 'key';

/** A request that is about to be sent. A hook may change `url`, `headers` and `withCredentials`. */
export interface PlayerRequest {
  readonly kind: RequestKind;
  /** Absolute. */
  url: string;
  headers: Record<string, string>;
  /** Whether cookies and credentials go to other origins. */
  withCredentials: boolean;
  /** Aborts when nobody waits for the request any more. */
  readonly signal: AbortSignal;
}

/** Sees each request before it is sent, and may change it or answer with another. */
export type RequestHook = (
  request: PlayerRequest,
) => PlayerRequest | void | Promise<PlayerRequest | void>;

type Asked = Extract<Event, { type: 'request' }>;
type Answer = Extract<Command, { type: 'requestanswer' }>;

/** The questions of one engine to the application's hook. */
export class HookedRequests {
  readonly #waiting = new Map<number, AbortController>();

  /** Asks the hook, and posts what it says, unless nobody waits for it by then. */
  async ask(asked: Asked, hook: RequestHook | null, post: (answer: Answer) => void): Promise<void> {
    const { session, id, kind, url, withCredentials } = asked;
    const controller = new AbortController();
    const { signal } = controller;
    this.#waiting.set(id, controller);
    const request: PlayerRequest = {
      kind,
      url,
      headers: Object.fromEntries(asked.headers),
      withCredentials,
      signal,
    };
    const answer: Answer = {
      type: 'requestanswer',
      session,
      id,
      url,
      headers: asked.headers,
      withCredentials,
      error: null,
    };
    try {
      const changed = (await hook?.(request)) ?? request;
      answer.url = new URL(changed.url, url).href;
      answer.headers = [...new Headers(changed.headers)];
      answer.withCredentials = changed.withCredentials === true;
    } catch (error) {
      answer.error = String(error);
    }
    this.#waiting.delete(id);
    if (!signal.aborted) {
      post(answer);
    }
  }

  /** Nobody waits for this one any more. */
  drop(id: number): void {
    this.#waiting.get(id)?.abort();
  }

  /** Nobody waits for any of them. */
  dropAll(): void {
    for (const controller of this.#waiting.values()) {
      controller.abort();
    }
  }
}
