// Offstage's transmuxer alone in a worker, in the build that the URL names. Each message is a
// segment; the answer is what would be appended, once the segment is through.
import { loadWasm } from '../../../js-glue/src/wasm-runtime.ts';

const convert = await start(new URL(self.location.href).searchParams.get('engine'));

async function start(engine) {
  const main =
    engine === 'wasm'
      ? await loadWasm('/peers/transmux.wasm')
      : (await import('/peers/transmux.js')).main;
  main([]);
  return self.convertSegment;
}

self.addEventListener('message', ({ data }) => {
  const buffers = convert(data);
  self.postMessage(buffers, buffers);
});
self.postMessage(null);
