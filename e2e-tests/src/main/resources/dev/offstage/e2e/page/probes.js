// What a test can learn of a media element from the outside: which frame of which rendition is on
// the screen, which tone sounds, what happened when. Knows no player.

/** Cells of the strip along the top ninth of the picture: two sync, fourteen, three, parity. */
const CELLS = 20;
const FRAME_BITS = 14;
const ID_BITS = 3;
/** The strip is scaled to so many pixels per cell, of which the middle ones are read. */
const CELL_PIXELS = 12;
const STRIP_HEIGHT = 12;

let canvas = null;

/**
 * Reads the strip of the picture that the element shows now.
 *
 * @returns {{ok: boolean, frame: number, rendition: number}} not ok if there is no picture, the
 *     sync cells are wrong, a cell is grey or the parity is odd
 */
export function readStrip(video) {
  const none = { ok: false, frame: -1, rendition: -1 };
  if (!video.videoWidth || video.readyState < 2) {
    return none;
  }
  if (canvas === null) {
    canvas = document.createElement('canvas');
    canvas.width = CELLS * CELL_PIXELS;
    canvas.height = STRIP_HEIGHT;
  }
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const height = video.videoHeight / 9;
  context.drawImage(video, 0, 0, video.videoWidth, height, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let bits = 0;
  let ones = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    const luma = cellLuma(data, cell);
    if (luma > 90 && luma < 165) {
      return none;
    }
    const bit = luma >= 165 ? 1 : 0;
    bits = bits * 2 + bit;
    ones += cell >= 2 ? bit : 0;
  }
  const sync = Math.floor(bits / 2 ** 18);
  if (sync !== 2 || ones % 2 !== 0) {
    return none;
  }
  return {
    ok: true,
    frame: Math.floor(bits / 2 ** (ID_BITS + 1)) % 2 ** FRAME_BITS,
    rendition: Math.floor(bits / 2) % 2 ** ID_BITS,
  };
}

/** The mean brightness of the middle of a cell, 0 to 255. */
function cellLuma(data, cell) {
  let sum = 0;
  let count = 0;
  for (let y = 4; y < STRIP_HEIGHT - 4; y++) {
    for (let x = 4; x < CELL_PIXELS - 4; x++) {
      const at = 4 * (y * canvas.width + cell * CELL_PIXELS + x);
      sum += data[at] + data[at + 1] + data[at + 2];
      count += 3;
    }
  }
  return sum / count;
}

/** Notes every frame as it is presented, until stopped. */
export class FrameRecorder {
  #video;
  #running = true;
  /** @type {{frame: number, rendition: number, ok: boolean, mediaTime: number, at: number}[]} */
  seen = [];

  constructor(video) {
    this.#video = video;
    this.#next();
  }

  #next() {
    this.#video.requestVideoFrameCallback((now, metadata) => {
      if (this.#running) {
        const { mediaTime } = metadata;
        this.seen.push({ ...readStrip(this.#video), mediaTime, at: now });
        this.#next();
      }
    });
  }

  stop() {
    this.#running = false;
    return this.seen;
  }
}

/** Measures the loudest frequency of what an element plays. Takes the element's sound over. */
export class ToneMeter {
  #context = new AudioContext();
  #analyser = this.#context.createAnalyser();

  constructor(media) {
    this.#analyser.fftSize = 8192;
    this.#analyser.smoothingTimeConstant = 0;
    this.#context.createMediaElementSource(media).connect(this.#analyser);
    this.#analyser.connect(this.#context.destination);
    void this.#context.resume();
  }

  /** Which of some frequencies is the loudest in the last 20 ms. */
  loudest(candidates) {
    const { sampleRate } = this.#context;
    const samples = new Float32Array(this.#analyser.fftSize);
    this.#analyser.getFloatTimeDomainData(samples);
    const late = samples.subarray(samples.length - Math.round(sampleRate / 50));
    const power = (hertz) => {
      let [sine, cosine] = [0, 0];
      late.forEach((sample, i) => {
        sine += sample * Math.sin((2 * Math.PI * hertz * i) / sampleRate);
        cosine += sample * Math.cos((2 * Math.PI * hertz * i) / sampleRate);
      });
      return sine * sine + cosine * cosine;
    };
    return candidates.reduce((best, hertz) => (power(hertz) > power(best) ? hertz : best));
  }

  /** Hertz, or 0 while nothing louder than -60 dB sounds. */
  read() {
    const levels = new Float32Array(this.#analyser.frequencyBinCount);
    this.#analyser.getFloatFrequencyData(levels);
    let loudest = 1;
    for (let bin = 1; bin < levels.length; bin++) {
      if (levels[bin] > levels[loudest]) {
        loudest = bin;
      }
    }
    const binHz = this.#context.sampleRate / this.#analyser.fftSize;
    return levels[loudest] > -60 ? loudest * binHz : 0;
  }
}

/** Lets nothing else run on this thread for so many milliseconds. */
export function spin(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** Resolves in a task of its own, a moment later. */
export function later(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Start and end of each range by turns. */
export function rangesOf(timeRanges) {
  const ranges = [];
  for (let i = 0; i < timeRanges.length; i++) {
    ranges.push([timeRanges.start(i), timeRanges.end(i)]);
  }
  return ranges;
}
