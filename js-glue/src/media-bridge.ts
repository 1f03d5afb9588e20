import { mediaSourceClass } from './mse.js';
import type { Reply, SinkCommand } from './protocol.js';
import { flatten } from './ranges.js';

/** A SourceBuffer, or why there is none, with the operations that wait for it. */
interface Lane {
  buffer: SourceBuffer | null;
  failure: unknown;
  /** Settles when everything given to this lane so far is over. Never rejects. */
  tail: Promise<void>;
}

/**
 * A MediaSource on the page, worked by the engine in the worker: for browsers that have none in
 * workers. Each SourceBuffer does one thing at a time, in the order of the commands; what concerns
 * the whole MediaSource waits for all of them.
 */
export class MediaBridge {
  readonly #element: HTMLMediaElement;
  readonly #reply: (reply: Reply) => void;
  readonly #lanes = new Map<number, Lane>();
  #closed = new AbortController();
  /** The number of the MediaSource that the engine talks of. */
  #sink = 0;
  #source: MediaSource | null = null;
  #url = '';

  constructor(element: HTMLMediaElement, reply: (reply: Reply) => void) {
    this.#element = element;
    this.#reply = reply;
  }

  /** Does what the engine says. */
  execute(command: SinkCommand): void {
    this.#sink = command.sink;
    switch (command.type) {
      case 'sinkcreate':
        this.#create();
        break;
      case 'sinkquery':
        this.#reply({
          type: 'sinksupport',
          sink: this.#sink,
          supported: command.types.map(
            (type) => mediaSourceClass()?.isTypeSupported(type) ?? false,
          ),
        });
        break;
      case 'sinkaddbuffer':
        this.#addBuffer(command.buffer, command.contentType);
        break;
      case 'sinkappend':
        this.#operate(command, (buffer) => {
          // Setting these while a segment is being parsed throws, so only what changes is set.
          if (buffer.timestampOffset !== command.timestampOffset) {
            buffer.timestampOffset = command.timestampOffset;
          }
          setWindow(buffer, command.windowStart, command.windowEnd);
          buffer.appendBuffer(command.data);
        });
        break;
      case 'sinkremove':
        this.#operate(command, (buffer) => buffer.remove(command.start, command.end));
        break;
      case 'sinkabort':
        this.#operate(command, (buffer) => buffer.abort());
        break;
      case 'sinkchangetype':
        this.#operate(command, (buffer) => {
          buffer.changeType(command.contentType);
          if (!command.contentType.includes('mpeg')) {
            // What has no timestamps has switched to sequences, and nothing switches back.
            buffer.mode = 'segments';
          }
        });
        break;
      case 'sinkduration':
        this.#whenIdle((source) => (source.duration = command.duration));
        break;
      case 'sinkseekable':
        this.#whenIdle((source) => source.setLiveSeekableRange(command.start, command.end));
        break;
      case 'sinkend':
        this.#whenIdle((source) => source.endOfStream());
        break;
      case 'sinkclose':
        this.close();
    }
  }

  /** Takes the MediaSource off the element. */
  close(): void {
    this.#closed.abort();
    this.#lanes.clear();
    this.#source = null;
    const element = this.#element;
    if (this.#url) {
      URL.revokeObjectURL(this.#url);
      if (element.src === this.#url) {
        element.removeAttribute('src');
        element.load();
      }
      this.#url = '';
    }
  }

  #create(): void {
    const type = mediaSourceClass();
    if (!type || this.#source) {
      return;
    }
    const source = new type();
    if (this.#closed.signal.aborted) {
      this.#closed = new AbortController();
    }
    const { signal } = this.#closed;
    source.addEventListener(
      'sourceopen',
      () => this.#reply({ type: 'sinkopen', sink: this.#sink }),
      {
        signal,
        once: true,
      },
    );
    source.addEventListener('sourceclose', () => this.#onSourceClosed(), { signal });
    this.#source = source;
    this.#url = URL.createObjectURL(source);
    this.#element.src = this.#url;
  }

  /** Someone else has taken the element: the engine must know. */
  #onSourceClosed(): void {
    this.close();
    this.#reply({ type: 'sinkclosed', sink: this.#sink });
  }

  #addBuffer(id: number, contentType: string): void {
    const lane: Lane = { buffer: null, failure: null, tail: Promise.resolve() };
    try {
      lane.buffer = this.#source?.addSourceBuffer(contentType) ?? null;
    } catch (error) {
      lane.failure = error;
    }
    this.#lanes.set(id, lane);
  }

  /** Does one thing to a SourceBuffer when its turn has come, and answers when it is over. */
  #operate(
    { buffer: id, operation }: { buffer: number; operation: number },
    act: (buffer: SourceBuffer) => void,
  ): void {
    const lane = this.#lanes.get(id);
    if (!lane) {
      return;
    }
    const { signal } = this.#closed;
    lane.tail = lane.tail.then(async () => {
      const error = await this.#settle(lane, act);
      if (!signal.aborted) {
        this.#reply({
          type: 'sinkdone',
          sink: this.#sink,
          buffer: id,
          operation,
          buffered: bufferedOf(lane.buffer),
          errorName: error ? error.name : null,
          errorMessage: error?.message ?? '',
        });
      }
    });
  }

  /** The error that came of it, or null. */
  async #settle(
    { buffer, failure }: Lane,
    act: (buffer: SourceBuffer) => void,
  ): Promise<{ name: string; message: string } | null> {
    try {
      if (!buffer) {
        throw failure ?? new DOMException('The MediaSource is closed', 'InvalidStateError');
      }
      act(buffer);
      return (await this.#finished(buffer))
        ? null
        : { name: 'EncodingError', message: 'the media data is malformed' };
    } catch (error) {
      return error instanceof Error
        ? { name: error.name, message: error.message }
        : { name: 'UnknownError', message: String(error) };
    }
  }

  /** Whether what the buffer is doing goes well. Waits for its end, or for that of the bridge. */
  #finished(buffer: SourceBuffer): Promise<boolean> {
    return new Promise((resolve) => {
      if (!buffer.updating) {
        resolve(true);
        return;
      }
      const over = new AbortController();
      const end = (well: boolean): void => {
        over.abort();
        resolve(well);
      };
      const { signal } = over;
      buffer.addEventListener('error', () => end(false), { signal });
      buffer.addEventListener('updateend', () => end(true), { signal });
      this.#closed.signal.addEventListener('abort', () => end(false), { signal });
    });
  }

  /** Does something to the MediaSource once no SourceBuffer is at work, before they go on. */
  #whenIdle(act: (source: MediaSource) => void): void {
    const lanes = [...this.#lanes.values()];
    const done = Promise.all(lanes.map((lane) => lane.tail)).then(() => {
      if (this.#source?.readyState === 'open') {
        try {
          act(this.#source);
        } catch {
          // Nothing to answer to: the state of the element shows it.
        }
      }
    });
    for (const lane of lanes) {
      lane.tail = done;
    }
  }
}

/** The start must stay below the end at every moment. */
function setWindow(buffer: SourceBuffer, start: number, end: number): void {
  if (start !== buffer.appendWindowStart || end !== buffer.appendWindowEnd) {
    buffer.appendWindowStart = 0;
    buffer.appendWindowEnd = end;
    buffer.appendWindowStart = start;
  }
}

/** A buffer that has left its MediaSource throws instead of answering. */
function bufferedOf(buffer: SourceBuffer | null): number[] {
  try {
    return buffer ? flatten(buffer.buffered) : [];
  } catch {
    return [];
  }
}
