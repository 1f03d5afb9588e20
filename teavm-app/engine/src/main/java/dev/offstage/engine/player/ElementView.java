package dev.offstage.engine.player;

import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.util.Clock;
import java.util.List;

/**
 * The element as the worker sees it: observations, the playhead between them, and gaps it is at.
 */
final class ElementView {
  /** Observations older than a jump are void; the page gets this long to carry a jump out. */
  private static final double JUMP_PATIENCE_MS = 1_000;

  /** Browsers want up to this much media before they start. */
  private static final double START_NEEDS_S = 0.25;

  /** An observation this close to the target of a jump shows that the jump has been made. */
  static final double NEAR_S = 0.3;

  /** Pages that are not frozen tell of the element at least this often while it should play. */
  private static final double FROZEN_AFTER_MS = 2_000;

  private static final int HAVE_CURRENT_DATA = 2;

  /** {@code HAVE_FUTURE_DATA}: HTML, section 4.8.11.7. */
  private static final int HAVE_FUTURE_DATA = 3;

  private final Clock clock;
  private final Playhead playhead;
  private int readyState;
  private boolean seeking;
  private boolean ended;
  private boolean rolling;
  private boolean paused;
  private boolean userSeek;
  private double jumpTargetS = Double.NaN;
  private double jumpedAtMs;
  private double gapSinceMs = Double.NaN;
  private double seenS;
  private double seenAtMs = Double.NEGATIVE_INFINITY;

  ElementView(Clock clock) {
    this.clock = clock;
    this.playhead = new Playhead(0, clock.nowMs());
  }

  /** The position where loading starts, unless the page has sought somewhere else already. */
  void start(double startS) {
    if (!userSeek && startS > 0) {
      jump(startS);
    }
  }

  /** The element gets another MediaSource, and is to go on at {@code timeS}. */
  void restart(double timeS) {
    readyState = 0;
    seeking = false;
    ended = false;
    gapSinceMs = Double.NaN;
    jump(timeS);
  }

  /** The element is moved there. */
  void move(double timeS) {
    jump(timeS);
  }

  /** Takes in what the page saw. */
  void observe(Command.Observe seen, TimeRanges there) {
    seenS = seen.positionS();
    seenAtMs = seen.atMs();
    boolean hadTimeline = readyState > 0;
    readyState = seen.readyState();
    seeking = seen.seeking();
    ended = seen.ended();
    paused = seen.paused();
    if (seen.readyState() == 0 && !seen.seeking()) {
      return; // the element has no timeline yet
    }
    if (!Double.isNaN(jumpTargetS)) {
      if (!hadTimeline) {
        jumpedAtMs = Math.max(jumpedAtMs, seen.atMs()); // only now can the page carry it out
      }
      boolean arrived = Math.abs(seen.positionS() - jumpTargetS) < NEAR_S;
      boolean overtaken = seen.seeking() || seen.atMs() > jumpedAtMs + JUMP_PATIENCE_MS;
      if (!arrived && !overtaken) {
        return;
      }
      jumpTargetS = Double.NaN;
    }
    userSeek |= seen.seeking();
    // An element that has stalled goes on by itself when there is data. A page that freezes in the
    // meantime will not tell.
    boolean wants = !seen.paused() && !seen.seeking() && !seen.ended();
    rolling = seen.moving() || rolling && wants;
    playhead.observe(seen.positionS(), seen.rate(), rolling, seen.atMs(), clock.nowMs(), there);
  }

  /** Carries the playhead on to now. */
  void advance(TimeRanges there) {
    playhead.advance(clock.nowMs(), there);
  }

  /**
   * Where the element has to be moved because it is in front of a gap; {@link Double#NaN} for
   * nowhere. The view takes the jump for made.
   *
   * @param tracks what there is of each
   */
  double gapJump(List<GapPolicy.Track> tracks) {
    // A seek ends only where there is data; what was there when it began may be gone.
    boolean stuck = readyState < HAVE_FUTURE_DATA || seeking || playhead.isMoving();
    double target =
        ended || !stuck ? Double.NaN : GapPolicy.target(playhead.positionS(), neededToS(), tracks);
    double now = clock.nowMs();
    if (Double.isNaN(target)) {
      gapSinceMs = Double.NaN;
      return Double.NaN;
    }
    if (Double.isNaN(gapSinceMs)) {
      gapSinceMs = now;
    }
    if (now - gapSinceMs < GapPolicy.patienceMs(target - playhead.positionS())) {
      return Double.NaN;
    }
    gapSinceMs = Double.NaN;
    jump(target);
    return target;
  }

  /**
   * What lies before is not needed any more: where the element is, or was when the page saw it
   * last, for its time may stand.
   */
  double leastPositionS() {
    boolean frozen = clock.nowMs() - seenAtMs > FROZEN_AFTER_MS;
    return frozen ? playhead.positionS() : Math.min(seenS, playhead.positionS());
  }

  /**
   * Where the element has to go because there is nothing to play where it is, nor will be; {@link
   * Double#NaN} for nowhere. A viewer who has paused may look at the picture as long as he likes.
   *
   * @param there what all tracks have buffered
   * @param tracks what there is of each
   */
  double liveJump(LivePolicy.Window window, TimeRanges there, List<GapPolicy.Track> tracks) {
    double positionS = playhead.positionS();
    for (GapPolicy.Track track : tracks) {
      if (track.awaitedFromS() <= neededToS()) {
        return Double.NaN;
      }
    }
    boolean wants = seeking || !paused || readyState < HAVE_CURRENT_DATA;
    return wants && !ended && there.indexAt(positionS) < 0
        ? LivePolicy.rescueS(positionS, seeking, window)
        : Double.NaN;
  }

  /** Up to where there must be media for the element to go on; to start it wants some ahead. */
  double neededToS() {
    return playhead.positionS() + (playhead.isMoving() ? 0 : START_NEEDS_S);
  }

  /**
   * Whether the element would move on and has nothing to move on to.
   *
   * @param durationS of the presentation, where it is no want but the end
   */
  boolean isStarving(TimeRanges there, double durationS) {
    double positionS = playhead.positionS();
    if (!playhead.isMoving() || positionS > durationS - START_NEEDS_S) {
      return false;
    }
    int range = there.indexAt(positionS);
    return range < 0 || there.endS(range) - positionS < 0.01;
  }

  /** When the page looked at it last, milliseconds. */
  double seenAtMs() {
    return seenAtMs;
  }

  double positionS() {
    return playhead.positionS();
  }

  boolean isMoving() {
    return playhead.isMoving();
  }

  /** Whether the element may change without anything else happening, so that it must be polled. */
  boolean isWatched() {
    return playhead.isMoving() || !Double.isNaN(gapSinceMs);
  }

  private void jump(double targetS) {
    jumpTargetS = targetS;
    jumpedAtMs = clock.nowMs();
    playhead.jump(targetS, jumpedAtMs);
  }
}
