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

/** Attributes that the base does not hand on to the inner element. */
export const FURTHER_ATTRIBUTES: readonly string[] = ['height', 'loading', 'width'];

/** Attributes whose properties are more than their reflection. */
const NOT_REFLECTING = ['muted', 'src'];

/**
 * Gives a class what the browser's own class has and forwarding alone does not make right:
 * properties that reflect attributes read as natively, and set the attribute of this element, too;
 * event handlers are this element's.
 *
 * @param attributes that are handed on to the inner element, in lower case
 */
export function defineNative(
  prototype: HTMLElement,
  tag: 'video' | 'audio',
  attributes: readonly string[],
): void {
  const native = globalThis.document?.createElement(tag);
  const handlers: string[] = [];
  for (const name in native) {
    const attribute = name.toLowerCase();
    if (attributes.includes(attribute) && !NOT_REFLECTING.includes(attribute)) {
      defineReflection(prototype, name);
    } else if (name.startsWith('on') && !(name in HTMLElement.prototype)) {
      handlers.push(name);
    }
  }
  defineHandlers(prototype, handlers);
}

function defineReflection(prototype: HTMLElement, name: string): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: ForwardingElement): unknown {
      return this.nativeEl[name as keyof HTMLMediaElement];
    },
    set(this: ForwardingElement, value: unknown): void {
      Object.assign(this.nativeEl, { [name]: value });
      copyAttribute(this.nativeEl, this, name);
    },
  });
}

/** Makes an attribute of one element as that of another: the same, or absent. */
export function copyAttribute(from: Element, to: Element, name: string): void {
  const value = from.getAttribute(name);
  if (value === null) {
    to.removeAttribute(name);
  } else {
    to.setAttribute(name, value);
  }
}
