import { ErrorCode, PlayerError } from './errors.js';
import { chooseMse } from './mse.js';
import { Outcome } from './outcome.js';
import { endOf } from './ranges.js';

/** Names of files that elements play by themselves; streams have others, or none. */
const FILE = /\.(mp4|m4[av]|mov|webm|mkv|mp3|og[agv]|opus|wav|flac|aac)$/i;

const HLS = 'application/vnd.apple.mpegurl';

/** Media types of manifests, as far as they are not `video/…` or `audio/…`. */
const MANIFEST_TYPE = /mpegurl|dash\+xml/i;

/**
 * Whether the element is to play it by itself: a media file, or, where the browser has no
 * MediaSource at all (older iPhones), HLS.
 *
 * @param url absolute
 * @param type as the application gives it
 */
export function isNative(element: HTMLMediaElement, url: string, type = ''): boolean {
  const { protocol, pathname } = new URL(url);
  if (isManifestType(type)) {
    return !/dash/i.test(type) && hlsOnly(element);
  }
  const isFile = type
    ? /^(video|audio)\/(?!mp2t)/i.test(type)
    : protocol === 'blob:' ||
      /^data:(video|audio)\/(?!.*mpegurl)/i.test(url) ||
      FILE.test(pathname);
  return isFile || (!/\.mpd$/i.test(pathname) && hlsOnly(element));
}

/** Whether a media type is that of a manifest. */
export function isManifestType(type: string): boolean {
  return MANIFEST_TYPE.test(type);
}

/** Whether the browser plays HLS by itself. */
export function playsHls(element: HTMLMediaElement): boolean {
  return element.canPlayType(HLS) !== '';
}

function hlsOnly(element: HTMLMediaElement): boolean {
  return !chooseMse('auto') && playsHls(element);
}

/** What the element plays by itself: no worker, no tracks, no qualities, but the same promises. */
export class NativePlayback {
  readonly outcome = new Outcome();
  readonly #element: HTMLMediaElement;
  readonly #url: string;
  readonly #over = new AbortController();

  /**
   * @param url absolute
   * @param startTime seconds; negative: from the end; null: where the media says
   * @param onError hears what goes wrong once the outcome is settled
   */
  constructor(
    element: HTMLMediaElement,
    url: string,
    startTime: number | null,
    onError: (error: PlayerError) => void,
  ) {
    this.#element = element;
    this.#url = url;
    const { outcome } = this;
    const listen = (type: string, listener: () => void): void =>
      element.addEventListener(type, listener, { signal: this.over });
    // With `preload="metadata"` it may suspend with all that it is to have.
    const settle = (): void => {
      if (element.readyState >= element.HAVE_METADATA) {
        outcome.resolve();
      }
    };
    listen('loadeddata', settle);
    listen('suspend', settle);
    listen('loadedmetadata', () => {
      if (startTime !== null) {
        const { duration, seekable } = element;
        const end = Number.isFinite(duration) ? duration : endOf(seekable);
        element.currentTime = startTime < 0 ? Math.max(0, end + startTime) : startTime;
      }
    });
    listen('error', () => {
      const error = errorOf(element, url);
      if (outcome.pending) {
        this.detach();
        outcome.reject(error);
      } else {
        onError(error);
      }
    });
    element.src = url;
  }

  /** Aborts when it leaves the element. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Leaves the element, empty if nobody else has taken it. */
  detach(): void {
    this.#over.abort();
    const element = this.#element;
    if (element.src === this.#url) {
      element.removeAttribute('src');
      element.load();
    }
  }
}

function errorOf({ error }: HTMLMediaElement, url: string): PlayerError {
  return new PlayerError(ErrorCode.ELEMENT_ERROR, error?.message || 'the browser cannot play it', {
    url,
    data: { mediaErrorCode: String(error?.code ?? 0) },
  });
}
