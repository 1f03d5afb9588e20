import { badArgument } from './errors.js';

/** How to load. */
export interface LoadOptions {
  /**
   * Where to start, seconds of media time; where negative, so many seconds before the end of what
   * is there (the live edge). Default: where the presentation says.
   */
  startTime?: number;
  /**
   * The media type of what is loaded, where its URL does not tell: a `video/…` or `audio/…` is a
   * file, which the element plays by itself. Default: by the name; what has none of a file is a
   * manifest.
   */
  type?: string;
  /**
   * How much to load before playback is asked for. `metadata`: tracks, qualities and the first
   * second, whatever `buffer.ahead` says. `auto`: as much as while playing. Default `auto`.
   */
  preload?: 'auto' | 'metadata';
  /** Gives the load up, if it is still under way. */
  signal?: AbortSignal;
}

/** What a page means by a URL, absolute. */
export function resolveUrl(url: string): string {
  try {
    return new URL(url, document.baseURI).href;
  } catch {
    throw badArgument('url', 'a URL');
  }
}

/** Throws `BAD_ARGUMENT` for what is none. */
export function checkOptions({ startTime, type, preload }: LoadOptions): void {
  if (startTime !== undefined && !Number.isFinite(startTime)) {
    throw badArgument('startTime', 'a number of seconds');
  }
  if (type !== undefined && typeof type !== 'string') {
    throw badArgument('type', 'a media type');
  }
  if (preload !== undefined && preload !== 'auto' && preload !== 'metadata') {
    throw badArgument('preload', 'one of auto, metadata');
  }
}
