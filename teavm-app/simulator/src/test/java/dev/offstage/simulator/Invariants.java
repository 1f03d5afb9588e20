package dev.offstage.simulator;

import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.simulator.element.VirtualMediaSource;
import dev.offstage.simulator.element.VirtualSourceBuffer;
import dev.offstage.simulator.net.Fault;
import dev.offstage.simulator.net.RequestRecord;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What must be so in every session, whatever its movie, line, faults and viewer. Each invariant has
 * a name, which opens the message of its failure. (Silence, more than one fatal error and crowds of
 * requests are seen by the {@link Watchdog} at every event.)
 */
final class Invariants {
  /** Time that the engine gets to tidy up after a seek, in which pages may be frozen. */
  private static final double SETTLING_MS = 5_000;

  /** Time that it gets after a freeze of the page. */
  private static final double THAWING_MS = 1_000;

  private final SimulatedSession session;
  private final Movie movie;
  private final BufferConfig goals;
  private final boolean switches;
  private final List<Double> targets = new ArrayList<>();
  private double positionBeforeS;
  private int jumpsSeen;
  private double unsettledUntilMs;
  private boolean troubled;
  private int breakdowns;

  /**
   * @param switches whether tracks or qualities are changed by the viewer: what lies ahead is then
   *     loaded anew
   */
  Invariants(SimulatedSession session, Movie movie, BufferConfig goals, boolean switches) {
    this.session = session;
    this.movie = movie;
    this.goals = goals;
    this.switches = switches;
  }

  /** The element has been asked to go there. */
  void allow(double timeS) {
    targets.add(timeS);
    unsettledUntilMs = session.elapsedMs() + SETTLING_MS;
  }

  /** The element has been made to fail: whatever helps it may step over some frames. */
  void allowTrouble() {
    troubled = true;
  }

  /** The element has been made to fail for good. */
  void allowBreakdown() {
    breakdowns++;
  }

  /** Lets time pass and checks what must be so at every moment. */
  void runStep(double durationMs) {
    double rate = session.element().rate();
    session.runFor(durationMs);
    checkPosition(durationMs / 1_000 * Math.max(rate, session.element().rate()));
    checkJumps();
    VirtualMediaSource source = session.element().source();
    if (source != null) {
      for (VirtualSourceBuffer buffer : source.buffers()) {
        checkAppends(buffer);
        checkSeconds(buffer);
      }
    }
  }

  /** Checks how the session has ended. */
  End checkEnd() {
    if (session.element().isEnded()) {
      double endS = session.element().currentTime();
      // A last segment that is not found is taken for one that was never made.
      double leftOutS = notFound() ? RandomSession.LONGEST_SEGMENT_S : 0;
      require(
          "ended where the movie ends",
          endS > movie.durationS() - leftOutS - 0.2 && endS < movie.durationS() + 0.2,
          () -> "ended at " + endS);
      return End.ENDED;
    }
    if (!session.page().errors().isEmpty()) {
      require(
          "a fatal error is typed",
          session.page().errors().get(0).code().number() < 6_000,
          () -> session.page().errors().toString());
      checkBlame(session.page().errors().get(0));
      return End.FAILED;
    }
    if (!isWaitingForData()) {
      session.runFor(SETTLING_MS); // what has come may just be on its way into the buffer
    }
    require(
        "ends in `ended`, an error, or waiting for data",
        isWaitingForData() || session.element().isEnded() || !session.page().errors().isEmpty(),
        () -> "nothing is on its way");
    return End.WAITING;
  }

  /** An element that fails is given other media, twice; media is only to blame where it is bad. */
  private void checkBlame(PlayerError error) {
    boolean bad =
        session.network().faults().served().stream().anyMatch(Fault.Garbage.class::isInstance);
    require(
        "who is to blame for an error is blamed",
        switch (error.code()) {
          case APPEND_REJECTED -> bad;
          case ELEMENT_ERROR -> breakdowns > 2 || notFound(); // where nothing is left to begin with
          case ELEMENT_STUCK -> troubled;
          default -> true;
        },
        () -> error + " after " + breakdowns + " breakdowns");
  }

  private boolean isWaitingForData() {
    return session.network().inFlight() > 0 || session.element().isMoving();
  }

  /** Checks that nothing is left behind by a session that has been unloaded. */
  void checkUnloaded() {
    int requests = session.network().requests().size();
    require(
        "no request under way after the unload",
        session.network().inFlight() == 0,
        () -> session.network().inFlight() + " are");
    session.runFor(20_000);
    List<RequestRecord> all = session.network().requests();
    require(
        "no request after the unload",
        all.size() == requests,
        () -> all.subList(requests, all.size()).toString());
    require(
        "no timer after the unload",
        session.pendingTimers() == 0,
        () -> session.pendingTimers() + " are left");
  }

