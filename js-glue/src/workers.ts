import type { BootCommand } from './protocol.js';
import { WorkerClient, type WorkerListener } from './worker-client.js';

/** Milliseconds that a shared worker is kept for the next player when the last one has left it. */
const LINGER = 30_000;

/** All workers of the page. */
let clients: WorkerClient[] = [];

/** Players that share workers: all that want to, or one alone. */
export class Workers {
  readonly #lingerMs: number;
  #lastSession = 0;

  constructor(lingerMs: number) {
    this.#lingerMs = lingerMs;
  }

  /** A number that no other session of these players has had. */
  nextSession(): number {
    return ++this.#lastSession;
  }

  /**
   * A worker that runs, or will run, the engine that is wanted: of these players' own, or one that
   * nobody uses. `listener` hears of it from now on.
   */
  join(wanted: BootCommand['engine'], listener: WorkerListener): WorkerClient {
    const found = clients.find(
      ({ failure, wanted: started, engine, users, usedBy }) =>
        !failure &&
        (wanted === started || (wanted === 'auto' ? 'wasm' : wanted) === engine) &&
        (usedBy === this || !users.size),
    );
    for (const idle of clients.filter((client) => client !== found && !client.users.size)) {
      end(idle);
    }
    const client = found ?? start(wanted);
    clearTimeout(client.lingering);
    client.usedBy = this;
    client.users.set(listener, null);
    return client;
  }

  /** Hears of it no more. Whatever it has on an element is detached already. */
  leave(client: WorkerClient, listener: WorkerListener): void {
    client.watch(listener, null);
    client.users.delete(listener);
    if (!client.users.size) {
      if (this.#lingerMs && !client.failure) {
        client.lingering = setTimeout(end, this.#lingerMs, client);
      } else {
        end(client);
      }
    }
  }
}

function start(wanted: BootCommand['engine']): WorkerClient {
  const client = new WorkerClient(wanted);
  clients.push(client);
  return client;
}

function end(client: WorkerClient): void {
  client.terminate();
  clients = clients.filter((other) => other !== client);
}

/** The players that share by default. */
export const sharedWorkers = new Workers(LINGER);

// Importing the module starts the first worker, so that the engine is on its way, or there, when
// the page makes its first player. On a server (no `Worker`) there is none.
if (typeof Worker !== 'undefined') {
  start('auto');
}
