/**
 * The worker's script: chooses the engine's build, starts it, and hands it every message that came
 * meanwhile. From then on the engine listens for itself and this script is out of the way.
 */
import { EarlyManifests } from './early-manifests.js';
import type { BootCommand, BootEvent, Command, EngineKind, Event } from './protocol.js';
import { loadWasm, type Main } from './wasm-runtime.js';
import { wasmObstacle } from './wasm-support.js';

/** What this script needs of the worker's global scope (the DOM types describe a page). */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<Incoming>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<Incoming>) => void): void;
  dispatchEvent(event: MessageEvent<Incoming>): boolean;
  postMessage(message: BootEvent | Pong): void;
  fetch: typeof fetch;
  MediaSource?: unknown;
  ManagedMediaSource?: unknown;
}

type Incoming = BootCommand | Command;

type Pong = Extract<Event, { type: 'pong' }>;

const scope = self as unknown as WorkerScope;
// The engine asks for it by this name; iPhones have the managed one alone.
scope.MediaSource ??= scope.ManagedMediaSource;

const waiting: Command[] = [];
const early = new EarlyManifests(scope);

scope.addEventListener('message', keep);

/** One message says which engine to start; the others are for the engine. */
function keep({ data }: MessageEvent<Incoming>): void {
  if (data.type === 'boot') {
    // From now on silence means something.
    scope.postMessage({ type: 'pong', at: 0 });
    void boot(data);
  } else if (data.type === 'ping') {
    scope.postMessage({ type: 'pong', at: data.at });
  } else {
    waiting.push(data);
    early.note(data);
  }
}

async function boot({ engine: wanted, files, module }: BootCommand): Promise<void> {
  let engine: EngineKind = 'wasm';
  let reason = '';
  let main: Main | null = null;
  try {
    if (wanted !== 'js') {
      try {
        reason = wasmObstacle();
        main = reason ? null : await loadWasm(files.wasm, module);
      } catch (error) {
        reason = messageOf(error);
      }
    }
    if (!main) {
      if (wanted === 'wasm') {
        fail(true, reason);
        return;
      }
      engine = 'js';
      main = await loadJs(files.js);
    }
    main([]);
  } catch (error) {
    fail(false, [reason, messageOf(error)].filter(Boolean).join('; '));
    return;
  }
  scope.removeEventListener('message', keep);
  scope.postMessage({ type: 'booted', engine, reason });
  early.handOver(() => {
    for (const data of waiting.splice(0)) {
      scope.dispatchEvent(new MessageEvent('message', { data }));
    }
  });
}

async function loadJs(url: string): Promise<Main> {
  const module: { main: Main } = await import(url);
  return module.main;
}

function fail(unavailable: boolean, message: string): void {
  early.drop();
  scope.postMessage({ type: 'bootfailed', unavailable, message });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
