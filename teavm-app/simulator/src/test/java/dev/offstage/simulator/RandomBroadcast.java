package dev.offstage.simulator;

import static dev.offstage.simulator.Invariants.require;

import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.protocol.Command;
import dev.offstage.simulator.element.VirtualMediaSource;
import dev.offstage.simulator.net.Fault;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.net.RequestRecord;
import dev.offstage.simulator.origin.Broadcast;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Scheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A live session whose movie, broadcast, line, faults and viewer are all drawn from one seed, with
 * what must be so in each.
 */
final class RandomBroadcast {
  private static final double LIMIT_MS = 600_000;

  private final Random random;
  private final double segmentS;
  private final boolean isCalm;
  private final SimulatedSession session;
  private final List<Double> targets = new ArrayList<>();
  private boolean leaps;
  private double positionBeforeS;
  private double seekableFromS;

  RandomBroadcast(long seed, boolean verbose) {
    random = new Random(seed);
    segmentS = 1 + random.nextInt(6);
    double lengthS = between(60, 240);
    Movie movie =
        Movie.ofSeconds(lengthS)
            .with(random.nextInt(3) > 0 ? Scheme.HLS : Dice.stream(random))
            .withVariability(random.nextDouble() * 0.5, seed);
    double gopS = random.nextBoolean() ? segmentS : 1;
    movie =
        (movie.scheme().isStream() // every byte of which is there
                ? movie.withVideo(segmentS, gopS, 60_000, 120_000, 240_000)
                : movie.withVideo(segmentS, gopS, 300_000, 900_000, 2_500_000))
            .withAudio(random.nextBoolean() ? "en" : "fr", segmentS, 96_000);
    if (random.nextBoolean()) {
      movie = movie.withPeriods(between(20, 60), between(1, 20), between(20, 100));
    }
    if (random.nextInt(3) == 0) {
      movie = movie.withMediaStart(between(0, 100_000));
    }
    isCalm = random.nextInt(4) == 0;
    SimulatedSession.Builder builder =
        SimulatedSession.of(movie)
            .seed(seed)
            .broadcast(broadcast(movie))
            .goals(between(5, 40), between(0, 40))
            .retries(random.nextInt(4), between(2_000, 10_000));
    if (!isCalm) {
      builder.trace(trace());
    }
    if (random.nextInt(3) == 0) {
      builder.bridged();
    }
    if (verbose) {
      builder.verbose();
    }
    session = builder.build();
    if (!isCalm) {
      addFaults();
    }
  }

  /** Plays it, with all that the viewer does, and unloads it. */
  End play() {
    double startS = random.nextInt(3) == 0 ? between(-60, 60) : Double.NaN;
    session.load(startS);
    for (int i = random.nextInt(10); i > 0 && !isOver(); i--) {
      runFor(between(0, 20_000));
      if (!isCalm) {
        act();
      }
    }
    session.page().run(() -> session.element().play());
    while (!isOver() && session.elapsedMs() < LIMIT_MS) {
      runFor(1_000);
    }
    End end = end();
    checkCadence();
    session.unload();
    int requests = session.network().requests().size();
    session.runFor(20_000);
    require(
        "nothing goes on after the unload",
        session.network().requests().size() == requests && session.pendingTimers() == 0,
        () -> session.pendingTimers() + " timers");
    return end;
  }

  private End end() {
    List<PlayerError> errors = session.page().errors();
    if (!errors.isEmpty()) {
      require("a fatal error is typed", errors.get(0).code().number() < 6_000, errors::toString);
      require("a calm broadcast does not fail", !isCalm, errors::toString);
      return End.FAILED;
    }
    require(
        "a broadcast ends, or fails",
        session.element().isEnded(),
        () ->
            "at " + session.element().currentTime() + ", buffered " + session.element().buffered());
    require(
        "the duration is known in the end",
        session.element().durationS() < Double.POSITIVE_INFINITY,
        () -> "it is infinite");
    return End.ENDED;
  }

  private boolean isOver() {
    return session.element().isEnded() || !session.page().errors().isEmpty();
  }

  private void runFor(double durationMs) {
    double endMs = session.elapsedMs() + durationMs;
    while (session.elapsedMs() < endMs) {
      double stepMs = Math.min(100, endMs - session.elapsedMs());
      session.runFor(stepMs);
      checkPosition(stepMs / 1_000);
      checkSeekable();
    }
  }

