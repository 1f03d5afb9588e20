/** Runs the programs one after the other, in one document. */

const PATIENCE_MS = 10_000;

/** What programs may ask of the stage. */
globalThis.stage = {
  fail: (error) => stage.failures.push(String(error)),
  failures: [],
  /** What has been logged, line by line. */
  lines: [],
  logged: (text) => stage.lines.some((line) => line.includes(text)),
  /** Whether the page or a worker has asked the server for an address with this text. */
  async fetched(text) {
    return (await (await fetch('requests.txt')).text()).includes(text);
  },
  /** Whether a media element plays; each is asked to, muted. */
  plays() {
    return [...document.querySelectorAll('video, audio, offstage-video, offstage-audio')].some(
      (media) => {
        media.muted = true;
        if (media.paused && media.readyState > 0) {
          media.play().catch(() => {});
        }
        return media.currentTime > 0;
      },
    );
  },
};

for (const level of ['log', 'info', 'warn']) {
  console[level] = (...values) => stage.lines.push(values.join(' '));
}
const timers = [];
const { setInterval: setTimer } = globalThis;
globalThis.setInterval = (...given) => timers[timers.push(setTimer(...given)) - 1];
addEventListener('error', ({ message }) => stage.fail(message));
addEventListener('unhandledrejection', ({ reason }) => stage.fail(reason));

/**
 * Runs them all.
 *
 * @returns {Promise<{name: string, ms: number, failures: string[]}[]>}
 */
export async function runAll() {
  const programs = await (await fetch('programs.json')).json();
  const results = [];
  for (const { name, html, module } of programs) {
    const began = performance.now();
    stage.failures = [];
    stage.lines = [];
    document.body.innerHTML = html;
    try {
      const { works, end } = await inTime(import(`./${module}`), 'the end of the program');
      await becomesTrue(works);
      await inTime(end(), 'its player to let go');
    } catch (error) {
      stage.fail(error);
    }
    timers.splice(0).forEach((timer) => clearInterval(timer));
    results.push({ name, ms: performance.now() - began, failures: stage.failures });
  }
  document.body.textContent = '';
  return results;
}

async function becomesTrue(condition) {
  const end = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > end) {
      throw new Error(`not within ${PATIENCE_MS} ms: ${condition}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

function inTime(promise, what) {
  return Promise.race([
    promise,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`not within ${PATIENCE_MS} ms: ${what}`)), PATIENCE_MS);
    }),
  ]);
}
