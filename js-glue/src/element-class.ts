import { mediaErrorOf, type OffstageMediaError } from './element-error.js';
import type { OffstageMedia } from './element-media.js';
import {
  copyAttribute,
  defineNative,
  type ForwardingElement,
  FURTHER_ATTRIBUTES,
} from './element-native.js';
import { buildShadow, hideSources } from './element-shadow.js';
import {
  findSource,
  isDeferred,
  isFrugal,
  nothing,
  resolve,
  type Source,
} from './element-source.js';
import { ElementTracks } from './element-tracks.js';
import { ErrorCode, Player, type PlayerConfig, PlayerError } from './index.js';
import type { AudioTrack, RenditionList, TrackList, VideoTrack } from './media-tracks.js';
import { isManifestType } from './native-playback.js';
import { hasLostMedia } from './observer.js';

/** A class of custom-media-element. */
export interface Base {
  new (): ForwardingElement;
  readonly observedAttributes: string[];
  getTemplateHTML(): string;
}

/** Values of `networkState`. */
const NETWORK_EMPTY = 0;
const NETWORK_IDLE = 1;
const NETWORK_LOADING = 2;
const NETWORK_NO_SOURCE = 3;

/** Makes the class of an element of one that only forwards. */
export function offstageMedia(
  base: Base,
  tag: 'video' | 'audio',
): new () => HTMLElement & OffstageMedia {
  class OffstageElement extends base implements OffstageMedia {
    static override get observedAttributes(): string[] {
      return [...base.observedAttributes, ...FURTHER_ATTRIBUTES, 'config'];
    }

    readonly #tracks = new ElementTracks();
    #player: Player | null = null;
    #config: PlayerConfig = {};
    /** Why `config` cannot be used. */
    #fault: PlayerError | null = null;
    #error: PlayerError | null = null;
    /** Whether it is in the document, with all the attributes that it has come with. */
    #isPlaced = false;
    #updateQueued = false;
    /** What has been loaded last, or is once playback is asked for. */
    #source: Source | null = null;
    /** Whether the source waits for playback to be asked for (`preload="none"`). */
    #waits = false;
    /** Whether the page has had a `play` event. */
    #playTold = false;
    /** The page's own `srcObject`, which comes before `src`. */
    #object: MediaProvider | null = null;
    /** Where to start, seconds: where the page has set, or where the element was when it was removed. */
    #startAt = 0;

    // What the base asks before it forwards to the inner element. Whoever sets `src` and goes on to
    // read or do something else finds the new source loading, as with a native element.
    readonly get = (): undefined => {
      this.#updateNow();
    };
    readonly set = (name: string, value: unknown): void => {
      if (name === 'currentTime' && this.#updateQueued) {
        this.#startAt = Number(value);
        this.#updateNow();
      } else {
        Object.assign(this.nativeEl, { [name]: value });
      }
    };
    readonly call = (name: string, ...args: unknown[]): unknown => {
      this.#updateNow();
      const media = this.nativeEl as unknown as Record<string, (...args: unknown[]) => unknown>;
      return media[name]?.(...args);
    };

    get player(): Player | null {
      if (!this.#player && this.#isPlaced && !this.#fault) {
        try {
          this.#player = this.#makePlayer();
        } catch (error) {
          this.#fault = error as PlayerError;
        }
      }
      return this.#player;
    }

    get config(): PlayerConfig {
      return this.#config;
    }

    set config(config: PlayerConfig) {
      try {
        if (!this.#fault && config.mse === this.#config.mse && covers(config, this.#config)) {
          this.#player?.configure(config);
          this.#config = config;
          return;
        }
      } catch {
        // It takes another player, which tells what is wrong if anything is.
      }
      this.#configure(config, null);
    }

    get videoTracks(): TrackList<VideoTrack> {
      return this.#tracks.videoTracks;
    }

    get audioTracks(): TrackList<AudioTrack> {
      return this.#tracks.audioTracks;
    }

    get videoRenditions(): RenditionList {
      return this.#tracks.videoRenditions;
    }

    get audioRenditions(): RenditionList {
      return this.#tracks.audioRenditions;
    }

    /** Absolute, as that of a native element. */
    get src(): string {
      const src = this.getAttribute('src');
      return src === null ? '' : resolve(src);
    }

    set src(src: string) {
      this.setAttribute('src', src);
    }

    get currentSrc(): string {
      this.#updateNow();
      return this.#source ? resolve(this.#source.src) : '';
    }

    /** The page's own; what the player attaches to the inner element is nobody's business. */
    get srcObject(): MediaProvider | null {
      return this.#object;
    }

    set srcObject(object: MediaProvider | null) {
      this.nativeEl.srcObject = object;
      this.#object = object;
      this.#discard();
      this.#error = null;
      this.#queueUpdate();
    }

    get error(): OffstageMediaError | null {
      this.#updateNow();
      return this.#error && mediaErrorOf(this.#error);
    }

    get networkState(): number {
      this.#updateNow();
      const { networkState } = this.nativeEl;
      if (this.#waits) {
        return NETWORK_IDLE;
      }
      if (networkState !== NETWORK_EMPTY || !this.#source) {
        return networkState;
      }
      return this.#error ? NETWORK_NO_SOURCE : NETWORK_LOADING;
    }

    canPlayType(type: string): CanPlayTypeResult {
      return isManifestType(type) ? 'maybe' : this.nativeEl.canPlayType(type);
    }

    load(): void {
      if (this.#object) {
        this.nativeEl.load();
      } else {
        this.#source = null;
        this.#update(true);
      }
    }

    play(): Promise<void> {
      this.#updateNow();
      if (this.#waits) {
        this.#start();
      }
      return this.#play();
    }

    /** As often as the inner element is emptied meanwhile only to be given a MediaSource. */
    async #play(): Promise<void> {
      const media = this.nativeEl;
      try {
        await media.play();
      } catch (error) {
        await new Promise((resolve) => setTimeout(resolve)); // why it was emptied is known by then
        if (this.#error) {
          throw new DOMException(this.#error.message, 'NotSupportedError');
        }
        if (media.paused || (error as Error).name !== 'AbortError') {
          throw error;
        }
        return this.#play();
      }
    }

    override init(): void {
      hideSources(this.shadowRoot ?? buildShadow(this, tag, base.getTemplateHTML()));
      super.init();
      this.shadowRoot?.addEventListener('slotchange', () => {
        if (!this.#source) {
          this.#queueUpdate();
        }
      });
      if (Object.hasOwn(this, 'config')) {
        // Set before the element was defined.
        const { config } = this;
        delete (this as Partial<OffstageMedia>).config;
        this.config = config;
      }
    }

    override attributeChangedCallback(
      name: string,
      before: string | null,
      after: string | null,
    ): void {
      if (name === 'src') {
        // As with a native element, another source is loaded, and none changes nothing.
        if (after !== null) {
          this.#source = null;
          this.#startAt = 0;
          this.#queueUpdate();
        }
      } else if (name === 'config') {
        this.#readConfig(after ?? '{}');
      } else {
        super.attributeChangedCallback(name, before, after);
        if (FURTHER_ATTRIBUTES.includes(name)) {
          copyAttribute(this, this.nativeEl, name);
        } else if (name === 'preload' || name === 'autoplay') {
          this.#queueUpdate();
        } else if (name === 'crossorigin' && before !== after) {
          this.#restart();
        }
      }
    }

    override connectedCallback(): void {
      super.connectedCallback();
      this.#isPlaced = true;
      this.#queueUpdate();
    }

    /** An element that is only being moved is back before the microtask. */
    override disconnectedCallback(): void {
      queueMicrotask(() => {
        if (!this.isConnected) {
          this.#isPlaced = false;
          this.#startAt = this.#player?.isLive ? 0 : this.nativeEl.currentTime;
          this.#discard();
          super.disconnectedCallback();
        }
      });
    }

    /** The inner element's events become this element's, but for what only looks like one. */
    override handleEvent(event: Event): void {
      const { type, target } = event;
      const media = this.nativeEl;
      if (target !== media || (this.#player && hasLostMedia(media))) {
        return;
      }
      if (type === 'error' && !this.#object) {
        return; // told by the player, who knows more
      }
      if (type === 'play' && this.#waits) {
        this.play().catch(() => undefined); // asked for by the inner element's own controls
        return;
      }
      if (type === 'pause') {
        this.#playTold = false;
      } else if (type === 'play' || (type === 'loadstart' && !media.paused)) {
        // Once for each time: an element that is given media may lose it, or play anew.
        if (!this.#playTold) {
          this.#playTold = true;
          this.dispatchEvent(new Event('play'));
        }
        if (type === 'play') {
          return;
        }
      }
      this.dispatchEvent(new (event.constructor as typeof Event)(type, event));
      if (type === 'loadstart' && this.#waits) {
        this.dispatchEvent(new Event('suspend'));
      }
    }

    /** Has the source of this moment loaded soon, once, whatever is set until then. */
    #queueUpdate(): void {
      if (!this.#updateQueued) {
        this.#updateQueued = true;
        queueMicrotask(() => this.#updateNow());
      }
    }

    #updateNow(): void {
      if (this.#updateQueued) {
        this.#update(false);
      }
    }

    /** @param forced whether `load()` has asked for it, so that no source means: empty the element */
    #update(forced: boolean): void {
      this.#updateQueued = false;
      if (!this.#isPlaced || this.#object) {
        return;
      }
      if (!this.#source) {
        this.#source = findSource(this);
        if (this.#source || forced) {
          this.#begin();
        }
      } else if (this.#waits && !isDeferred(this)) {
        this.#start();
      }
    }

    /** There is another source, or none. */
    #begin(): void {
      const source = this.#source;
      this.#error = null;
      this.#playTold = false;
      this.#tracks.clear();
      this.#stopWaiting();
      if (source?.src && isDeferred(this) && !this.#fault) {
        void this.#player?.unload();
        this.#waits = true;
        this.nativeEl.src = nothing();
      } else if (source) {
        this.#start();
      } else {
        void this.#player?.unload();
      }
    }

    #stopWaiting(): void {
      if (this.#waits) {
        const media = this.nativeEl;
        this.#waits = false;
        URL.revokeObjectURL(media.src);
        media.removeAttribute('src');
        media.load();
      }
    }

    #start(): void {
      const { src, type } = this.#source as Source;
      // A position that was set before is where to start.
      const startTime = this.#waits ? this.nativeEl.currentTime : this.#startAt;
      this.#startAt = 0;
      this.#stopWaiting();
      const { player } = this;
      if (!player || !src) {
        void player?.unload();
        this.#fail(this.#fault ?? badArgument('src', 'a URL'));
        return;
      }
      player
        .load(resolve(src), {
          ...(type && { type }),
          ...(startTime && { startTime }),
          preload: isFrugal(this) ? 'metadata' : 'auto',
        })
        .catch((error: unknown) => this.#fail(error));
    }

    #makePlayer(): Player {
      const config = this.#config;
      const withCredentials = this.getAttribute('crossorigin') === 'use-credentials';
      const player = new Player(
        this.nativeEl,
        withCredentials ? { ...config, network: { withCredentials, ...config.network } } : config,
      );
      player.addEventListener('error', ({ detail }) => this.#fail(detail));
      this.#tracks.follow(player);
      return player;
    }

    #configure(config: PlayerConfig, fault: PlayerError | null): void {
      this.#config = config;
      this.#fault = fault;
      this.#restart();
    }

    #restart(): void {
      this.#discard();
      this.#queueUpdate();
    }

    #discard(): void {
      void this.#player?.destroy();
      this.#player = null;
      this.#source = null;
    }

    #readConfig(json: string): void {
      try {
        this.config = JSON.parse(json) as PlayerConfig;
      } catch {
        this.#configure({}, badArgument('config', 'JSON'));
      }
    }

    #fail(error: unknown): void {
      if (!(error instanceof PlayerError)) {
        throw error;
      }
      if (error.code === ErrorCode.LOAD_INTERRUPTED || error.code === ErrorCode.DESTROYED) {
        return;
      }
      this.#error = error;
      const media = this.nativeEl;
      if (media.networkState === NETWORK_EMPTY) {
        media.pause(); // who waits for playback waits in vain
      }
      this.dispatchEvent(new CustomEvent('error', { detail: error }));
    }
  }
  defineNative(OffstageElement.prototype, tag, OffstageElement.observedAttributes);
  return OffstageElement;
}

/** Whether all that one configuration says is said by another, too, be it otherwise. */
function covers(all: object, some: object): boolean {
  return Object.entries(some).every(
    ([key, value]) =>
      key in all && (!(value instanceof Object) || covers(all[key as keyof typeof all], value)),
  );
}

function badArgument(option: string, expected: string): PlayerError {
  return new PlayerError(ErrorCode.BAD_ARGUMENT, `${option} must be ${expected}`, {
    data: { option },
  });
}
