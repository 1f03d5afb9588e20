/**
 * Plays on when the viewer comes back to a page that the back-forward cache has kept: browsers pause
 * what played when the page was left, and leave it so. A player that was paused stays as it was.
 *
 * @param over when this is of interest no longer
 */
export function playOnReturn(element: HTMLMediaElement, over: AbortSignal): void {
  let played = false;
  addEventListener(
    'pagehide',
    () => {
      played = !element.paused;
    },
    { signal: over },
  );
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted && played) {
        element.play().catch(() => undefined); // where that is not allowed, the viewer has to
      }
    },
    { signal: over },
  );
}
