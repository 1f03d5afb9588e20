package dev.offstage.simulator;

import dev.offstage.engine.config.AbrConfig;
import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.config.NetworkConfig;
import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.engine.player.Engine;
import dev.offstage.engine.player.Platform;
import dev.offstage.simulator.element.VirtualElement;
import dev.offstage.simulator.element.VirtualMediaSource;
import dev.offstage.simulator.element.VirtualSourceBuffer;
import dev.offstage.simulator.net.JdkAes;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.net.VirtualNetwork;
import dev.offstage.simulator.origin.Broadcast;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Origin;
import dev.offstage.simulator.time.EventLoop;
import dev.offstage.simulator.time.Journal;
import dev.offstage.simulator.time.VirtualScheduler;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The real engine with a virtual world around it.
 *
 * <pre>{@code
 * SimulatedSession session = SimulatedSession.of(Movie.ordinary(60)).bandwidth(5_000_000, 40).load();
 * session.playUntilEnded();
 * }</pre>
 *
 * Nothing happens between the calls: time passes only within {@code run} and {@code play} methods.
 */
public final class SimulatedSession {
  private static final double EPOCH_MS = 1_700_000_000_000.0;
  private static final int SHOWN_LINES = 40;

  private final EventLoop loop;
  private final Journal journal;
  private final VirtualScheduler scheduler;
  private final VirtualNetwork network;
  private final VirtualPage page;
  private final Origin origin;
  private final PlayerConfig config;
  private final Watchdog watchdog;
  private final Engine engine;
  private final double movieS;

  private SimulatedSession(Builder builder) {
    movieS = builder.movie.durationS();
    loop = new EventLoop(EPOCH_MS);
    journal = new Journal(loop, builder.verbose);
    scheduler = new VirtualScheduler(loop);
    origin =
        new Origin(
            "https://origin.example/movie/",
            builder.movie,
            builder.broadcast,
            () -> loop.elapsedMs() / 1_000);
    network = new VirtualNetwork(loop, origin, builder.trace, journal, builder.slowStart);
    page = new VirtualPage(loop, journal, builder.traits(), builder.bridged);
    config = builder.config();
    Random random = new Random(builder.seed);
    engine =
        new Engine(
            new Platform(loop, scheduler, network, new JdkAes(scheduler), page, random::nextDouble),
            page);
    page.connect(engine::handle);
    watchdog = new Watchdog(loop, page, network);
  }

  /** A session to be. */
  public static Builder of(Movie movie) {
    return new Builder(movie);
  }

  public VirtualPage page() {
    return page;
  }

  public VirtualElement element() {
    return page.element();
  }

  public VirtualNetwork network() {
    return network;
  }

  public Journal journal() {
    return journal;
  }

  /** The engine itself. */
  public Engine engine() {
    return engine;
  }

  public Origin origin() {
    return origin;
  }

  /** The engine's timers that have neither rung nor been called off. */
  public int pendingTimers() {
    return scheduler.pending();
  }

  /** Milliseconds since the start. */
  public double elapsedMs() {
    return loop.elapsedMs();
  }

  /** The time as the engine sees it, in milliseconds. */
  public double nowMs() {
    return loop.nowMs();
  }

  /** The SourceBuffer of the video track, or of the only track. */
  public VirtualSourceBuffer videoBuffer() {
    return buffer(0);
  }

  /** The SourceBuffer of the audio track beside a video track. */
  public VirtualSourceBuffer audioBuffer() {
    return buffer(1);
  }

  private VirtualSourceBuffer buffer(int index) {
    VirtualMediaSource source = element().source();
    if (source == null || source.buffers().size() <= index) {
      throw new AssertionError("no such SourceBuffer\n" + journal.tail(SHOWN_LINES));
    }
    return source.buffers().get(index);
  }

  /** Loads the movie, again or anew. */
  public SimulatedSession load() {
    return load(Double.NaN);
  }

  /** Loads the movie from {@code startTimeS} on. */
  public SimulatedSession load(double startTimeS) {
    page.load(origin.manifestUrl(), startTimeS, config);
    watchdog.start();
    return this;
  }

  /** {@code currentTime = timeS} by the page. */
  public SimulatedSession seek(double timeS) {
    page.run(() -> page.element().seek(timeS));
    return runFor(0);
  }

  /** Lets time pass. */
  public SimulatedSession runFor(double durationMs) {
    double untilMs = loop.elapsedMs() + durationMs;
    while (loop.step(untilMs)) {
      check();
    }
    loop.runUntil(untilMs);
    check();
    return this;
  }

  /**
   * Lets time pass until something is so.
   *
   * @throws AssertionError if it is not within {@code limitMs}
   */
  public SimulatedSession runUntil(String what, double limitMs, BooleanSupplier condition) {
    double untilMs = loop.elapsedMs() + limitMs;
    while (!condition.getAsBoolean()) {
      if (!loop.step(untilMs)) {
        throw new AssertionError(
            "not within " + limitMs + " ms: " + what + "\n" + journal.tail(SHOWN_LINES));
      }
      check();
    }
    return this;
  }

  /** Plays until the element is at {@code timeS}. Stalls may make that take three times as long. */
  public SimulatedSession playUntil(double timeS) {
    return runUntil(
        "position " + timeS,
        3_000 * Math.max(20, timeS),
        () -> element().currentTime() >= timeS && element().isMoving());
  }

