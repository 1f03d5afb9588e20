/** The browser's own string functions in place of imported ones, where it has them. */
const OPTIONS = { builtins: ['js-string'] };

/** What TypeScript's declarations do not know of yet. */
interface WebAssemblyWithOptions {
  compileStreaming(source: Promise<Response>, options: typeof OPTIONS): Promise<WebAssembly.Module>;
}

/** Compiles the engine while it comes. */
export function compileWasm(source: Promise<Response>): Promise<WebAssembly.Module> {
  return (WebAssembly as unknown as WebAssemblyWithOptions).compileStreaming(source, OPTIONS);
}