  private void checkPosition(double playableS) {
    double position = session.element().currentTime();
    boolean plays =
        position >= positionBeforeS - 0.01 && position <= positionBeforeS + playableS + 0.01;
    require(
        "the element is only where it was asked to be",
        plays || isTarget(position),
        () -> "from " + positionBeforeS + " to " + position + " by itself");
    positionBeforeS = position;
  }

  /** A seek of the viewer's, or of the engine's over a gap; or an error before the start. */
  private boolean isTarget(double position) {
    List<Double> asked = new ArrayList<>(targets);
    asked.addAll(session.page().jumps());
    asked.addAll(session.page().starts());
    asked.add(0.0); // where another MediaSource begins
    asked.add(session.element().durationS()); // where a start behind the end leads to
    return !session.page().errors().isEmpty()
        || asked.stream().anyMatch(to -> position >= to - 0.01 && position <= to + 0.25);
  }

  /** What the engine jumps over is what is not there: a hole of the movie's, or a frame or two. */
  private void checkJumps() {
    List<Double> jumps = session.page().jumps();
    for (; jumpsSeen < jumps.size(); jumpsSeen++) {
      double to = jumps.get(jumpsSeen);
      boolean overFrames = targets.stream().anyMatch(from -> Math.abs(to - from) < 0.1);
      boolean overEdge = to < 0.1 || isNearPeriodEdge(to);
      require(
          "nothing is left out",
          troubled || overFrames || overEdge || isBehindHole(to) || notFound(),
          () -> "jumped to " + to + ", holes " + movie.holes());
    }
  }

  /** What depends on frames that are missing is missing, too, up to the end of its segment. */
  private boolean isBehindHole(double timeS) {
    double reach = longestSegmentS() + 0.1;
    return movie.holes().stream()
        .anyMatch(hole -> timeS > hole.fromS() - 0.1 && timeS < hole.toS() + reach);
  }

  private double longestSegmentS() {
    return movie.tracks().stream().mapToDouble(Track::segmentS).max().orElse(0);
  }

  private boolean isNearPeriodEdge(double timeS) {
    double edge = 0;
    for (double length : movie.periodsS()) {
      edge += length;
      if (Math.abs(timeS - edge) < 0.1) {
        return true;
      }
    }
    return false;
  }

  /**
   * But for segments with holes: whether it was the browser that dropped frames has to be tried.
   */
  private void checkAppends(VirtualSourceBuffer buffer) {
    require(
        "nothing is appended twice",
        switches || troubled || !movie.holes().isEmpty() || buffer.appendedInVain().isEmpty(),
        () -> buffer.appendedInVain().toString());
  }

  /** Seconds of media, gaps not counted. One segment ahead may be under way beyond the goal. */
  private void checkSeconds(VirtualSourceBuffer buffer) {
    if (session.page().isFrozen()) {
      // What has waited for a MediaSource on the page goes in now, before anything is removed.
      unsettledUntilMs = Math.max(unsettledUntilMs, session.elapsedMs() + THAWING_MS);
    }
    if (session.elapsedMs() < unsettledUntilMs) {
      return;
    }
    TimeRanges there = buffer.bufferedNow();
    double heldS = there.coveredS(0, Double.POSITIVE_INFINITY);
    checkBytes();
    double allowedS = goals.aheadS() + goals.behindS() + 4 * longestSegmentS() + 8.5;
    require(
        "the buffer keeps to its goals",
        heldS <= allowedS || isNearTheEnd(),
        () -> heldS + " s are held, " + goals + ", buffered " + there);
  }

  /**
   * A segment of each track may be under way when the goal is reached, and some seconds must be
   * there.
   */
  private void checkBytes() {
    VirtualMediaSource source = session.element().source();
    if (source == null) {
      return;
    }
    double heldBytes = source.buffers().stream().mapToDouble(VirtualSourceBuffer::bytes).sum();
    double secondBytes = 0;
    for (Track track : movie.tracks()) {
      int top = track.renditions().size() - 1;
      secondBytes = Math.max(secondBytes, track.renditions().get(top).bandwidthBps() / 8.0);
    }
    double allowedBytes = goals.bytes() + secondBytes * 1.6 * (4 * longestSegmentS() + 4);
    require(
        "the bytes held keep to their goal",
        heldBytes <= allowedBytes || isNearTheEnd(),
        () -> heldBytes + " bytes are held, " + goals);
  }

  /** Where one track is over, all the rest of the others is loaded, whatever the goals say. */
  private boolean isNearTheEnd() {
    return session.element().currentTime() > movie.durationS() - RandomSession.LONGEST_SEGMENT_S;
  }

  private boolean notFound() {
    for (RequestRecord request : session.network().requests()) {
      if (request.status() == 404) {
        return true;
      }
    }
    return false;
  }

  /** Invariants are checked some thousand times in a session: what else is only told on failure. */
  static void require(String invariant, boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new AssertionError("invariant \"" + invariant + "\": " + otherwise.get());
    }
  }
}
