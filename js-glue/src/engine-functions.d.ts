/**
 * The JavaScript functions that the engine's WebAssembly imports, written by its compiler
 * (`teavm-app/static-js`). `build/engine-functions-plugin.mjs` puts them into the boot script.
 */
declare module 'engine-functions' {
  export const functions: readonly ((...args: never[]) => unknown)[];
}
