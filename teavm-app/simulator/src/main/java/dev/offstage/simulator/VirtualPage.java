package dev.offstage.simulator;

import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.presentation.DateRange;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.protocol.Event;
import dev.offstage.engine.util.Cancelable;
import dev.offstage.simulator.element.VirtualElement;
import dev.offstage.simulator.element.VirtualMediaSource;
import dev.offstage.simulator.time.EventLoop;
import dev.offstage.simulator.time.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The page: what js-glue does on the main thread. It attaches the MediaSource, tells the engine
 * what the element does, and carries out what the engine asks for. It may freeze.
 */
public final class VirtualPage implements Event.Sink, Event.Handler, MediaSink.Factory {
  /** From one side of the worker's border to the other. */
  private static final double MESSAGE_MS = 1;

  /** The page looks at the element so often, for no other cause than time passing. */
  private static final double BEAT_MS = 1_750;

  /** So often at one that should move and stands. */
  private static final double STANDING_MS = 1_050;

  /** By so much the engine may be wrong about where the element is. */
  private static final double TOLERANCE_S = 0.1;

  /** An element that is further back than this from a gap is not in front of it any more. */
  private static final double GONE_BACK_S = 1;

  private final EventLoop loop;
  private final Journal journal;
  private final VirtualMediaSource.Traits traits;
  private final boolean bridged;
  private final PageThread thread;
  private final VirtualElement element;
  private final List<PlayerError> errors = new ArrayList<>();
  private final List<PlayerError> warnings = new ArrayList<>();
  private final List<String> qualities = new ArrayList<>();
  private final List<Double> jumps = new ArrayList<>();
  private final List<Double> starts = new ArrayList<>();
  private final List<Double> rescues = new ArrayList<>();
  private final List<DateRange> dateRanges = new ArrayList<>();
  private final List<Event.TimedMetadata> timedMetadata = new ArrayList<>();
  private Consumer<Command> engine = command -> {};
  private int session;
  private boolean active;
  private double toldAtMs;
  private double toldPositionS;
  private double lastPositionS;
  private boolean lastMoving;
  private boolean errorTold;
  private Cancelable beat = () -> {};
  private double startAtS = Double.NaN;
  private boolean ready;
  private Event.@Nullable Loaded loaded;
  private Event.@Nullable Status status;

  VirtualPage(EventLoop loop, Journal journal, VirtualMediaSource.Traits traits, boolean bridged) {
    this.bridged = bridged;
    this.loop = loop;
    this.journal = journal;
    this.traits = traits;
    this.thread = new PageThread(loop);
    this.element =
        new VirtualElement(
            loop, journal, thread::isBlocked, type -> thread.post(0, () -> onElementEvent(type)));
  }

  void connect(Consumer<Command> engine) {
    this.engine = engine;
  }

  // What a test does.

  public VirtualElement element() {
    return element;
  }

  /** Fatal errors of the current session. There should be one at most. */
  public List<PlayerError> errors() {
    return errors;
  }

  /** Errors of the current session that were not fatal. */
  public List<PlayerError> warnings() {
    return warnings;
  }

  /** The qualities that the engine said it was loading, in order. */
  public List<String> qualities() {
    return qualities;
  }

  /** Where the engine has told the element to go to get over gaps, in order. */
  public List<Double> jumps() {
    return jumps;
  }

  /** Where the engine has started the element: at first, and with each further MediaSource. */
  public List<Double> starts() {
    return starts;
  }

  /** Where the engine has moved the element because a live stream had nothing where it was. */
  public List<Double> rescues() {
    return rescues;
  }

  /** What happens for a time, as often as the engine has told something new about it. */
  public List<DateRange> dateRanges() {
    return dateRanges;
  }

  /** The tags that were found in the media, in the order in which it came. */
  public List<Event.TimedMetadata> timedMetadata() {
    return timedMetadata;
  }

  /** What the engine said about the presentation, or null. */
  public Event.@Nullable Loaded loaded() {
    return loaded;
  }

  /** The engine's last figures, or null. */
  public Event.@Nullable Status status() {
    return status;
  }

  /** Whether the element can play, or could. */
  public boolean isReady() {
    return ready;
  }

  /** The number of the last session, counted from 1. */
  public int session() {
    return session;
  }

  /** Blocks the main thread from now on. */
  public void freeze(double durationMs) {
    journal.log("page", "freeze for " + durationMs);
    thread.block(durationMs, element::update);
  }

  public boolean isFrozen() {
    return thread.isBlocked();
  }

  /** Does something on the page, as its scripts would: now, or when it is free again. */
  public void run(Runnable task) {
    thread.post(0, task);
  }

  /** {@code player.load()}; ends the session before. */
  public void load(String url, double startTimeS, PlayerConfig config) {
    unload();
    session++;
    active = true;
    ready = false;
    loaded = null;
    status = null;
    startAtS = Double.NaN;
    errors.clear();
    warnings.clear();
    qualities.clear();
    jumps.clear();
    starts.clear();
    rescues.clear();
    dateRanges.clear();
    timedMetadata.clear();
    journal.log("page", "load " + url);
    lastMoving = false;
    beatIn(BEAT_MS);
    post(new Command.Load(session, url, null, startTimeS, bridged, Command.Choices.NONE, config));
  }

