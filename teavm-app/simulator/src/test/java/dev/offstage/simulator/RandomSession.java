package dev.offstage.simulator;

import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.protocol.Command;
import dev.offstage.simulator.element.Jam;
import dev.offstage.simulator.element.VirtualElement;
import dev.offstage.simulator.element.VirtualMediaSource;
import dev.offstage.simulator.net.Fault;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A session whose movie, line, faults and viewer are all drawn from one seed. */
final class RandomSession {
  private static final double LIMIT_MS = 900_000;
  static final double LONGEST_SEGMENT_S = 10;

  private final Random random;
  private final SimulatedSession session;
  private final double durationS;
  private final Invariants invariants;

  /** Whether the viewer changes tracks and qualities. */
  private final boolean switches;

  RandomSession(long seed, boolean verbose) {
    random = new Random(seed);
    Movie movie = movie(seed);
    durationS = movie.durationS();
    BufferConfig goals =
        new BufferConfig(
            between(3, 40),
            between(0, 40),
            random.nextInt(4) == 0 ? between(1_000_000, 9_000_000) : 120e6);
    SimulatedSession.Builder builder =
        SimulatedSession.of(movie)
            .seed(seed)
            .trace(trace())
            .goals(goals.aheadS(), goals.behindS())
            .bytes(goals.bytes())
            .retries(random.nextInt(4), between(2_000, 10_000));
    if (random.nextInt(4) == 0) {
      builder.quota(between(1_500_000, 8_000_000));
    }
    if (random.nextInt(4) == 0) {
      builder.withoutEviction();
    }
    if (random.nextInt(3) == 0) {
      builder.slowStart();
    }
    if (random.nextInt(3) == 0) {
      builder.bridged();
    }
    if (random.nextInt(6) == 0) {
      builder.withoutChangeType();
    }
    if (random.nextBoolean()) {
      builder.errorAfter(between(0, 30));
    }
    if (verbose) {
      builder.verbose();
    }
    switches = random.nextBoolean();
    session = builder.build();
    addFaults();
    invariants = new Invariants(session, movie, goals, switches);
  }

  SimulatedSession session() {
    return session;
  }

  /** Plays it, with all that the viewer does, and unloads it. */
  End play() {
    double startS = random.nextInt(3) == 0 ? between(0, durationS * 1.1) : 0;
    session.load(startS);
    invariants.allow(0);
    invariants.allow(Math.min(startS, durationS));
    int actions = random.nextInt(12);
    for (int i = 0; i < actions && !isOver(); i++) {
      runFor(random.nextInt(3) == 0 ? between(0, 200) : between(0, 20_000));
      act();
    }
    session.page().run(() -> session.element().play());
    session.page().run(() -> session.element().setRate(1));
    while (!isOver() && session.elapsedMs() < LIMIT_MS) {
      runFor(1_000);
    }
    End end = invariants.checkEnd();
    session.unload();
    invariants.checkUnloaded();
    return end;
  }

  private boolean isOver() {
    return session.element().isEnded() || !session.page().errors().isEmpty();
  }

  /** Lets time pass, and looks again and again whether all is as it must be. */
  private void runFor(double durationMs) {
    double endMs = session.elapsedMs() + durationMs;
    while (session.elapsedMs() < endMs) {
      invariants.runStep(Math.min(100, endMs - session.elapsedMs()));
    }
  }

  private void act() {
    switch (random.nextInt(switches ? 11 : 9)) {
      case 0, 1, 2 -> seek(between(0, durationS));
      case 3 -> {
        for (int i = random.nextInt(20); i >= 0; i--) {
          seek(between(0, durationS));
          runFor(between(0, 150));
        }
      }
      case 4 -> session.page().freeze(between(100, 20_000));
      case 5 -> session.page().freeze(random.nextBoolean() ? between(100, 2_000) : 60_000);
      case 6 -> session.page().run(() -> session.element().pause());
      case 7 -> session.page().run(() -> session.element().play());
      case 8 -> {
        invariants.allowTrouble();
        if (random.nextInt(3) == 0) {
          breakDown();
        } else {
          Jam jam = Jam.values()[random.nextInt(random.nextInt(4) == 0 ? 4 : 3)];
          session.page().run(() -> session.element().jam(jam));
        }
      }
      case 9 -> {
        String id = random.nextBoolean() ? "v240" : "v480";
        session.page().post(new Command.SetQuality(1, random.nextBoolean() ? id : null));
      }
      default -> {
        double rate = random.nextBoolean() ? 1 : between(0.5, 2);
        session.page().run(() -> session.element().setRate(rate));
        String language = random.nextBoolean() ? "audio-en" : "audio-fr";
        session.page().post(new Command.SelectTrack(1, MediaType.AUDIO, language, false));
      }
    }
  }

