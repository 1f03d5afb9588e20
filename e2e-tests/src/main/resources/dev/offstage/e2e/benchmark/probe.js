// Put before a worker's script, and imported by the page: notes what passes between the scripts and
// the browser, and when. Marks go to the page over a channel. Costs a little time of its own.
(() => {
  const channel = new BroadcastChannel("bench-marks");
  const place = typeof document === "undefined" ? "worker" : "page";
  const mark = (text) => {
    channel.postMessage({
      text: `${place}: ${text}`,
      at: performance.timeOrigin + performance.now(),
    });
  };
  const nameOf = (url) => new URL(url, location.href).pathname.split("/").slice(-2).join("/");

  mark("script runs");

  const { fetch } = globalThis;
  globalThis.fetch = function (input, init) {
    const name = nameOf(input.url ?? input);
    mark(`fetch ${name}`);
    const answer = fetch.call(this, input, init);
    answer.then(
      () => mark(`headers of ${name}`),
      () => {},
    );
    return answer;
  };

  /** Marks every call of a method before it goes on. */
  const watch = (prototype, method, textOf) => {
    const original = prototype?.[method];
    if (original) {
      prototype[method] = function (...args) {
        mark(textOf.apply(this, args));
        return original.apply(this, args);
      };
    }
  };
  const seen = new WeakSet();
  watch(globalThis.SourceBuffer?.prototype, "appendBuffer", function (data) {
    if (!seen.has(this)) {
      seen.add(this);
      this.addEventListener("updateend", () => mark("updateend"));
    }
    return `append ${data.byteLength} B`;
  });
  watch(globalThis.MediaSource?.prototype, "addSourceBuffer", (type) => `addSourceBuffer ${type}`);
  watch(globalThis.XMLHttpRequest?.prototype, "open", (method, url) => `xhr ${nameOf(url)}`);

  const typeOf = (message) => message?.type ?? typeof message;
  if (place === "worker") {
    watch(globalThis, "postMessage", (message) => `sends ${typeOf(message)}`);
    addEventListener("message", ({ data, isTrusted }) => {
      if (isTrusted) {
        mark(`receives ${typeOf(data)}`);
      }
    });
    const { MediaSource } = globalThis;
    if (MediaSource) {
      globalThis.MediaSource = class extends MediaSource {
        constructor() {
          super();
          mark("new MediaSource");
          this.addEventListener("sourceopen", () => mark("sourceopen"));
        }
      };
    }
  } else {
    const { prototype } = HTMLMediaElement;
    const { set, get } = Object.getOwnPropertyDescriptor(prototype, "srcObject");
    Object.defineProperty(prototype, "srcObject", {
      configurable: true,
      get,
      set(value) {
        mark("srcObject is set");
        set.call(this, value);
        mark("srcObject has been set");
      },
    });
  }
})();
