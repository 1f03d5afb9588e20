/** What is inside of `<offstage-video>` and `<offstage-audio>`. */

const STYLES = {
  video: `:host { display: inline-block; line-height: 0 }
:host([hidden]) { display: none }
video {
  min-width: 100%; max-width: 100%; min-height: 100%; max-height: 100%;
  object-fit: var(--media-object-fit, contain);
  object-position: var(--media-object-position, 50% 50%)
}
video::-webkit-media-text-track-container {
  transform: var(--media-webkit-text-track-transform);
  transition: var(--media-webkit-text-track-transition)
}`,
  audio: `:host { display: inline-flex; line-height: 0 }
:host([hidden]), :host(:not([controls])) { display: none }
audio { width: 100% }`,
};

const sheets: Partial<Record<keyof typeof STYLES, CSSStyleSheet>> = {};

/**
 * Builds the shadow tree, node by node: neither markup nor a `<style>`, which policies of the page
 * (Trusted Types, `style-src`) could forbid. The media element is in the slot `media`, so that a page
 * may bring its own; tracks and sources are in the other one.
 */
export function buildShadow(host: HTMLElement, tag: keyof typeof STYLES): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  const media = document.createElement(tag);
  media.setAttribute('part', tag);
  const mediaSlot = document.createElement('slot');
  mediaSlot.name = 'media';
  mediaSlot.append(media);
  root.append(mediaSlot, document.createElement('slot'));
  let sheet = sheets[tag];
  if (!sheet) {
    sheet = sheets[tag] = new CSSStyleSheet();
    sheet.replaceSync(STYLES[tag]);
  }
  root.adoptedStyleSheets = [sheet];
  return root;
}

/**
 * What lies in the slot of tracks and sources is copied into the media element. Sources are none of
 * its business: it would load them.
 */
export function hideSources(root: ShadowRoot): void {
  const slot = root.querySelector<HTMLSlotElement>('slot:not([name])');
  if (slot) {
    const { assignedElements } = slot;
    slot.assignedElements = (options) =>
      assignedElements.call(slot, options).filter(({ localName }) => localName !== 'source');
  }
}
