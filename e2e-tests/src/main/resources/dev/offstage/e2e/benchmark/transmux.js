// Transport streams through a transmuxer in a worker: all segments are posted at once, each as a
// buffer of its own that is transferred, and the time counts until the last one has come back as
// MP4. So the worker never waits for the page.

/** @typedef {{ ready: Promise<void>, send(segment: ArrayBuffer, number: number): void, onDone: () => void, bytes: number, worker: Worker }} Transmuxer */

const TRANSMUXERS = {
  "offstage-wasm": () => offstage("wasm"),
  "offstage-js": () => offstage("js"),
  hlsjs,
};

/** @returns {Promise<{ mbps: number, ratio: number }>} megabytes a second, and what comes out of each byte */
export async function measure(name, url, warmUp, segments) {
  const segment = await (await fetch(url)).arrayBuffer();
  const transmuxer = TRANSMUXERS[name]();
  await transmuxer.ready;
  let number = 0;
  const run = (count) => {
    const copies = Array.from({ length: count }, () => segment.slice(0));
    return new Promise((resolve, reject) => {
      transmuxer.worker.onerror = ({ message }) => reject(new Error(message));
      let left = count;
      transmuxer.onDone = () => {
        if (--left === 0) {
          resolve(performance.now() - start);
        }
      };
      const start = performance.now();
      for (const copy of copies) {
        transmuxer.send(copy, number++);
      }
    });
  };
  await run(warmUp);
  transmuxer.bytes = 0;
  const ms = await run(segments);
  transmuxer.worker.terminate();
  const bytes = segment.byteLength * segments;
  return { mbps: bytes / 1e3 / ms, ratio: transmuxer.bytes / bytes };
}

function offstage(engine) {
  const worker = new Worker(`/peers/transmux-worker.js?engine=${engine}`, { type: "module" });
  const transmuxer = { worker, bytes: 0, onDone: null, send: (data) => worker.postMessage(data, [data]) };
  transmuxer.ready = new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }) => {
      if (data === null) {
        resolve();
        return;
      }
      for (const buffer of data) {
        transmuxer.bytes += buffer.byteLength;
      }
      transmuxer.onDone();
    };
  });
  return transmuxer;
}

/** Its own worker, spoken to as its `TransmuxerInterface` does, a new session for each segment. */
function hlsjs() {
  const worker = new Worker("/peers/hlsjs-engine.js");
  const transmuxer = { worker, bytes: 0, onDone: null };
  const timing = () => ({ start: 0, executeStart: 0, executeEnd: 0, end: 0 });
  const post = (cmd, message, transfer = []) =>
    worker.postMessage({ cmd, instanceNo: 0, id: "main", ...message }, transfer);
  transmuxer.send = (data, sn) => {
    const buffering = { audio: timing(), video: timing(), audiovideo: timing() };
    const chunkMeta = { level: 0, sn, part: -1, id: 1, size: 0, duration: 3, partial: false };
    Object.assign(chunkMeta, { iframe: false, transmuxing: timing(), buffering });
    const config = { audioCodec: "mp4a.40.2", videoCodec: "avc1.64001f", duration: 3 };
    post("configure", { config });
    const state = {
      discontinuity: true,
      contiguous: false,
      accurateTimeOffset: true,
      trackSwitch: false,
      timeOffset: 3 * sn,
      initSegmentChange: false,
    };
    post("demux", { data, decryptdata: null, chunkMeta, state }, [data]);
    post("flush", { chunkMeta });
  };
  transmuxer.ready = new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data: { event, data } }) => {
      if (event === "init") {
        resolve();
      } else if (event === "transmuxComplete") {
        const { audio, video } = data.remuxResult;
        for (const track of [audio, video]) {
          transmuxer.bytes += (track?.data1?.byteLength ?? 0) + (track?.data2?.byteLength ?? 0);
        }
      } else if (event === "flush") {
        transmuxer.onDone();
      }
    };
  });
  const typeSupported = { mpeg: false, mp3: false, ac3: false };
  post("init", { typeSupported, config: JSON.stringify(DEFAULTS) });
  return transmuxer;
}

/** Of its configuration, what its worker reads. */
const DEFAULTS = {
  debug: false,
  enableSoftwareAES: true,
  progressive: false,
  maxAudioFramesDrift: 1,
  forceKeyFrameOnDiscontinuity: true,
  stretchShortVideoTrack: false,
  handleMpegTsVideoIntegrityErrors: "process",
};
