// Loads one of the two builds of the samples; the worker's name says which sample is to start.
const engine = new URL(self.location.href).searchParams.get('engine');

if (engine === 'js') {
  const { main } = await import('./program/samples.js');
  main([]);
} else {
  const { load } = await import('./program/samples.wasm-runtime.js');
  const url = new URL('./program/samples.wasm', import.meta.url).href;
  const { exports } = await load(url);
  exports.main([]);
}
