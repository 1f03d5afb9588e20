// Plays the stream named by ?url= with the engine named by ?engine= and shows what came of it:
// "wasm worker", say, or "error 1003: ...".
import { Player } from 'offstage';

const query = new URLSearchParams(location.search);
const output = document.querySelector('output');

try {
  const player = new Player(document.querySelector('video'), {
    engine: query.get('engine') ?? 'auto',
  });
  await player.load(query.get('url'));
  output.textContent = `${player.engine} ${player.mse}`;
} catch (error) {
  output.textContent = `error ${error.code}: ${error.message}`;
}