  private void checkPosition(double stepS) {
    double position = session.element().currentTime();
    boolean plays =
        position >= positionBeforeS - 0.01 && position <= positionBeforeS + stepS + 0.01;
    List<Double> asked = new ArrayList<>(targets);
    asked.addAll(session.page().jumps());
    asked.addAll(session.page().starts());
    asked.addAll(session.page().rescues());
    asked.add(0.0);
    asked.add(session.element().durationS());
    require(
        "the element is only where it was asked to be",
        plays
            || !session.page().errors().isEmpty()
            || asked.stream().anyMatch(to -> position >= to - 0.01 && position <= to + 0.25),
        () -> "from " + positionBeforeS + " to " + position + " by itself");
    positionBeforeS = position;
  }

  private void checkSeekable() {
    VirtualMediaSource source = session.element().source();
    if (source != null && source.liveSeekable().count() > 0) {
      double fromS = source.liveSeekable().startS(0);
      require(
          "the window moves forward",
          leaps || fromS > seekableFromS - 3 * segmentS - 1,
          () -> "from " + seekableFromS + " to " + fromS);
      seekableFromS = fromS;
    }
  }

  /** RFC 8216bis, section 6.3.4. */
  private void checkCadence() {
    Map<String, RequestRecord> before = new HashMap<>();
    for (RequestRecord request : session.network().requests()) {
      RequestRecord last =
          request.url().endsWith(".m3u8") ? before.put(request.url(), request) : null;
      if (last != null && last.status() == 200) {
        double gapMs = request.startMs() - last.startMs();
        require(
            "playlists are not loaded too often",
            gapMs > segmentS * 500 - 5 || last.outcome() != RequestRecord.Outcome.COMPLETE,
            () -> request.url() + " after " + gapMs + " ms");
      }
    }
  }

  private void act() {
    switch (random.nextInt(9)) {
      case 0, 1 -> seek(session.element().currentTime() + between(-60, 60));
      case 2 -> seek(random.nextBoolean() ? 0 : 1e6);
      case 3 -> session.page().freeze(between(100, 20_000));
      case 4, 5 -> session.page().run(() -> session.element().pause());
      case 6 -> session.page().run(() -> session.element().play());
      default -> {
        String id = "video-" + (1 + random.nextInt(3));
        session.page().post(new Command.SetQuality(1, random.nextBoolean() ? id : null));
      }
    }
  }

  private void seek(double timeS) {
    targets.add(Math.max(0, timeS));
    session
        .page()
        .run(
            () -> {
              session.element().seek(timeS);
              targets.add(session.element().currentTime());
            });
    session.runFor(0);
  }

  private Broadcast broadcast(Movie movie) {
    double windowS = random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : between(4, 12) * segmentS;
    Broadcast broadcast = Broadcast.of(windowS, between(segmentS, movie.durationS() / 2));
    if (random.nextInt(3) == 0) {
      broadcast = broadcast.undated(random.nextInt(20));
    }
    if (random.nextInt(3) == 0) {
      broadcast = broadcast.rounded(between(0.97, 1.03));
    }
    if (isCalm) {
      return broadcast;
    }
    if (random.nextInt(4) == 0) {
      broadcast = broadcast.renumbered();
      leaps = true; // some qualities are told of it earlier than others
    }
    return switch (random.nextInt(6)) {
      case 0 -> broadcast.stall(20, between(21, 60));
      case 1 -> broadcast.halt(20, between(21, 60));
      case 2 -> {
        leaps = true;
        yield broadcast.leap(between(5, 60), between(5, 100));
      }
      case 3 -> random.nextInt(4) == 0 ? broadcast.halt(40, 1e6) : broadcast;
      default -> broadcast;
    };
  }

  private NetworkTrace trace() {
    List<NetworkTrace.Step> steps = new ArrayList<>();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      double most = random.nextInt(4) == 0 ? 1_000_000 : 8_000_000;
      boolean dead = random.nextInt(12) == 0;
      steps.add(
          new NetworkTrace.Step(
              between(500, 20_000), dead ? 0 : between(most / 8, most), between(5, 300)));
    }
    steps.add(new NetworkTrace.Step(20_000, 4_000_000, 40));
    return new NetworkTrace(steps);
  }

  private void addFaults() {
    List<Fault> faults =
        List.of(
            new Fault.Status(503),
            new Fault.Status(404),
            new Fault.Refused(),
            new Fault.Hang(-1),
            new Fault.Hang(0.4),
            new Fault.Cut(0.6),
            new Fault.Garbage());
    for (int i = random.nextInt(4); i > 0; i--) {
      Dice.addFault(session, random, faults, 6);
    }
  }

  private double between(double low, double high) {
    return Dice.between(random, low, high);
  }
}
