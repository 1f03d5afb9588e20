import { defineHandlers } from './event-handlers.js';

/** The part of custom-media-element's classes that is built on here. */
export interface ForwardingElement extends HTMLElement {
  readonly nativeEl: HTMLMediaElement;
  /** Before the element is first used: makes the shadow tree if there is none, and listens. */
  init(): void;
  attributeChangedCallback(name: string, before: string | null, after: string | null): void;
  connectedCallback(): void;
  disconnectedCallback(): void;
  handleEvent(event: Event): void;
}

/** What native elements set back when they begin to load. */
export const RESET_BY_LOAD: ReadonlySet<string> = new Set([
  'buffered',
  'currentTime',
  'duration',
  'ended',
  'paused',
  'played',
  'readyState',
  'seekable',
  'seeking',
  'videoHeight',
  'videoWidth',
]);

/** Attributes that the base does not hand on to the inner element. */
export const FURTHER_ATTRIBUTES: readonly string[] = ['height', 'loading', 'width'];

/** Properties that reflect an attribute, which has the same name in lower case. */
const REFLECTING = [
  'autoPictureInPicture',
  'autoplay',
  'controls',
  'controlsList',
  'crossOrigin',
  'disablePictureInPicture',
  'disableRemotePlayback',
  'height',
  'loading',
  'loop',
  'playsInline',
  'poster',
  'preload',
  'width',
];

/**
 * Gives a class what the browser's own class has and forwarding alone does not make right:
 * properties that reflect attributes read as natively, and set the attribute of this element, too;
 * event handlers are this element's.
 */
export function defineNative(prototype: HTMLElement, tag: 'video' | 'audio'): void {
  const native = globalThis.document?.createElement(tag);
  if (!native) {
    return; // on a server
  }
  for (const name of REFLECTING) {
    if (name in native) {
      Object.defineProperty(prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: ForwardingElement): unknown {
          return this.nativeEl[name as keyof HTMLMediaElement];
        },
        set(this: ForwardingElement, value: unknown): void {
          const { nativeEl } = this;
          Object.assign(nativeEl, { [name]: value });
          const attribute = nativeEl.getAttribute(name);
          if (attribute === null) {
            this.removeAttribute(name);
          } else {
            this.setAttribute(name, attribute);
          }
        },
      });
    }
  }
  const inherited = HTMLElement.prototype;
  const handlers: string[] = [];
  for (const name in native) {
    if (name.startsWith('on') && !(name in inherited)) {
      handlers.push(name);
    }
  }
  defineHandlers(prototype, handlers);
}