  /** Plays until the element has ended. Stalls may make that take three times as long. */
  public SimulatedSession playUntilEnded() {
    double limitMs = 3_000 * Math.max(200, movieS);
    return runUntil("ended", limitMs, () -> element().isEnded());
  }

  /** Plays until there is a fatal error. */
  public SimulatedSession playUntilFailed() {
    return runUntil("a fatal error", 600_000, () -> !page.errors().isEmpty());
  }

  /** Unloads, as soon as the page can, and lets the messages arrive. */
  public SimulatedSession unload() {
    runUntil("the page thaws", 600_000, () -> !page.isFrozen());
    page.run(page::unload);
    watchdog.stop();
    return runFor(10);
  }

  /** Whether nothing has happened that must not happen in any session; says what in an error. */
  private void check() {
    String complaint = watchdog.complaint();
    if (complaint != null) {
      throw new AssertionError(complaint + "\n" + journal.tail(SHOWN_LINES));
    }
  }

  /** What a session is to be like. */
  public static final class Builder {
    private final Movie movie;
    private NetworkTrace trace = NetworkTrace.constant(10_000_000, 40);
    private BufferConfig buffer = PlayerConfig.DEFAULT.buffer();
    private AbrConfig abr = PlayerConfig.DEFAULT.abr();
    private NetworkConfig net = PlayerConfig.DEFAULT.network();
    private String audioLanguage = "";
    private double targetLatencyS = Double.NaN;
    private @Nullable Broadcast broadcast;
    private Predicate<String> supports = type -> true;
    private double quotaBytes = Double.POSITIVE_INFINITY;
    private boolean evicts = true;
    private boolean changesType = true;
    private double errorMs;
    private boolean slowStart;
    private boolean bridged;
    private long seed = 1;
    private boolean verbose;

    private Builder(Movie movie) {
      this.movie = movie;
    }

    /** A line that is always the same; 10 Mbit/s and 40 ms unless said otherwise. */
    public Builder bandwidth(double bandwidthBps, double latencyMs) {
      return trace(NetworkTrace.constant(bandwidthBps, latencyMs));
    }

    /** A line that changes. */
    public Builder trace(NetworkTrace trace) {
      this.trace = trace;
      return this;
    }

    /** Buffer goals in seconds. */
    public Builder goals(double aheadS, double behindS) {
      buffer = new BufferConfig(aheadS, behindS);
      return this;
    }

    /** How qualities are chosen. */
    public Builder abr(AbrConfig abr) {
      this.abr = abr;
      return this;
    }

    /** Retries and timeout. */
    public Builder retries(int retries, double timeoutMs) {
      net = new NetworkConfig(retries, timeoutMs, new String[0], false);
      return this;
    }

    /** Lets the movie go out live; it has to be HLS. */
    public Builder broadcast(Broadcast broadcast) {
      this.broadcast = broadcast;
      return this;
    }

    /** Seconds to stay behind the live edge. */
    public Builder targetLatency(double seconds) {
      targetLatencyS = seconds;
      return this;
    }

    public Builder audioLanguage(String language) {
      audioLanguage = language;
      return this;
    }

    /** Which content types the browser plays; all unless said otherwise. */
    public Builder supports(Predicate<String> types) {
      supports = types;
      return this;
    }

    /** How many bytes a SourceBuffer holds; any number unless said otherwise. */
    public Builder quota(double bytes) {
      quotaBytes = bytes;
      return this;
    }

    /** A browser whose SourceBuffers never make room by themselves. */
    public Builder withoutEviction() {
      evicts = false;
      return this;
    }

    /** A browser whose SourceBuffers cannot change their type. */
    public Builder withoutChangeType() {
      changesType = false;
      return this;
    }

    /** A browser that takes so long to tell that the element has failed. */
    public Builder errorAfter(double delayMs) {
      errorMs = delayMs;
      return this;
    }

    /** A line whose connections start slowly, as those of TCP do. */
    public Builder slowStart() {
      slowStart = true;
      return this;
    }

    /** A browser without MediaSource in workers: it lives on the page, behind the bridge. */
    public Builder bridged() {
      bridged = true;
      return this;
    }

    /** How many bytes the engine is to hold at most; its default unless said otherwise. */
    public Builder bytes(double bytes) {
      buffer = new BufferConfig(buffer.aheadS(), buffer.behindS(), bytes);
      return this;
    }

    /** Of the engine's random numbers. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Prints the journal as it is written. */
    public Builder verbose() {
      verbose = true;
      return this;
    }

    /** The world, before anything is loaded. */
    public SimulatedSession build() {
      return new SimulatedSession(this);
    }

    /** The world, with a {@code load()} on its way. */
    public SimulatedSession load() {
      return build().load();
    }

    /** The world, with a {@code load()} from {@code startTimeS} on its way. */
    public SimulatedSession load(double startTimeS) {
      return build().load(startTimeS);
    }

    private PlayerConfig config() {
      return new PlayerConfig(buffer, abr, net, targetLatencyS, audioLanguage);
    }

    private VirtualMediaSource.Traits traits() {
      return new VirtualMediaSource.Traits(supports, quotaBytes, evicts, changesType, errorMs);
    }
  }
}
