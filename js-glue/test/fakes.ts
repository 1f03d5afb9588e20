/**
 * What a page has and Node has not, as far as the player goes. Import this before the player: it
 * looks for `Worker` when it is loaded.
 */
import type {
  BootCommand,
  BootEvent,
  Command,
  Event as EngineEvent,
  QualityMessage,
  TrackMessage,
} from '../src/protocol.js';
import { NO_STATUS, type Status } from '../src/figures.js';

/** Remembers what it is sent, and says what the test makes it say. */
export class FakeWorker {
  static readonly all: FakeWorker[] = [];

  onmessage: ((event: { data: BootEvent | EngineEvent }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly received: (BootCommand | Command)[] = [];
  terminated = false;

  constructor() {
    FakeWorker.all.push(this);
  }

  /** The worker started last. */
  static get last(): FakeWorker {
    return FakeWorker.all.at(-1) as FakeWorker;
  }

  postMessage(message: BootCommand | Command): void {
    this.received.push(structuredClone(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  say(data: BootEvent | EngineEvent): void {
    this.onmessage?.({ data });
  }

  break(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined });
  }

  /** What it was sent, but for observations. */
  get commands(): (BootCommand | Command)[] {
    return this.received.filter(({ type }) => type !== 'observe');
  }
}

/** Just enough of a media element. */
export class FakeElement extends EventTarget {
  readonly HAVE_METADATA = 1;
  readonly HAVE_CURRENT_DATA = 2;
  readonly HAVE_FUTURE_DATA = 3;
  readyState = 0;
  currentTime = 0;
  duration = NaN;
  playbackRate = 1;
  paused = true;
  seeking = false;
  ended = false;
  error: { code: number; message: string } | null = null;
  srcObject: object | null = null;
  disableRemotePlayback = false;
  ranges: [start: number, end: number][] = [];
  readonly attributes = new Map<string, string>();

  get buffered(): { length: number; start(i: number): number; end(i: number): number } {
    return ranges(this.ranges);
  }

  get src(): string {
    return this.attributes.get('src') ?? '';
  }

  set src(src: string) {
    this.attributes.set('src', src);
  }

  canPlayType(): string {
    return '';
  }

  load(): void {}

  play(): Promise<void> {
    this.paused = false;
    return Promise.resolve();
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  /** Goes to a state and tells. */
  happen(type: string, change: Partial<FakeElement> = {}): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event(type));
  }

  /** Itself, as what it stands for. */
  get asElement(): HTMLMediaElement {
    return this as unknown as HTMLMediaElement;
  }
}

/** A SourceBuffer whose operations end when the test says so. */
export class FakeSourceBuffer extends EventTarget {
  updating = false;
  timestampOffset = 0;
  appendWindowStart = 0;
  appendWindowEnd = Infinity;
  ranges: [start: number, end: number][] = [];
  /** The operation under way, then the ones before. */
  readonly log: string[] = [];

  get buffered(): { length: number; start(i: number): number; end(i: number): number } {
    return ranges(this.ranges);
  }

  appendBuffer(data: ArrayBuffer): void {
    this.#begin(`append ${data.byteLength} at ${this.timestampOffset}`);
  }

  remove(start: number, end: number): void {
    this.#begin(`remove ${start} ${end}`);
  }

  changeType(type: string): void {
    this.log.push(`type ${type}`);
  }

  finish(error = false): void {
    this.updating = false;
    if (error) {
      this.dispatchEvent(new Event('error'));
    }
    this.dispatchEvent(new Event('updateend'));
  }

  #begin(what: string): void {
    if (this.updating) {
      throw new DOMException('busy', 'InvalidStateError');
    }
    this.log.push(what);
    this.updating = true;
  }
}

/** A MediaSource that opens when the test says so. */
export class FakeMediaSource extends EventTarget {
  static last: FakeMediaSource;
  static canConstructInDedicatedWorker = true;

  readyState = 'closed';
  duration = NaN;
  readonly buffers: FakeSourceBuffer[] = [];
  ends = 0;

  static isTypeSupported(type: string): boolean {
    return type.startsWith('video/');
  }

  constructor() {
    super();
    FakeMediaSource.last = this;
  }

  open(): void {
    this.readyState = 'open';
    this.dispatchEvent(new Event('sourceopen'));
  }

  close(): void {
    this.readyState = 'closed';
    this.dispatchEvent(new Event('sourceclose'));
  }

  addSourceBuffer(type: string): FakeSourceBuffer {
    if (!FakeMediaSource.isTypeSupported(type)) {
      throw new DOMException('no', 'NotSupportedError');
    }
    const buffer = new FakeSourceBuffer();
    this.buffers.push(buffer);
    return buffer;
  }

  endOfStream(): void {
    this.ends++;
  }
}

/** The quality of what `loaded` tells of. */
export const QUALITY: QualityMessage = {
  id: 'v1',
  bandwidth: 1e6,
  width: 854,
  height: 480,
  frameRate: 25,
  codecs: 'avc1.4d401e',
};

/** What the engine says of a stream with one quality and two languages. */
export function loaded(session: number): EngineEvent {
  return {
    type: 'loaded',
    session,
    duration: 40,
    startTime: 0,
    videoTracks: [track('video', true)],
    audioTracks: [track('en', true), track('fr', false)],
    textTracks: [],
    qualities: [QUALITY],
  };
}

function track(id: string, selected: boolean): TrackMessage {
  return { id, language: id, label: '', role: '', selected };
}

/** Figures of the engine, of session 1. */
export function status(figures: Partial<Status> = {}): EngineEvent {
  return { type: 'status', session: 1, ...NO_STATUS, ...figures };
}

/** Waits until every promise that can settle has. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function ranges(list: [number, number][]): ReturnType<() => FakeElement['buffered']> {
  return {
    length: list.length,
    start: (i) => (list[i] as [number, number])[0],
    end: (i) => (list[i] as [number, number])[1],
  };
}

/** What happens to the page as a whole. */
export const fakeWindow = new EventTarget();

Object.assign(globalThis, {
  addEventListener: fakeWindow.addEventListener.bind(fakeWindow),
  Worker: FakeWorker,
  MediaSource: FakeMediaSource,
  document: { baseURI: 'https://page.test/dir/index.html', querySelectorAll: () => [] },
  origin: 'https://page.test',
});
// Heartbeats of players that a test leaves behind must not keep the process alive.
const { setTimeout: realSetTimeout } = globalThis;
globalThis.setTimeout = ((run: () => void, ms?: number) => {
  const timer = realSetTimeout(run, ms);
  return ms ? timer.unref() : timer;
}) as typeof setTimeout;
URL.createObjectURL = () => 'blob:fake';
URL.revokeObjectURL = () => undefined;
