// The test page for the package's elements: `window.stage` makes one and tells what it does.
import '/dist/offstage-video.js';
import { rangesOf, readStrip } from './probes.js';

const EVENTS = [
  'abort', 'canplay', 'emptied', 'ended', 'error', 'loadedmetadata', 'loadstart', 'pause', 'play',
  'playing', 'seeked', 'seeking', 'suspend',
];

/** What two elements of one kind need not have in common: it is another object, or about time. */
const OWN = new Set(['textTracks', 'videoTracks', 'audioTracks', 'remote', 'controlsList']);

/** Values to set, by the type of what is there. */
const SAMPLES = {
  boolean: [true, false],
  number: [0.5, 2, 1],
  string: ['none', 'a b', ''],
  object: ['anonymous', null],
};

/** An element of the page and its story, the last one that was shown. */
let media = null;

/** A value that can be compared: of objects only the kind counts. */
function told(value) {
  return Object(value) === value ? Object.prototype.toString.call(value) : value;
}

/** What comes of it, or the name of what is thrown. */
function attempt(act) {
  try {
    return told(act());
  } catch (error) {
    return `throws ${error.name}`;
  }
}

/** The properties that the browser's own elements have and `HTMLElement` has not. */
function nativeProperties(native) {
  const names = new Set();
  let prototype = Object.getPrototypeOf(native);
  for (; prototype !== HTMLElement.prototype; prototype = Object.getPrototypeOf(prototype)) {
    Object.getOwnPropertyNames(prototype).forEach((name) => names.add(name));
  }
  names.delete('constructor');
  return [...names];
}

function differences(tag, act) {
  const native = document.createElement(tag);
  const ours = document.createElement(`offstage-${tag}`);
  const found = [];
  const compare = (what, read) => {
    const [expected, actual] = [attempt(() => read(native)), attempt(() => read(ours))];
    if (!Object.is(expected, actual)) {
      found.push(`${what}: ${String(expected)} natively, but ${String(actual)}`);
    }
  };
  act({ native, both: [native, ours], compare, names: nativeProperties(native) });
  return found;
}

export const stage = {
  get media() {
    return media;
  },
  /** The element's events so far: type, currentTime, and seconds buffered in all. */
  story: [],

  /** How many events of a type there have been. */
  count: (type) => stage.story.filter((event) => event.type === type).length,

  /** Puts an element in the page, from HTML, in the place of the one before. */
  show(html) {
    document.body.innerHTML = html;
    stage.use(document.body.firstElementChild);
  },

  use(element) {
    media = element;
    stage.story = [];
    const { story } = stage;
    for (const type of EVENTS) {
      element.addEventListener(type, () => {
        const ahead = rangesOf(element.buffered).reduce((sum, [start, end]) => sum + end - start, 0);
        story.push({ type, time: element.currentTime, ahead });
      });
    }
  },

  snapshot() {
    const { currentTime, paused, readyState, networkState, currentSrc, error } = media ?? {};
    return { currentTime, paused, readyState, networkState, currentSrc, error: error?.message };
  },

  frame: () => readStrip(media.nativeEl),
  buffered: () => rangesOf(media.buffered),

  /** How a promise of the element's ended: `ok`, or the name of the error. */
  outcome: (promise) =>
    promise.then(
      () => 'ok',
      (error) => error.name,
    ),

  /** How a new element differs from a native one as they come. */
  differencesOfDefaults: (tag) =>
    differences(tag, ({ names, compare }) => {
      for (const name of names) {
        compare(`typeof ${name}`, (element) => typeof element[name]);
        compare(name, (element) => element[name]);
      }
    }),

  /** How they differ when properties are set. */
  differencesWhenSet: (tag) =>
    differences(tag, ({ native, both, names, compare }) => {
      // Outside of the document nothing of ours is loaded, so there is no state of a load.
      const settable = names.filter((name) => !OWN.has(name) && name !== 'networkState');
      for (const name of settable) {
        for (const value of SAMPLES[typeof native[name]] ?? []) {
          const outcomes = both.map((element) => attempt(() => (element[name] = value)));
          const what = `after ${name} = ${JSON.stringify(value)}`;
          compare(`${what}, it`, (element) => outcomes[both.indexOf(element)]);
          compare(`${what}, ${name}`, (element) => element[name]);
          compare(`${what}, the attribute`, (element) => element.getAttribute(name));
        }
      }
    }),

  /** How they differ when an attribute is set, changed and removed. */
  differencesOfAttributes: (tag) =>
    differences(tag, ({ both, names, compare }) => {
      for (const name of ['autoplay', 'controls', 'controlslist', 'crossorigin', 'height', 'loop',
        'muted', 'playsinline', 'poster', 'preload', 'disablepictureinpicture',
        'disableremoteplayback', 'width']) {
        for (const value of ['', 'none', '12', null]) {
          for (const element of both) {
            if (value === null) {
              element.removeAttribute(name);
            } else {
              element.setAttribute(name, value);
            }
          }
          for (const property of names.filter((property) => !OWN.has(property))) {
            compare(`${property} with ${name}=${value}`, (element) => element[property]);
          }
        }
      }
    }),

  /** How an event handler property of the element's own works. */
  handlers(tag) {
    const found = [];
    const element = document.createElement(`offstage-${tag}`);
    for (const name of nativeProperties(document.createElement(tag))) {
      if (name.startsWith('on')) {
        const calls = [];
        element[name] = (event) => calls.push(event.target);
        element.dispatchEvent(new Event(name.slice(2)));
        element[name] = null;
        element.dispatchEvent(new Event(name.slice(2)));
        if (calls.length !== 1 || calls[0] !== element || element[name] !== null) {
          found.push(name);
        }
      }
    }
    return found;
  },
};

window.stage = stage;
