package dev.offstage.simulator.traces;

import dev.offstage.simulator.SimulatedSession;
import dev.offstage.simulator.element.VirtualElement;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Rendition;
import dev.offstage.simulator.origin.Track;
import java.util.List;

/**
 * Plays a movie of one video track from its start to its end, and watches what is on the screen.
 */
final class Playback {
  /** What is shown is looked at so many times in each segment. */
  private static final int LOOKS = 10;

  /** A movie that has not ended in so many times its duration will not. */
  private static final double PATIENCE = 100;

  private final SimulatedSession session;
  private final Track track;
  private final double durationS;
  private int looks;
  private double bitrateSum;
  private double utilitySum;
  private double changeSum;
  private double lastKbps = Double.NaN;
  private boolean started;
  private double startedMs;
  private boolean standing;
  private double standingSinceMs;
  private double stoodMs;
  private int stalls;

  private Playback(SimulatedSession session, Movie movie) {
    this.session = session;
    this.track = movie.tracks().get(0);
    this.durationS = movie.durationS();
  }

  /**
   * Plays.
   *
   * @param session before anything is loaded
   */
  static Figures of(SimulatedSession session, Movie movie) {
    return new Playback(session, movie).play();
  }

  private Figures play() {
    session.load();
    session.runUntil(
        "ended",
        PATIENCE * 1_000 * durationS,
        () -> {
          look();
          return session.element().isEnded() || !session.page().errors().isEmpty();
        });
    if (!session.page().errors().isEmpty()) {
      throw new IllegalStateException("the session failed: " + session.page().errors());
    }
    double segments = session.elapsedMs() / 1_000 / track.segmentS();
    double stalledSegments = stoodMs / 1_000 / track.segmentS();
    return new Figures(
        bitrateSum / LOOKS / segments,
        utilitySum / LOOKS / segments,
        stoodMs / session.elapsedMs(),
        stalls,
        changeSum / segments,
        (utilitySum / LOOKS - Figures.STALL_COST * stalledSegments) / segments);
  }

  private void look() {
    VirtualElement element = session.element();
    double lookEveryS = track.segmentS() / LOOKS;
    while (looks < Math.round(durationS / lookEveryS)
        && element.currentTime() >= (looks + 0.5) * lookEveryS) {
      count((looks + 0.5) * lookEveryS);
      looks++;
    }
    double now = session.elapsedMs();
    if (!started) {
      // Until the first segment is in, waiting is starting.
      List<String> appended =
          element.source() == null || element.source().buffers().isEmpty()
              ? List.of()
              : session.videoBuffer().appended();
      started = element.isMoving() && appended.stream().anyMatch(name -> name.endsWith("/0"));
      startedMs = now;
      return;
    }
    boolean stands = !element.isMoving() && !element.isEnded();
    if (stands && !standing) {
      standingSinceMs = now;
      stalls++;
    } else if (!stands && standing) {
      stoodMs += now - standingSinceMs;
    }
    standing = stands;
  }

  private void count(double timeS) {
    String shown = session.videoBuffer().segmentAt(timeS);
    for (Rendition rendition : track.renditions()) {
      if (shown.contains("/" + rendition.id() + "/")) {
        double kbps = rendition.bandwidthBps() / 1_000.0;
        bitrateSum += kbps;
        utilitySum +=
            Math.log((double) rendition.bandwidthBps() / track.renditions().get(0).bandwidthBps());
        changeSum += Double.isNaN(lastKbps) ? 0 : Math.abs(kbps - lastKbps);
        lastKbps = kbps;
      }
    }
  }
}
