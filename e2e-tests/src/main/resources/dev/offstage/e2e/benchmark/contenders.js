// How each player is asked, by its documented options, for the same thing: play this stream in this
// element and keep so many seconds ahead. All that can be done before a stream is known is done in
// `create` and `prepared`.

/**
 * @typedef {object} Contender
 * @property {Promise<unknown>} prepared resolves when nothing more can be done without a stream
 * @property {(url: string) => unknown} load
 * @property {() => Promise<void>} [unload] of those whose `growth` is measured
 * @property {() => string} describe what runs, as the player itself says
 */

/** @type {Record<string, {module: string, create(module: any, video, ahead: number): Contender}>} */
export const CONTENDERS = {
  offstage: {
    module: "/dist/offstage.js",
    create({ Player }, video, ahead) {
      const player = new Player(video, { buffer: { ahead } });
      return {
        prepared: until(() => player.engine !== null),
        load: (url) => player.load(url),
        unload: () => player.unload(),
        recovered: () =>
          new Promise((resolve) => {
            player.addEventListener("recovered", ({ detail }) => resolve(detail), { once: true });
          }),
        describe: () => `${player.engine}, MSE in the ${player.mse}`,
      };
    },
  },

  plain: {
    module: "/page/probes.js",
    create(_, video) {
      return {
        prepared: Promise.resolve(),
        load: (url) => {
          video.src = url;
        },
        describe: () => "the browser's own",
      };
    },
  },

  rxplayer: {
    module: "/peers/rxplayer.js",
    create({ default: RxPlayer }, video, ahead) {
      const player = new RxPlayer({ videoElement: video, wantedBufferAhead: ahead });
      return {
        prepared: Promise.resolve(),
        load: (url) => player.loadVideo({ url, transport: "dash", autoPlay: true }),
        describe: () => RxPlayer.version,
      };
    },
  },

  "rxplayer-worker": {
    module: "/peers/rxplayer-worker.js",
    create({ default: RxPlayer }, video, ahead) {
      const player = new RxPlayer({ videoElement: video, wantedBufferAhead: ahead });
      const attached = player.attachWorker({ workerUrl: "/peers/rxplayer-engine.js" });
      return {
        prepared: attached,
        load: (url) =>
          player.loadVideo({ url, transport: "dash", autoPlay: true, mode: "multithread" }),
        describe: () =>
          `${RxPlayer.version}, ${player.getCurrentModeInformation()?.useWorker ? "worker" : "page"}`,
      };
    },
  },

  shaka: {
    module: "/peers/shaka.js",
    create({ default: shaka }, video, ahead) {
      shaka.polyfill.installAll();
      const player = new shaka.Player();
      player.configure({ streaming: { bufferingGoal: ahead } });
      const attached = player.attach(video);
      return {
        prepared: attached,
        load: (url) => attached.then(() => player.load(url)),
        describe: () => shaka.Player.version,
      };
    },
  },

  dashjs: {
    module: "/peers/dashjs.js",
    create(dashjs, video, ahead) {
      const player = dashjs.MediaPlayer().create();
      player.updateSettings({
        streaming: {
          buffer: {
            bufferTimeDefault: ahead,
            bufferTimeAtTopQuality: ahead,
            bufferTimeAtTopQualityLongForm: ahead,
          },
        },
      });
      player.initialize(video, undefined, true);
      return {
        prepared: Promise.resolve(),
        load: (url) => player.attachSource(url),
        describe: () => player.getVersion(),
      };
    },
  },
};

/** Resolves when the condition holds, asked every few milliseconds. */
export async function until(condition) {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
