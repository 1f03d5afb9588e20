import { compileWasm } from './wasm-compile.js';

let compiled: Promise<WebAssembly.Module | null> | undefined;

/**
 * The engine in WebAssembly, compiled on the page for all its workers, if the page's HTML says that
 * it wants it at once: `<link rel="preload" as="fetch" crossorigin href="…/engine.wasm">`. It is here
 * before the first worker runs then. A page that does not say so leaves the engine to its workers,
 * which find out by themselves whether a content security policy forbids it.
 *
 * @param url of the engine
 * @returns null where it is not preloaded; resolves to null where the workers have to see for
 *     themselves
 */
export function preloadedEngine(url: string): Promise<WebAssembly.Module | null> | null {
  if (!compiled && isPreloaded(url)) {
    compiled = compileWasm(fetch(url)).catch(() => null);
  }
  return compiled ?? null;
}

function isPreloaded(url: string): boolean {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=preload]');
  return [...links].some(({ href }) => href === url);
}
