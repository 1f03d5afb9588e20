/**
 * The smallest module that uses what the engine's build relies on: a struct type, and a `try_table`
 * that catches everything (exception handling with `exnref`).
 *
 * ```wat
 * (module (type (struct)) (type (func)) (func (type 1) (block (try_table (catch_all 0)))))
 * ```
 */
// prettier-ignore
const PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0,
  1, 6, 2, 0x5f, 0, 0x60, 0, 0,
  3, 2, 1, 1,
  10, 13, 1, 11, 0, 0x02, 0x40, 0x1f, 0x40, 1, 2, 0, 0x0b, 0x0b, 0x0b,
]);

/** Whether this browser can run the WebAssembly build. A content security policy may still forbid it. */
export function wasmSupported(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(PROBE);
}

/**
 * Why the WebAssembly build cannot run in this context, or ''. A content security policy forbids
 * WebAssembly unless it says `'wasm-unsafe-eval'`; the only way to know is to try.
 */
export function wasmObstacle(): string {
  if (!wasmSupported()) {
    return 'this browser lacks WebAssembly with garbage collection and exception references';
  }
  try {
    new WebAssembly.Module(PROBE);
    return '';
  } catch {
    return "the content security policy of the worker's script lacks 'wasm-unsafe-eval'";
  }
}
