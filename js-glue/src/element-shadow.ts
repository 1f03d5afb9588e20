/** What is inside of `<offstage-video>` and `<offstage-audio>`. */

const sheets = new Map<string, CSSStyleSheet>();

/**
 * Builds the shadow tree, node by node: neither markup nor a `<style>`, which policies of the page
 * (Trusted Types, `style-src`) could forbid. The media element is in the slot `media`, so that a page
 * may bring its own; tracks and sources are in the other one.
 *
 * @param template what the tree would be in HTML, for its styles
 */
export function buildShadow(
  host: HTMLElement,
  tag: 'video' | 'audio',
  template: string,
): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  const media = document.createElement(tag);
  media.setAttribute('part', tag);
  const mediaSlot = document.createElement('slot');
  mediaSlot.name = 'media';
  mediaSlot.append(media);
  root.append(mediaSlot, document.createElement('slot'));
  let sheet = sheets.get(tag);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`${template.replace(/<.?style>/g, '')}:host([hidden]){display:none}`);
    sheets.set(tag, sheet);
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