  /** The element cannot decode what it has: in the midst of an append, if there is one soon. */
  private void breakDown() {
    boolean midst = random.nextBoolean();
    for (int i = 0; i < 3_000 && midst && !isOver() && !isAppending(); i++) {
      invariants.runStep(1);
    }
    VirtualElement element = session.element();
    if (element.source() != null && element.readyState() > 0 && element.errorCode() == 0) {
      invariants.allowBreakdown();
      element.breakDown(VirtualElement.MEDIA_ERR_DECODE, "bad frame");
    }
  }

  private boolean isAppending() {
    VirtualMediaSource source = session.element().source();
    return source != null && source.isUpdating();
  }

  private void seek(double timeS) {
    invariants.allow(timeS);
    session
        .page()
        .run(
            () -> {
              session.element().seek(timeS);
              invariants.allow(session.element().currentTime()); // not behind the end as known then
            });
    session.runFor(0);
  }

  private Movie movie(long seed) {
    double lengthS = between(10, 90);
    double videoSegmentS = (1 + random.nextInt(8)) * 1.0;
    double audioSegmentS = random.nextInt(3) == 0 ? between(1, 10) : videoSegmentS;
    Movie movie =
        Movie.ofSeconds(lengthS)
            .with(Scheme.values()[random.nextInt(Scheme.values().length)])
            .withVariability(random.nextDouble() * 0.6, seed);
    if (random.nextInt(3) == 0) {
      movie = movie.withPeriods(between(5, 40), between(1, 20), between(5, 40));
    }
    if (random.nextInt(4) == 0) {
      movie = movie.withMirrors(1 + random.nextInt(2));
    }
    if (random.nextInt(3) == 0) {
      movie = movie.withMediaStart(between(0, 100_000));
    }
    int kind = random.nextInt(8);
    if (kind != 0) {
      double gopS = random.nextBoolean() ? videoSegmentS : 1;
      movie =
          movie.scheme().isStream() // every byte of which is there
              ? movie.withVideo(videoSegmentS, gopS, 60_000, 120_000, 240_000)
              : movie.withVideo(videoSegmentS, gopS, 300_000, 900_000, 2_500_000);
    }
    if (kind != 1) {
      movie = movie.withAudio("en", audioSegmentS, 96_000).withAudio("fr", audioSegmentS, 96_000);
    }
    if (kind > 1 && movie.periodsS().size() > 1 && random.nextInt(3) == 0) {
      int period = random.nextInt(3);
      movie =
          random.nextBoolean()
              ? movie.without(period, "video")
              : movie.without(period, "audio-en").without(period, "audio-fr");
    }
    // Not in the last segment: where a track has nothing to show there is nothing to wait for.
    double holesToS = movie.durationS() - LONGEST_SEGMENT_S - 5;
    // Nor where only the media says when a segment starts: that would be the end of the hole.
    boolean hasHole = holesToS > 0 && random.nextInt(4) == 0;
    if (hasHole && !movie.scheme().isHls()) {
      double from = between(0, holesToS);
      MediaType type = random.nextBoolean() ? MediaType.VIDEO : MediaType.AUDIO;
      movie = movie.withHole(type, from, from + between(0.1, 5));
    }
    return movie;
  }

  private NetworkTrace trace() {
    List<NetworkTrace.Step> steps = new ArrayList<>();
    double scale = random.nextInt(4) == 0 ? 1_000_000 : 8_000_000;
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      boolean dead = random.nextInt(12) == 0;
      steps.add(
          new NetworkTrace.Step(
              between(500, 20_000),
              dead ? 0 : between(scale / 8, scale),
              between(5, random.nextInt(5) == 0 ? 1_500 : 150)));
    }
    steps.add(new NetworkTrace.Step(20_000, scale, 40));
    return new NetworkTrace(steps);
  }

  private void addFaults() {
    if (random.nextInt(3) == 0) {
      return;
    }
    List<Fault> faults =
        List.of(
            new Fault.Status(503),
            new Fault.Status(404),
            new Fault.Refused(),
            new Fault.Hang(-1),
            new Fault.Hang(0.4),
            new Fault.Cut(0.6),
            new Fault.Cut(0),
            new Fault.CutShort(0.5),
            new Fault.Text("<html></html>"),
            new Fault.Garbage());
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      // Faults that a player may survive are the most frequent ones, as they are in life.
      Dice.addFault(session, random, faults, 8);
    }
  }

  private double between(double low, double high) {
    return Dice.between(random, low, high);
  }
}
