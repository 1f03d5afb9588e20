import { compileWasm } from './wasm-compile.js';
import { fetchWasm } from './wasm-fetch.js';
import { type MemoryRequirements, type RuntimeExports, wasmImports } from './wasm-imports.js';

/** The program's `main`. */
export type Main = (args: string[]) => void;

/**
 * Fetches, compiles and instantiates the engine.
 *
 * @param compiled what the page has compiled already
 */
export async function loadWasm(url: string, compiled: WebAssembly.Module | null): Promise<Main> {
  const module = compiled ?? (await compileWasm(fetchWasm(url)));
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
