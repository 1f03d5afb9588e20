import { MediaBridge } from './media-bridge.js';
import { isManaged } from './mse.js';
import type { Event, MsePlace, Reply, SinkCommand } from './protocol.js';

/** What a worker says of its MediaSource. */
export type AttachmentEvent = Extract<Event, { type: 'handle' }> | SinkCommand;

/** The MediaSource of one worker, on the element: by its handle, or on the page behind the bridge. */
export class Attachment {
  readonly #element: HTMLMediaElement;
  readonly #bridge: MediaBridge | null;
  readonly #remotePlaybackDisabled: boolean;
  #handle: MediaSourceHandle | null = null;
  #free: boolean;
  #waiting: AttachmentEvent | null = null;

  /**
   * @param reply answers for the engine
   * @param free whether it may take the element at once; else from `take()` on
   */
  constructor(
    mse: MsePlace,
    element: HTMLMediaElement,
    reply: (reply: Reply) => void,
    free: boolean,
  ) {
    this.#element = element;
    this.#bridge = mse === 'window' ? new MediaBridge(element, reply) : null;
    this.#free = free;
    this.#remotePlaybackDisabled = element.disableRemotePlayback;
  }

  /** Whether it may take the element. */
  get isFree(): boolean {
    return this.#free;
  }

  /** Does what the engine says. */
  execute(event: AttachmentEvent): void {
    const attaches = event.type === 'handle' || event.type === 'sinkcreate';
    if (attaches && !this.#free) {
      this.#waiting = event;
      return;
    }
    if (attaches && isManaged()) {
      this.#element.disableRemotePlayback = true;
    }
    if (event.type === 'handle') {
      this.#handle = event.handle;
      // The DOM types do not list handles among the objects that an element plays.
      this.#element.srcObject = event.handle as MediaProvider;
    } else {
      this.#bridge?.execute(event);
    }
  }

  /** The element is free. */
  take(): void {
    this.#free = true;
    if (this.#waiting) {
      this.execute(this.#waiting);
      this.#waiting = null;
    }
  }

  /** Leaves the element, empty if nobody else has taken it. */
  detach(): void {
    this.#bridge?.close();
    if (this.#handle && this.#element.srcObject === this.#handle) {
      this.#element.srcObject = null;
    }
    this.#handle = null;
    this.#waiting = null;
    this.#element.disableRemotePlayback = this.#remotePlaybackDisabled;
  }
}
