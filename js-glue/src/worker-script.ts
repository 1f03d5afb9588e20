import type { BootCommand } from './protocol.js';

/** A worker on its way, and what is to be done once it has arrived, or never will. */
export interface StartedWorker {
  worker: Worker;
  /** Lets go of what was needed to start it. */
  release: () => void;
}

/** A policy of Trusted Types, as far as it is needed. */
interface ScriptUrlPolicy {
  createScriptURL(url: string): URL;
}

interface TrustedTypesScope {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
  };
}

/**
 * Starts the worker's script, which lies beside this one. Bundlers take the words
 * `new URL('./…', import.meta.url)` for a file that they are to publish as it is, and put its new
 * address there.
 */
export function startWorker(): StartedWorker {
  const script = new URL('./offstage-worker.js', import.meta.url);
  // Not that of `location`, which is still its server's in a frame that is sandboxed.
  const url = script.origin === origin ? script.href : stubOf(script);
  return {
    worker: new Worker(trusted(url), { type: 'module' }),
    release: () => URL.revokeObjectURL(url),
  };
}

/** Where the engine's builds are: only here do bundlers know. */
export function engineFiles(): BootCommand['files'] {
  return {
    wasm: new URL('./engine.wasm', import.meta.url).href,
    js: new URL('./engine.js', import.meta.url).href,
  };
}

/**
 * A worker's script must be of the page's origin; what the script imports need not. In a sandboxed
 * frame, whose origin is nobody's, Chromium starts no module worker from a `blob:` URL.
 */
function stubOf(script: URL): string {
  const source = `import ${JSON.stringify(script.href)}`;
  const type = 'text/javascript';
  return origin === 'null'
    ? `data:${type},${encodeURIComponent(source)}`
    : URL.createObjectURL(new Blob([source], { type }));
}

let policy: ScriptUrlPolicy | undefined;

/** A worker's URL for pages that require Trusted Types: they have to allow the policy `offstage`. */
function trusted(url: string): URL {
  try {
    policy ??= (globalThis as TrustedTypesScope).trustedTypes?.createPolicy('offstage', {
      createScriptURL: (known) => known,
    });
  } catch {
    // The page does not allow the policy. If it has no need of it, all is well.
  }
  return policy?.createScriptURL(url) ?? (url as unknown as URL);
}
