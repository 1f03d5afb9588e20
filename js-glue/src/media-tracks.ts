/**
 * Lists of tracks and renditions in the shape that players' controls have come to expect
 * (`media-tracks`): that of HTML's `audioTracks` and `videoTracks`, and the same for qualities.
 */
import { defineHandlers } from './event-handlers.js';

/** One of a list, which can be chosen. */
abstract class Item {
  readonly id: string;
  readonly #onSet: () => void;
  #chosen = false;

  /** @internal */
  constructor(facts: { id: string }, onSet: () => void) {
    this.id = facts.id;
    Object.assign(this, facts); // own properties: controls copy them
    this.#onSet = onSet;
  }

  /**
   * Whether it is chosen.
   *
   * @internal
   */
  static isChosen(item: Item): boolean {
    return item.#chosen;
  }

  /**
   * Chooses it, or not, without telling.
   *
   * @internal
   */
  static choose(item: Item, chosen: boolean): void {
    item.#chosen = chosen;
  }

  /** @internal */
  protected get chosen(): boolean {
    return this.#chosen;
  }

  /** @internal */
  protected set chosen(chosen: boolean) {
    if (this.#chosen !== chosen) {
      this.#chosen = chosen;
      this.#onSet();
    }
  }
}

/** What a track says of itself. */
export interface TrackFacts {
  id: string;
  /** As HTML has them: `main`, `alternative`, `descriptions`, `translation`, `commentary`. */
  kind: string;
  label: string;
  /** BCP 47, or ''. */
  language: string;
}

/** One that is played, or pinned, in place of all others. */
abstract class Selectable extends Item {
  /** Whether it is played or pinned. Setting it ends the one before. */
  get selected(): boolean {
    return this.chosen;
  }

  set selected(selected: boolean) {
    this.chosen = selected;
  }
}

/** One of `videoTracks`. */
export class VideoTrack extends Selectable {
  declare readonly kind: string;
  declare readonly label: string;
  declare readonly language: string;
}

/** One of `audioTracks`. */
export class AudioTrack extends Item {
  declare readonly kind: string;
  declare readonly label: string;
  declare readonly language: string;

  /** Whether it is heard. Only one is at a time. */
  get enabled(): boolean {
    return this.chosen;
  }

  set enabled(enabled: boolean) {
    this.chosen = enabled;
  }
}

/** What a rendition says of itself: a quality of the player's. */
export interface RenditionFacts {
  id: string;
  /** Pixels; absent with audio. */
  width?: number;
  height?: number;
  /** Pictures a second; absent with audio. */
  frameRate?: number;
  /** Bits per second. */
  bitrate: number;
  /** RFC 6381. */
  codec: string;
}

/** One of `videoRenditions` or `audioRenditions`. With none selected the player chooses. */
export class Rendition extends Selectable {
  declare readonly width?: number;
  declare readonly height?: number;
  declare readonly frameRate?: number;
  declare readonly bitrate: number;
  declare readonly codec: string;
}

/** What lists of tracks, of which one is always played, give their events as. */
export const TRACK = 'track';

/** What all of the lists have in common: what is in it is also there by index. */
export abstract class MediaList<T extends Item, F extends { id: string }> extends EventTarget {
  readonly [index: number]: T;
  readonly #type: new (facts: F, onSet: () => void) => T;
  /** `track` or `rendition`, for the events. */
  readonly #noun: string;
  readonly #onChosen: (id: string | null) => void;
  #items: T[] = [];
  /** The id of what was chosen last, for better or worse. */
  #current: string | null = null;
  #told = true;

  /**
   * @internal
   * @param onChosen hears which one the page has chosen; null: none
   */
  constructor(
    type: new (facts: F, onSet: () => void) => T,
    noun: string,
    onChosen: (id: string | null) => void,
  ) {
    super();
    this.#type = type;
    this.#noun = noun;
    this.#onChosen = onChosen;
  }

  get length(): number {
    return this.#items.length;
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.#items.values();
  }

  /** The index of the one that is chosen, or -1: none, as can be set where none need be. */
  get selectedIndex(): number {
    return this.#items.findIndex(Item.isChosen);
  }

  set selectedIndex(index: number) {
    this.#items.forEach((item, i) => Item.choose(item, i === index));
    this.#onSet();
  }

  /** @internal */
  protected byId(id: string): T | null {
    return this.#items.find((item) => item.id === id) ?? null;
  }

  /**
   * What the player says that there is, and what is chosen of it.
   *
   * @internal
   */
  update(all: readonly F[], chosen: string | null): void {
    const before = this.#items;
    const same = before.length === all.length && all.every(({ id }, i) => before[i]?.id === id);
    if (!same) {
      const indices = this as unknown as Record<number, T>;
      before.forEach((_, i) => delete indices[i]);
      this.#items = all.map((facts) => new this.#type(facts, () => this.#onSet()));
      Object.assign(this, this.#items);
    }
    const changed = this.#current !== chosen;
    this.#current = chosen;
    this.#choose(chosen);
    if (!same) {
      before.forEach((item) => this.#tell('remove', item));
      this.#items.forEach((item) => this.#tell('add', item));
    }
    if (changed) {
      this.dispatchEvent(new Event('change'));
    }
  }

  #choose(id: string | null): void {
    for (const item of this.#items) {
      Item.choose(item, item.id === id);
    }
  }

  #tell(what: string, item: T): void {
    const event = new Event(what + this.#noun);
    this.dispatchEvent(Object.assign(event, { [this.#noun]: item }));
  }

  /** Controls set one after the other: what has come of it counts, and a new choice most. */
  #onSet(): void {
    if (this.#told) {
      this.#told = false;
      queueMicrotask(() => {
        this.#told = true;
        const chosen = this.#items.filter(Item.isChosen);
        const choice = chosen.find(({ id }) => id !== this.#current) ?? chosen[0];
        const id = choice?.id ?? (this.#noun === TRACK ? this.#current : null);
        this.#choose(id);
        if (id !== this.#current) {
          this.#current = id;
          this.#onChosen(id);
          this.dispatchEvent(new Event('change'));
        }
      });
    }
  }
}

/** `videoTracks` and `audioTracks`: one is always played. Events: `addtrack`, `removetrack`, `change`. */
export class TrackList<T extends Item> extends MediaList<T, TrackFacts> {
  declare onaddtrack: ((event: Event & { track: T }) => void) | null;
  declare onremovetrack: ((event: Event & { track: T }) => void) | null;
  declare onchange: ((event: Event) => void) | null;

  getTrackById(id: string): T | null {
    return this.byId(id);
  }
}

/**
 * `videoRenditions` and `audioRenditions`: one may be pinned, -1 lets the player choose. Events: `addrendition`,
 * `removerendition`, `change`.
 */
export class RenditionList extends MediaList<Rendition, RenditionFacts> {
  declare onaddrendition: ((event: Event & { rendition: Rendition }) => void) | null;
  declare onremoverendition: ((event: Event & { rendition: Rendition }) => void) | null;
  declare onchange: ((event: Event) => void) | null;

  getRenditionById(id: string): Rendition | null {
    return this.byId(id);
  }
}

defineHandlers(TrackList.prototype, ['onaddtrack', 'onremovetrack', 'onchange']);
defineHandlers(RenditionList.prototype, ['onaddrendition', 'onremoverendition', 'onchange']);
