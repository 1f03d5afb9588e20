// A page without anything inline. Plays ?url= with the package at ?package= and shows what came of
// it: "wasm worker", say, or "error 6001". `violations` are those of the page's policy.
const query = new URLSearchParams(location.search);
const output = document.querySelector('output');

window.violations = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  window.violations.push(`${effectiveDirective} ${blockedURI}`);
});

async function play() {
  const { Player } = await import(query.get('package'));
  const video = document.querySelector('video');
  video.muted = true;
  const player = new Player(video);
  await player.load(query.get('url'));
  await video.play();
  return `${player.engine} ${player.mse}`;
}

play().then(
  (text) => (output.textContent = text),
  (error) => {
    output.textContent = `error ${error.code ?? error}`;
    console.info(error.message);
  },
);
