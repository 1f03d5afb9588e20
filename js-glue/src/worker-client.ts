import { ErrorCode, PlayerError } from './errors.js';
import { Heartbeat } from './heartbeat.js';
import type { BootCommand, BootEvent, Command, EngineKind, Event } from './protocol.js';
import { preloadedEngine } from './preloaded-engine.js';
import { engineFiles, startWorker } from './worker-script.js';

/** A message of a session. */
export type SessionEvent = Exclude<Event, { type: 'pong' }>;

/** One of those who share a worker. */
export interface WorkerListener {
  /** A message of the engine, of whosoever session. */
  onEvent(event: SessionEvent): void;
  /** A second or two have passed, while the worker is being watched. */
  onBeat(): void;
  /** The worker is of no more use, and stays as it is until it is terminated. */
  onFailure(error: PlayerError): void;
}

/** One worker with an engine in it, started at once. What is posted before it runs, waits there. */
export class WorkerClient {
  /** Which build runs; null until it does. */
  engine: EngineKind | null = null;
  /** Why that is not WebAssembly, or ''. */
  engineReason = '';
  /** Why this worker is of no use, or null. */
  failure: PlayerError | null = null;
  /**
   * Who hears of messages and failure, with whether they want it noticed if the worker is dead or
   * hangs; null: they do not mind.
   */
  readonly users = new Map<WorkerListener, boolean | null>();
  /** To which group the users belong. */
  usedBy: object | null = null;
  /** Ends it when nobody has come for some time. */
  lingering: ReturnType<typeof setTimeout> | undefined;

  readonly wanted: BootCommand['engine'];
  readonly #heartbeat = new Heartbeat(
    () => this.#tell((user, judge) => judge !== null && user.onBeat()),
    () => this.post({ type: 'ping', at: 0 }),
    () => this.fail(ErrorCode.WORKER_LOST, 'the worker does not answer'),
  );
  #worker: Worker | null = null;
  #release: () => void = () => undefined;

  constructor(wanted: BootCommand['engine']) {
    this.wanted = wanted;
    try {
      const { worker, release } = startWorker();
      this.#release = release;
      worker.onmessage = ({ data }: MessageEvent<BootEvent | Event>) => this.#receive(data);
      worker.onerror = (event) => {
        event.preventDefault();
        this.fail(
          this.engine ? ErrorCode.ENGINE_FAILURE : ErrorCode.WORKER_START,
          event.message || 'the worker script could not be loaded',
        );
      };
      worker.onmessageerror = () => this.fail(ErrorCode.PROTOCOL, 'a message could not be read');
      this.#worker = worker;
      const files = engineFiles();
      const boot = (module: BootCommand['module']): void =>
        worker.postMessage({ type: 'boot', engine: wanted, files, module } satisfies BootCommand);
      const preloaded = wanted === 'js' ? null : preloadedEngine(files.wasm);
      void (preloaded?.then(boot) ?? boot(null));
    } catch (error) {
      this.fail(ErrorCode.WORKER_START, error instanceof Error ? error.message : String(error));
    }
  }

  /** Sends a message; what is in `transfer` belongs to the worker from then on. */
  post(command: Command, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(command, transfer);
  }

  /**
   * Whether a user wants the worker watched from now on.
   *
   * @param judge whether to notice that it is dead or hangs, unless another one says no; null: it
   *     need not be watched
   */
  watch(user: WorkerListener, judge: boolean | null): void {
    this.users.set(user, judge);
    const wishes = [...this.users.values()].filter((wish) => wish !== null);
    this.#heartbeat.judges = !wishes.includes(false);
    if (wishes.length > 0 && !this.failure) {
      this.#heartbeat.start();
    } else {
      this.#heartbeat.stop();
    }
  }

  /** Ends the worker with all its requests. */
  terminate(): void {
    this.#heartbeat.stop();
    this.#release();
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** The worker is of no more use. */
  fail(code: ErrorCode, message: string, data: Record<string, string> = {}): void {
    if (!this.failure) {
      this.failure = new PlayerError(code, message, { data });
      this.#heartbeat.stop();
      const { failure } = this;
      this.#tell((user) => user.onFailure(failure));
    }
  }

  #receive(message: BootEvent | Event): void {
    if (this.failure) {
      return;
    }
    this.#heartbeat.heard();
    switch (message.type) {
      case 'booted':
        this.engine = message.engine;
        this.engineReason = message.reason;
        this.#release();
        break;
      case 'bootfailed':
        if (message.unavailable) {
          this.fail(ErrorCode.ENGINE_UNAVAILABLE, `no ${this.wanted} engine: ${message.message}`, {
            engine: this.wanted,
            reason: message.message,
          });
        } else {
          this.fail(ErrorCode.WORKER_START, message.message);
        }
        break;
      case 'pong':
        break;
      default:
        this.#tell((user) => user.onEvent(message));
    }
  }

  /** Users may come and go meanwhile. */
  #tell(tell: (user: WorkerListener, judge: boolean | null) => void): void {
    for (const [user, judge] of [...this.users]) {
      tell(user, judge);
    }
  }
}
