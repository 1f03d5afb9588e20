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
  #before: { paused: boolean; playbackRate: number } | null = null;
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

  /** Does what the engine says. */
  execute(event: AttachmentEvent): void {
    const attaches = event.type === 'handle' || event.type === 'sinkcreate';
    if (attaches && !this.#free) {
      this.#waiting = event;
      return;
    }
    if (attaches || event.type === 'sinkclose') {
      this.remember();
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
    if (attaches) {
      this.#restore();
    }
  }

  /**
   * The element is going to get a MediaSource, or another one, and may forget all at that: also that
   * it has been asked to play meanwhile. One that fails pauses before.
   */
  remember(): void {
    const { paused, playbackRate } = this.#element;
    this.#before ??= { paused, playbackRate };
  }

  /** The element is as the viewer has set it. */
  #restore(): void {
    if (this.#before) {
      const { paused, playbackRate } = this.#before;
      this.#before = null;
      this.#element.playbackRate = playbackRate;
      if (!paused) {
        this.#element.play().catch(() => undefined);
      }
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
