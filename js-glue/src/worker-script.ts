/** A worker on its way, and what is to be done once it has arrived, or never will. */
export interface StartedWorker {
  worker: Worker;
  /** Lets go of what was needed to start it. */
  release: () => void;
}

/**
 * Starts the worker's script, which lies beside this one. Bundlers look for the very words
 * `new Worker(new URL(…, import.meta.url))`.
 */
export function startWorker(): StartedWorker {
  const here = new URL(import.meta.url);
  if (here.protocol.startsWith('http') && here.origin !== location.origin) {
    return startFrom(new URL('offstage-worker.js', here));
  }
  const worker = new Worker(new URL('./offstage-worker.js', import.meta.url), { type: 'module' });
  return { worker, release: () => undefined };
}

/** A worker's script must be of the page's origin; what the script imports need not. */
function startFrom(otherOrigin: URL): StartedWorker {
  const script = new Blob([`import ${JSON.stringify(otherOrigin.href)}`], {
    type: 'text/javascript',
  });
  const url = URL.createObjectURL(script);
  return {
    worker: new Worker(url, { type: 'module' }),
    release: () => URL.revokeObjectURL(url),
  };
}
