/** The charts: what is buffered, and what the line carries. */

import uPlot from 'uplot';
import { WINDOW_S } from './history.js';

const HEIGHT_PX = 168;
const MEGA = 1e6;

/** Two charts of one history. They follow the size of their places and the colours of the page. */
export class Charts {
  #history;
  #goal = 0;
  #plots;

  /**
   * @param {import('./history.js').History} history
   * @param {HTMLElement} bufferPlace
   * @param {HTMLElement} ratePlace
   */
  constructor(history, bufferPlace, ratePlace) {
    this.#history = history;
    this.#plots = [
      {
        columns: ['ahead', 'besideAhead'],
        place: bufferPlace,
        plot: this.#make(
          bufferPlace,
          [
            { stroke: () => colour('--accent'), fill: () => colour('--accent-veil'), width: 2 },
            { stroke: () => colour('--beside'), width: 2, dash: [6, 3] },
          ],
          { range: (_, __, most) => [0, Math.max(most ?? 0, this.#goal) * 1.15] },
          (plot) => this.#drawGoal(plot),
        ),
      },
      {
        columns: ['bandwidth', 'bitrate'],
        place: ratePlace,
        plot: this.#make(
          ratePlace,
          [
            { stroke: () => colour('--quiet'), width: 1.5 },
            {
              stroke: () => colour('--accent'),
              width: 2,
              paths: uPlot.paths.stepped({ align: 1 }),
            },
          ],
          // What is measured may be a hundred times what is needed.
          { distr: 3, range: (_, __, most) => [0.1, Math.max(10, (most ?? 0) * 2)] },
          () => {},
        ),
      },
    ];
    for (const { place, plot } of this.#plots) {
      new ResizeObserver(() =>
        plot.setSize({ width: place.clientWidth, height: HEIGHT_PX }),
      ).observe(place);
    }
  }

  /** The buffer goal, seconds; a dashed line. */
  set goal(seconds) {
    this.#goal = seconds;
  }

  /** Draws what the history has now. */
  draw() {
    for (const { plot, columns } of this.#plots) {
      const data = this.#history.columns(...columns);
      plot.setData(columns[0] === 'bandwidth' ? inMegabits(data) : data);
    }
  }

  #make(place, lines, yScale, drawMore) {
    const powers = yScale.distr === 3 && { splits: () => [0.1, 1, 10, 100, 1000] };
    const axis = {
      stroke: () => colour('--quiet'),
      font: '12px system-ui, sans-serif',
      ticks: { show: false },
    };
    const now = () => performance.now() / 1000;
    return new uPlot(
      {
        width: place.clientWidth,
        height: HEIGHT_PX,
        padding: [14, 12, 0, 0],
        cursor: { show: false },
        legend: { show: false },
        scales: {
          x: { time: false, range: () => [now() - WINDOW_S, now()] },
          y: yScale,
        },
        axes: [
          {
            ...axis,
            size: 28,
            grid: { show: false },
            splits: () => [60, 45, 30, 15, 0].map((ago) => now() - ago),
            values: () => ['1 min ago', '', '30 s', '', 'now'],
          },
          {
            ...axis,
            size: 40,
            grid: { stroke: () => colour('--line'), width: 1 },
            values: (_, splits) => splits.map(String),
            ...powers,
          },
        ],
        series: [
          {},
          ...lines.map((line) => ({ ...line, points: { show: false }, spanGaps: true })),
        ],
        hooks: {
          drawClear: [(plot) => this.#drawFreezes(plot)],
          draw: [drawMore, (plot) => this.#drawStalls(plot)],
        },
      },
      [[], [], []],
      place,
    );
  }

  #drawFreezes({ ctx, bbox, valToPos }) {
    ctx.save();
    ctx.fillStyle = colour('--frozen');
    for (const { from, to } of this.#history.freezes) {
      const left = Math.max(bbox.left, valToPos(from, 'x', true));
      ctx.fillRect(left, bbox.top, valToPos(to, 'x', true) - left, bbox.height);
    }
    ctx.restore();
  }

  #drawStalls({ ctx, bbox, valToPos }) {
    ctx.save();
    ctx.fillStyle = colour('--alarm');
    for (const at of this.#history.stalls) {
      ctx.fillRect(valToPos(at, 'x', true) - 1, bbox.top, 2 * devicePixelRatio, bbox.height);
    }
    ctx.restore();
  }

  #drawGoal({ ctx, bbox, valToPos }) {
    const y = valToPos(this.#goal, 'y', true);
    ctx.save();
    ctx.strokeStyle = colour('--quiet');
    ctx.setLineDash([2 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.restore();
  }
}

function inMegabits([times, ...columns]) {
  return [times, ...columns.map((column) => column.map((bits) => (bits ? bits / MEGA : null)))];
}

/** A colour of the page, as it is now: light or dark. */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
