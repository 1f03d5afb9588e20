import { fetchWasm } from './wasm-fetch.js';
import { type MemoryRequirements, type RuntimeExports, wasmImports } from './wasm-imports.js';

/** The program's `main`. */
export type Main = (args: string[]) => void;

/** The browser's own string functions in place of imported ones, where it has them. */
const OPTIONS = { builtins: ['js-string'] };

/** What TypeScript's declarations do not know of yet. */
interface WebAssemblyWithOptions {
  compileStreaming(source: Promise<Response>, options: typeof OPTIONS): Promise<WebAssembly.Module>;
}

/** Fetches, compiles and instantiates the engine. */
export async function loadWasm(url: string): Promise<Main> {
  const module = await (WebAssembly as unknown as WebAssemblyWithOptions).compileStreaming(
    fetchWasm(url),
    OPTIONS,
  );
  // What the browser provides itself is not among the imports.
  const stringBuiltins = WebAssembly.Module.imports(module).every(
    (wanted) => wanted.module !== 'wasm:js-string',
  );
  let exports: RuntimeExports | null = null;
  const imports = wasmImports(
    () => exports as RuntimeExports,
    memoryRequirements(module),
    stringBuiltins,
  );
  const instance = await WebAssembly.instantiate(module, imports);
  exports = instance.exports as unknown as RuntimeExports;
  return (instance.exports['main'] as WebAssembly.Global).value;
}

function memoryRequirements(module: WebAssembly.Module): MemoryRequirements {
  const [section] = WebAssembly.Module.customSections(module, 'teavm.memoryRequirements');
  return JSON.parse(new TextDecoder().decode(section));
}
