/** The live figures. Each carries its raw value in `data-value` as well. */

import { bufferedAhead } from './element-time.js';
import * as format from './format.js';

const ENGINE_NAMES = { wasm: 'WebAssembly', js: 'JavaScript' };
const PLACE_NAMES = { worker: 'in the worker', window: 'on the page' };

const NAMES = [
  'engine',
  'mse',
  'position',
  'buffer',
  'quality',
  'bandwidth',
  'dropped',
  'loaded',
  'stalls',
  'latency',
];

/** Shows what player and element say about themselves. */
export class Figures {
  #places = Object.fromEntries(NAMES.map((id) => [id, document.getElementById(id)]));

  /**
   * Shows the figures of this moment.
   *
   * @param {import('../offstage/offstage.js').Player} player
   * @param {HTMLVideoElement} video
   */
  show(player, video) {
    const stats = player.stats();
    this.#put('engine', ENGINE_NAMES[stats.engine] ?? 'starting…', stats.engine);
    this.#places.engine.title = stats.engineReason;
    this.#put('mse', PLACE_NAMES[stats.mse] ?? 'none', stats.mse);
    this.#put('position', positionText(video), video.currentTime);
    const ahead = bufferedAhead(video);
    this.#put('buffer', format.seconds(ahead), ahead);
    this.#put('quality', qualityText(stats.quality, video), stats.quality?.id);
    this.#put('bandwidth', format.bitrate(stats.bandwidth), stats.bandwidth);
    this.#put('dropped', `${stats.droppedFrames} of ${stats.totalFrames}`, stats.droppedFrames);
    this.#put('loaded', format.bytes(stats.bytes), stats.bytes);
    this.#put('stalls', String(stats.stalls), stats.stalls);
    this.#put('latency', format.seconds(stats.latency ?? NaN), stats.latency);
    this.#places.latency.parentElement.hidden = stats.latency === null;
  }

  #put(id, text, value) {
    const place = this.#places[id];
    if (place.textContent !== text) {
      place.textContent = text;
    }
    place.dataset.value = String(value ?? '');
  }
}

function positionText(video) {
  const position = format.position(video.currentTime);
  return Number.isFinite(video.duration)
    ? `${position} of ${format.position(video.duration)}`
    : position;
}

/** What is being loaded, and what is still on screen where that is something else. */
function qualityText(quality, video) {
  const loading = format.quality(quality);
  const { videoWidth: width, videoHeight: height } = video;
  return height > 0 && quality?.height > 0 && quality.height !== height
    ? `${loading} (on screen ${width} × ${height})`
    : loading;
}
