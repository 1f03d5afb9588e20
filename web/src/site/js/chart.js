/** Seconds of buffer over the last minute, drawn on a canvas. */

const WINDOW_MS = 60_000;
const LABEL_PX = 12;

/**
 * @typedef {object} Sample
 * @property {number} at `performance.now()`, milliseconds
 * @property {number} ahead seconds of buffer
 */

/** The chart. Redraws itself when its size or the colours of the page change. */
export class BufferChart {
  #canvas;
  /** @type {Sample[]} */
  #samples = [];
  /** @type {{from: number, to: number}[]} */
  #freezes = [];
  #goal = 0;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    new ResizeObserver(() => this.#draw()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#draw());
  }

  /** The goal that is drawn as a dashed line, in seconds. */
  setGoal(seconds) {
    this.#goal = seconds;
  }

  /** Forgets what was, for another stream. */
  clear() {
    this.#samples = [];
    this.#freezes = [];
    this.#draw();
  }

  /** Adds what is buffered now, in seconds. */
  add(ahead) {
    const at = performance.now();
    this.#samples.push({ at, ahead });
    // One older sample stays, for the line comes in from beyond the edge.
    while (this.#samples.length > 2 && this.#samples[1].at < at - WINDOW_MS) {
      this.#samples.shift();
    }
    this.#draw();
  }

  /** Marks a time in which the page stood still; both in milliseconds of `performance.now()`. */
  markFreeze(from, to) {
    this.#freezes.push({ from, to });
  }

  #draw() {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0) {
      return;
    }
    const scale = devicePixelRatio || 1;
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    const pen = this.#canvas.getContext('2d');
    pen.scale(scale, scale);

    const style = getComputedStyle(this.#canvas);
    const colour = (name) => style.getPropertyValue(name).trim();
    const now = performance.now();
    const top = ceiling(Math.max(this.#goal * 1.3, ...this.#samples.map((s) => s.ahead)));
    const x = (at) => width - ((now - at) / WINDOW_MS) * width;
    const y = (ahead) => height - 1 - (ahead / top) * (height - LABEL_PX);

    pen.fillStyle = colour('--accent');
    pen.globalAlpha = 0.28;
    for (const { from, to } of this.#freezes) {
      pen.fillRect(x(from), 0, x(to) - x(from), height);
    }
    pen.globalAlpha = 1;

    pen.strokeStyle = colour('--line');
    pen.lineWidth = 1;
    line(pen, [0, height - 0.5], [width, height - 0.5]);

    if (this.#samples.length > 0) {
      const points = this.#samples.map(({ at, ahead }) => [x(at), y(ahead)]);
      pen.beginPath();
      points.forEach((point) => pen.lineTo(...point));
      pen.strokeStyle = colour('--accent');
      pen.lineWidth = 2;
      pen.lineJoin = 'round';
      pen.stroke();
      pen.lineTo(points.at(-1)[0], height);
      pen.lineTo(points[0][0], height);
      pen.globalAlpha = 0.14;
      pen.fill();
      pen.globalAlpha = 1;
    }

    pen.strokeStyle = colour('--quiet');
    pen.lineWidth = 1;
    pen.setLineDash([4, 4]);
    line(pen, [0, y(this.#goal)], [width, y(this.#goal)]);
    pen.setLineDash([]);
    pen.fillStyle = colour('--quiet');
    pen.font = `${LABEL_PX - 1}px ${style.fontFamily}`;
    pen.fillText(`${this.#goal} s`, 2, y(this.#goal) - 4);
  }
}

function line(pen, from, to) {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}

/** The next round number of seconds, so that the scale does not twitch. */
function ceiling(seconds) {
  const step = seconds <= 10 ? 2 : seconds <= 40 ? 10 : 30;
  return Math.max(step, Math.ceil(seconds / step) * step);
}
