// Put before the player: every worker can be ended or hung from outside, as a crash or an endless
// loop would.
{
  const RealWorker = window.Worker;

  window.workerFaults = {
    /** All workers that the page has made, the newest last. */
    workers: [],

    /** Those that have said something. */
    awake: new Set(),

    terminate() {
      this.workers.at(-1).terminate();
    },

    hang() {
      this.workers.at(-1).postMessage({ hang: true });
    },
  };

  window.Worker = class extends RealWorker {
    constructor(url, options) {
      super('/page/breakable-worker.js', options);
      window.workerFaults.workers.push(this);
      this.addEventListener('message', () => window.workerFaults.awake.add(this));
    }
  };
}
