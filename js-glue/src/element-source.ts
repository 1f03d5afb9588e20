/** What is to be loaded. */
export interface Source {
  /** As it is written. */
  src: string;
  type?: string;
}

/** The `src` of an element, or its first `<source>` that may be played. */
export function findSource(
  element: HTMLElement & Pick<HTMLMediaElement, 'canPlayType'>,
): Source | null {
  const src = element.getAttribute('src');
  if (src !== null) {
    return { src };
  }
  for (const source of element.querySelectorAll<HTMLSourceElement>(':scope > source[src]')) {
    const { type } = source;
    if (!type || element.canPlayType(type)) {
      return { src: source.getAttribute('src') ?? '', type: type || undefined };
    }
  }
  return null;
}

/** Whether an element is to load nothing before playback is asked for. */
export function isDeferred(element: HTMLElement): boolean {
  return element.getAttribute('preload') === 'none' && !element.hasAttribute('autoplay');
}

/** Whether an element is to load no more than it takes to show its first frame. */
export function isFrugal(element: HTMLElement): boolean {
  const preload = element.getAttribute('preload');
  return !element.hasAttribute('autoplay') && preload !== 'auto' && preload !== '';
}

/**
 * A source for an inner element that waits, too, so that its poster and its controls are as if there
 * were something. Page policies that allow a MediaSource at all allow this one.
 */
export function nothing(): string {
  return typeof MediaSource === 'undefined' ? '' : URL.createObjectURL(new MediaSource());
}

/** What is written in a page, as an absolute URL, if it is one. */
export function resolve(src: string): string {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return src;
  }
}
