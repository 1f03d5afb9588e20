// Stands in for interfaces that the browser lacks, and records the calls that reach them. It shows
// that a call of the bindings arrives under the right name with the right arguments, no more.
const NAMES = ['ManagedMediaSource', 'BufferedChangeEvent'];

function managedMediaSource(calls) {
  return class ManagedMediaSource extends MediaSource {
    #streaming = false;

    constructor() {
      super();
      calls.push(`constructor(${arguments.length})`);
      this.addEventListener('startstreaming', () => (this.#streaming = true));
      this.addEventListener('endstreaming', () => (this.#streaming = false));
    }

    get streaming() {
      calls.push('streaming');
      return this.#streaming;
    }

    get [Symbol.toStringTag]() {
      return 'ManagedMediaSource';
    }

    static get canConstructInDedicatedWorker() {
      calls.push('canConstructInDedicatedWorker');
      return true;
    }

    static isTypeSupported(type) {
      calls.push(`isTypeSupported(${type})`);
      return type !== 'video/nothing';
    }
  };
}

function bufferedChangeEvent(calls) {
  return class BufferedChangeEvent extends Event {
    #init;

    constructor(type, init) {
      super(type, init);
      this.#init = init;
      calls.push(`event(${[type, ...Object.keys(init)]})`);
    }

    get addedRanges() {
      return this.#init.addedRanges;
    }

    get removedRanges() {
      return this.#init.removedRanges;
    }
  };
}

globalThis.standIn = {
  /** Puts the stand-ins up; answers the list that the calls are noted in. */
  install() {
    const calls = [];
    globalThis.ManagedMediaSource = managedMediaSource(calls);
    globalThis.BufferedChangeEvent = bufferedChangeEvent(calls);
    return calls;
  },

  uninstall() {
    NAMES.forEach((name) => delete globalThis[name]);
  },
};
