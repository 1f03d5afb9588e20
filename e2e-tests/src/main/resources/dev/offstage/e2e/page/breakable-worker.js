// The player's own worker, but that it hangs when it is told to.
import '/dist/offstage-worker.js';

addEventListener('message', ({ data }) => {
  if (data.hang) {
    for (;;);
  }
});
