/**
 * TeaVM's loader for its WebAssembly output, an output of the worker's build (modular variant).
 * `build/engine-runtime-plugin.mjs` puts it into the boot script.
 */
declare module 'engine-runtime' {
  /** Fetches, compiles and instantiates; `exports` are the program's own. */
  export function load(url: string): Promise<{ exports: { main(args: string[]): void } }>;
}