  /** {@code player.unload()}. */
  public void unload() {
    if (active) {
      active = false;
      beat.cancel();
      journal.log("page", "unload");
      element.detach();
      post(new Command.Unload(session));
    }
  }

  /** Sends the engine a command. */
  public void post(Command command) {
    loop.after(MESSAGE_MS, () -> engine.accept(command));
  }

  // What the worker sends.

  @Override
  public MediaSink create(int session, boolean onPage, MediaSink.Listener listener) {
    if (onPage) {
      return new BridgedSink(
          loop,
          thread,
          element,
          MESSAGE_MS,
          () -> active && session == this.session,
          listener,
          told -> new VirtualMediaSource(loop, journal, traits, told));
    }
    VirtualMediaSource source = new VirtualMediaSource(loop, journal, traits, listener);
    thread.post(
        MESSAGE_MS,
        () -> {
          if (active && session == this.session) {
            element.attach(source);
          }
        });
    return source;
  }

  @Override
  public void send(Event event) {
    journal.log("engine", describe(event));
    thread.post(
        MESSAGE_MS,
        () -> {
          if (active && event.session() == session) {
            event.deliverTo(this);
          }
        });
  }

  @Override
  public void loaded(Event.Loaded event) {
    loaded = event;
    onProgress();
  }

  @Override
  public void trackChange(Event.TrackChange event) {}

  @Override
  public void qualityChange(Event.QualityChange event) {
    qualities.add(event.id());
  }

  @Override
  public void status(Event.Status event) {
    status = event;
  }

  @Override
  public void timedMetadata(Event.TimedMetadata event) {
    timedMetadata.add(event);
  }

  @Override
  public void dateRanges(Event.DateRanges event) {
    dateRanges.addAll(event.ranges());
  }

  @Override
  public void seekTo(Event.SeekTo event) {
    if (event.reason() == Event.SeekReason.START) {
      starts.add(event.positionS());
      startAtS = event.positionS();
      applyStart();
    } else if (event.reason() == Event.SeekReason.LIVE) {
      rescues.add(event.positionS());
      element.seek(event.positionS());
    } else if (event.positionS() > element.currentTime()
        && element.currentTime() > event.fromS() - GONE_BACK_S) {
      jumps.add(event.positionS());
      element.seek(event.positionS());
    }
  }

  @Override
  public void error(Event.Failed event) {
    if (!event.error().fatal()) {
      warnings.add(event.error());
      return;
    }
    errors.add(event.error());
    if (!ready) {
      element.detach();
    }
  }

  @Override
  public void requestAsked(Event.RequestAsked event) {}

  @Override
  public void requestDropped(Event.RequestDropped event) {}

  @Override
  public void unloaded(Event.Unloaded event) {}

  // What the element does.

  private void onElementEvent(String type) {
    if (!active) {
      return;
    }
    if (type.equals("emptied")) {
      errorTold = false;
    }
    if (type.equals("error")) {
      int its = session;
      thread.post(
          traits.errorMs(),
          () -> {
            if (active && its == session) {
              tellError();
            }
          });
      return;
    }
    if (!type.equals("timeupdate") && !type.equals("playing")) {
      look();
    }
    onProgress();
  }

  private void tellError() {
    if (element.errorCode() != 0 && !errorTold) {
      errorTold = true;
      post(new Command.ElementError(session, element.errorCode(), element.errorMessage()));
    }
  }

  /** See {@code observer.ts}. */
  private void look() {
    tellError();
    toldAtMs = loop.elapsedMs();
    lastPositionS = element.currentTime();
    toldPositionS = lastPositionS;
    lastMoving =
        !element.isPaused()
            && !element.isSeeking()
            && !element.isEnded()
            && element.readyState() >= 3;
    post(
        new Command.Observe(
            session,
            lastPositionS,
            element.rate(),
            lastMoving,
            element.isPaused(),
            element.isSeeking(),
            element.isEnded(),
            element.readyState(),
            loop.nowMs()));
  }

  private void beatIn(double delayMs) {
    beat.cancel();
    beat = loop.after(delayMs, () -> thread.post(0, this::onBeat));
  }

  private void onBeat() {
    if (!active) {
      return;
    }
    double positionS = element.currentTime();
    boolean goes = !element.isPaused() && !element.isEnded();
    boolean stands = goes && (!lastMoving || positionS == lastPositionS);
    double expectedS = toldPositionS + (loop.elapsedMs() - toldAtMs) / 1_000 * element.rate();
    if (stands || goes && Math.abs(positionS - expectedS) > TOLERANCE_S) {
      look();
    }
    lastPositionS = positionS;
    beatIn(stands ? STANDING_MS : BEAT_MS);
  }

  private void onProgress() {
    applyStart();
    boolean playable = element.readyState() >= 2 && !element.isSeeking();
    ready |= playable && loaded != null && Double.isNaN(startAtS);
  }

  private void applyStart() {
    if (!Double.isNaN(startAtS) && element.readyState() >= 1) {
      double start = startAtS;
      startAtS = Double.NaN;
      if (element.currentTime() != start) {
        element.seek(start);
      }
    }
  }

  /** Short for journals: figures only as far as they say something about what was decided. */
  private static String describe(Event event) {
    if (event instanceof Event.Status figures) {
      return "status "
          + Journal.round(figures.positionS())
          + " "
          + Math.round(figures.bandwidthBps());
    }
    return event.toString();
  }
}
