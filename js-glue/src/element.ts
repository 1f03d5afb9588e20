/**
 * `<offstage-video>` and `<offstage-audio>`: media elements that play streams. They have the
 * properties, methods, attributes and events of `<video>` and `<audio>`, and besides `player`,
 * `config`, and lists of tracks and renditions for controls.
 */
import { CustomAudioElement, CustomVideoElement } from 'custom-media-element';
import { type Base, offstageMedia } from './element-class.js';
import type { OffstageMediaError } from './element-error.js';
import type { OffstageMedia } from './element-media.js';

export type { OffstageMediaError } from './element-error.js';
export type { OffstageMedia } from './element-media.js';
export type {
  AudioTrack,
  Rendition,
  RenditionList,
  TrackList,
  VideoTrack,
} from './media-tracks.js';

/** `<offstage-video>`. An `error` event tells a {@link PlayerError} as its `detail`. */
export interface OffstageVideoElement extends HTMLVideoElement, OffstageMedia {
  readonly error: OffstageMediaError | null;
}

/** `<offstage-audio>`. An `error` event tells a {@link PlayerError} as its `detail`. */
export interface OffstageAudioElement extends HTMLAudioElement, OffstageMedia {
  readonly error: OffstageMediaError | null;
}

/** The class of `<offstage-video>`. */
export const OffstageVideoElement = offstageMedia(
  CustomVideoElement as unknown as Base,
  'video',
) as unknown as new () => OffstageVideoElement;

/** The class of `<offstage-audio>`. */
export const OffstageAudioElement = offstageMedia(
  CustomAudioElement as unknown as Base,
  'audio',
) as unknown as new () => OffstageAudioElement;

define('offstage-video', OffstageVideoElement);
define('offstage-audio', OffstageAudioElement);

declare global {
  interface HTMLElementTagNameMap {
    'offstage-video': OffstageVideoElement;
    'offstage-audio': OffstageAudioElement;
  }
}

function define(name: string, type: new () => HTMLElement | OffstageMedia): void {
  if (typeof customElements !== 'undefined' && !customElements.get(name)) {
    customElements.define(name, type as new () => HTMLElement);
  }
}
