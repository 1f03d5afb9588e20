import './stand-in.js';

/** Loads one of the two builds of a program and answers its `main`. */
export async function boot(name, engine) {
  if (engine === 'js') {
    const { main } = await import(`./program/${name}.js`);
    return main;
  }
  const { load } = await import(`./program/${name}.wasm-runtime.js`);
  const { exports } = await load(new URL(`./program/${name}.wasm`, import.meta.url).href);
  return exports.main;
}
