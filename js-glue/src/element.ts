/**
 * `<offstage-video>` and `<offstage-audio>`: media elements that play streams. They have the
 * properties, methods and events of `<video>` and `<audio>`, and a `player` and `config` besides.
 */
import { CustomAudioElement, CustomVideoElement } from 'custom-media-element';
import { ErrorCode, Player, type PlayerConfig, PlayerError } from './index.js';

/** What the elements have beyond their native kin. */
export interface OffstageMedia {
  /** The player at work; null until there is something to load, and while out of the document. */
  readonly player: Player | null;
  /** The player's options. Also an attribute, in JSON. Other options start the stream anew. */
  config: PlayerConfig;
}

/** `<offstage-video>`. An `error` event tells a {@link PlayerError} as its `detail`. */
export interface OffstageVideoElement extends HTMLVideoElement, OffstageMedia {}

/** `<offstage-audio>`. An `error` event tells a {@link PlayerError} as its `detail`. */
export interface OffstageAudioElement extends HTMLAudioElement, OffstageMedia {}

/** The class of `<offstage-video>`. */
export const OffstageVideoElement = offstageMedia(
  CustomVideoElement as unknown as Base,
) as unknown as new () => OffstageVideoElement;

/** The class of `<offstage-audio>`. */
export const OffstageAudioElement = offstageMedia(
  CustomAudioElement as unknown as Base,
) as unknown as new () => OffstageAudioElement;

define('offstage-video', OffstageVideoElement);
define('offstage-audio', OffstageAudioElement);

declare global {
  interface HTMLElementTagNameMap {
    'offstage-video': OffstageVideoElement;
    'offstage-audio': OffstageAudioElement;
  }
}

/** The part of custom-media-element's classes that is built on here. */
interface ForwardingElement extends HTMLElement {
  readonly nativeEl: HTMLMediaElement;
  attributeChangedCallback(name: string, before: string | null, after: string | null): void;
  connectedCallback(): void;
  disconnectedCallback(): void;
  handleEvent(event: Event): void;
}

interface Base {
  new (): ForwardingElement;
  readonly observedAttributes: string[];
  getTemplateHTML(attributes: Record<string, string>): string;
}

/** Codes of MediaError by category, as near as they come. */
const MEDIA_ERROR_CODES: Partial<Record<PlayerError['category'], number>> = {
  network: 2,
  media: 3,
  drm: 5,
};

/** The source is not supported: what is left when it is neither the network nor the media. */
const SOURCE_NOT_SUPPORTED = 4;

function offstageMedia(base: Base) {
  return class extends base implements OffstageMedia {
    static override get observedAttributes(): string[] {
      return [...base.observedAttributes, 'config'];
    }

    /** The source is the player's, not the inner element's. */
    static override getTemplateHTML({ src: _, ...attributes }: Record<string, string>): string {
      return base.getTemplateHTML(attributes);
    }

    #player: Player | null = null;
    #config: PlayerConfig = {};
    #error: PlayerError | null = null;
    #loadQueued = false;
    /** Whether `load()` or `play()` has asked for what is queued. */
    #asked = false;
    #loadedSrc: string | null = null;

    get player(): Player | null {
      return this.#player;
    }

    get config(): PlayerConfig {
      return this.#config;
    }

    set config(config: PlayerConfig) {
      if (JSON.stringify(config) !== JSON.stringify(this.#config)) {
        this.#config = config;
        this.#discard();
        this.#queueLoad();
      }
    }

    /** The stream's URL, absolute, as that of a native element. */
    get src(): string {
      const src = this.getAttribute('src');
      return src === null ? '' : resolve(src);
    }

    set src(src: string) {
      this.setAttribute('src', src);
    }

    get currentSrc(): string {
      return this.#player ? this.src : '';
    }

    /** A MediaError in form; the whole story is in the `detail` of the `error` event. */
    get error(): Pick<MediaError, 'code' | 'message'> | null {
      const error = this.#error;
      return error
        ? {
            code: MEDIA_ERROR_CODES[error.category] ?? SOURCE_NOT_SUPPORTED,
            message: error.message,
          }
        : null;
    }

    load(): void {
      this.#queueLoad(true);
    }

    play(): Promise<void> {
      if (!this.#player) {
        this.#queueLoad(true);
      }
      return this.nativeEl.play();
    }

    override attributeChangedCallback(
      name: string,
      before: string | null,
      after: string | null,
    ): void {
      switch (name) {
        case 'src':
          this.#queueLoad();
          break;
        case 'config':
          this.#readConfig(after ?? '{}');
          break;
        default:
          super.attributeChangedCallback(name, before, after);
          if (name === 'preload' || name === 'autoplay') {
            this.#queueLoad();
          }
      }
    }

    override connectedCallback(): void {
      super.connectedCallback();
      this.#queueLoad();
    }

    /** An element that is only being moved is back before the microtask. */
    override disconnectedCallback(): void {
      super.disconnectedCallback();
      queueMicrotask(() => {
        if (!this.isConnected) {
          this.#discard();
        }
      });
    }

    /** Errors are told by the player, who knows more of them than the inner element. */
    override handleEvent(event: Event): void {
      if (event.type !== 'error') {
        super.handleEvent(event);
      }
    }

    /** Loads soon, once, whatever is set until then. */
    #queueLoad(asked = false): void {
      this.#asked ||= asked;
      if (!this.#loadQueued) {
        this.#loadQueued = true;
        queueMicrotask(() => {
          const again = this.#asked;
          this.#loadQueued = this.#asked = false;
          if (this.isConnected && (again || this.#player || !this.#deferred)) {
            this.#load(again);
          }
        });
      }
    }

    /** Whether nothing is to be loaded before it is asked for. */
    get #deferred(): boolean {
      return this.getAttribute('preload') === 'none' && !this.hasAttribute('autoplay');
    }

    #load(again: boolean): void {
      const src = this.getAttribute('src');
      if (src === this.#loadedSrc && this.#player && !again) {
        return;
      }
      this.#error = null;
      this.#loadedSrc = src;
      if (!src) {
        void this.#player?.unload();
        return;
      }
      try {
        this.#player ??= this.#makePlayer();
      } catch (error) {
        this.#fail(error);
        return;
      }
      this.#player.load(this.src).catch((error: unknown) => this.#fail(error));
    }

    #makePlayer(): Player {
      const player = new Player(this.nativeEl, this.#config);
      player.addEventListener('error', ({ detail }) => this.#fail(detail));
      return player;
    }

    #discard(): void {
      void this.#player?.destroy();
      this.#player = null;
      this.#loadedSrc = null;
    }

    #readConfig(json: string): void {
      try {
        this.config = JSON.parse(json) as PlayerConfig;
      } catch {
        this.#fail(
          new PlayerError(ErrorCode.BAD_ARGUMENT, 'config must be JSON', {
            data: { option: 'config' },
          }),
        );
      }
    }

    #fail(error: unknown): void {
      if (!(error instanceof PlayerError)) {
        throw error;
      }
      if (error.code !== ErrorCode.LOAD_INTERRUPTED && error.code !== ErrorCode.DESTROYED) {
        this.#error = error;
        this.dispatchEvent(new CustomEvent('error', { detail: error }));
      }
    }
  };
}

function resolve(src: string): string {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return src;
  }
}

function define(name: string, type: new () => HTMLElement): void {
  if (typeof customElements !== 'undefined' && !customElements.get(name)) {
    customElements.define(name, type);
  }
}
