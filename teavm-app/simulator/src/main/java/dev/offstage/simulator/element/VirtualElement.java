package dev.offstage.simulator.element;

import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.util.Cancelable;
import dev.offstage.simulator.time.EventLoop;
import dev.offstage.simulator.time.Journal;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A media element (HTML, section 4.8.11) with a clock of its own. It plays while all tracks have
 * data, stalls and goes on by itself. Starting, and ending a seek, need the page's main thread;
 * going on does not.
 */
public final class VirtualElement {
  /** {@code MediaError.MEDIA_ERR_DECODE}. */
  public static final int MEDIA_ERR_DECODE = 3;

  /** {@code MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED}. */
  public static final int MEDIA_ERR_SRC_NOT_SUPPORTED = 4;

  private static final int HAVE_NOTHING = 0;
  private static final int HAVE_METADATA = 1;
  private static final int HAVE_CURRENT_DATA = 2;
  private static final int HAVE_FUTURE_DATA = 3;
  private static final int HAVE_ENOUGH_DATA = 4;

  /** So much data ahead lets playback start. */
  private static final double FUTURE_S = 0.15;

  private static final double ENOUGH_S = 1;

  /** From data at the target of a seek to its picture. */
  private static final double SEEK_MS = 15;

  private static final double TIME_UPDATE_MS = 250;
  private static final double ROUNDING_S = 1e-6;

  /** Hears the element's events. */
  public interface Listener {
    /**
     * @param type as in {@code addEventListener}
     */
    void onEvent(String type);
  }

  private final EventLoop loop;
  private final Journal journal;
  private final BooleanSupplier mainThreadBlocked;
  private final Listener listener;

  private @Nullable VirtualMediaSource source;
  private double positionS;
  private double asOfMs;
  private double limitS = Double.POSITIVE_INFINITY;
  private double rate = 1;
  private boolean paused;
  private boolean seeking;
  private boolean ended;
  private boolean moving;
  private boolean rolling;
  private int readyState;
  private int errorCode;
  private String errorMessage = "";
  private double pendingStartS = Double.NaN;
  private @Nullable Cancelable limitTimer;
  private @Nullable Cancelable seekTimer;
  private @Nullable Cancelable timeUpdateTimer;

  private @Nullable Jam jam;
  private double jammedAtS;

  private double playedS;
  private double stalledMs;
  private int stalls;

  /**
   * @param mainThreadBlocked whether the page's main thread is blocked now; {@link #update} is to
   *     be called when it no longer is
   */
  public VirtualElement(
      EventLoop loop, Journal journal, BooleanSupplier mainThreadBlocked, Listener listener) {
    this.loop = loop;
    this.journal = journal;
    this.mainThreadBlocked = mainThreadBlocked;
    this.listener = listener;
    this.asOfMs = loop.elapsedMs();
  }

  /** {@code srcObject = handle}. */
  public void attach(VirtualMediaSource source) {
    detach();
    if (jam != null && jam != Jam.FOR_GOOD) {
      jam = null;
    }
    this.source = source;
    source.attachTo(this);
    update();
  }

  /** {@code srcObject = null}. */
  public void detach() {
    advance();
    VirtualMediaSource old = source;
    source = null;
    cancelTimers();
    positionS = 0;
    seeking = false;
    ended = false;
    moving = false;
    rolling = false;
    readyState = HAVE_NOTHING;
    errorCode = 0;
    errorMessage = "";
    pendingStartS = Double.NaN;
    if (old != null) {
      old.detach();
      fire("emptied");
    }
  }

  /** {@code play()}. The element is made to play at once, so this only undoes {@link #pause}. */
  public void play() {
    if (paused) {
      paused = false;
      if (ended) {
        seek(0);
      }
      fire("play");
      update();
    }
  }

  /** {@code pause()}. */
  public void pause() {
    if (!paused) {
      advance();
      paused = true;
      fire("pause");
      update();
    }
  }

  /** {@code currentTime = timeS}. */
  public void seek(double timeS) {
    if (readyState == HAVE_NOTHING) {
      pendingStartS = timeS;
      return;
    }
    advance();
    VirtualMediaSource from = source;
    double durationS = from == null ? 0 : from.durationS();
    positionS = Math.max(0, Double.isNaN(durationS) ? timeS : Math.min(timeS, durationS));
    journal.log("element", "seek to " + Journal.round(positionS));
    if (jam != null && jam.isCuredBySeek(Math.abs(positionS - jammedAtS))) {
      jam = null;
    }
    seeking = true;
    ended = false;
    rolling = false;
    moving = false;
    if (seekTimer != null) {
      seekTimer.cancel();
      seekTimer = null;
    }
    fire("seeking");
    update();
  }

  /** Time stands from now on, as if it passed, until something helps. */
  public void jam(Jam how) {
    advance();
    jam = how;
    jammedAtS = positionS;
    journal.log("element", "jammed at " + Journal.round(positionS) + ", " + how);
    update();
  }

  /** The element fails of itself. */
  public void breakDown(int code, String message) {
    fail(code, message);
  }

  /** {@code playbackRate = rate}, above 0. */
  public void setRate(double rate) {
    advance();
    this.rate = rate;
    fire("ratechange");
    update();
  }

  /** {@code currentTime}. */
  public double currentTime() {
    advance();
    return Double.isNaN(pendingStartS) ? positionS : pendingStartS;
  }

  /** {@code playbackRate}. */
  public double rate() {
    return rate;
  }

  public boolean isPaused() {
    return paused;
  }

  public boolean isSeeking() {
    return seeking;
  }

  public boolean isEnded() {
    return ended;
  }

  /** Whether time is passing. */
  public boolean isMoving() {
    return moving;
  }

  public int readyState() {
    return readyState;
  }

  /** {@code error.code}, or 0. */
  public int errorCode() {
    return errorCode;
  }

  /** {@code error.message}. */
  public String errorMessage() {
    return errorMessage;
  }

  /** {@code duration}; NaN while there is none. */
  public double durationS() {
    VirtualMediaSource from = source;
    return from == null || readyState == HAVE_NOTHING ? Double.NaN : from.durationS();
  }

  /** {@code buffered}. */
  public TimeRanges buffered() {
    VirtualMediaSource from = source;
    return from == null ? TimeRanges.EMPTY : from.playable();
  }

  /** The MediaSource attached, or null. */
  public @Nullable VirtualMediaSource source() {
    return source;
  }

  /** Seconds of media played so far, over all sources. */
  public double playedS() {
    advance();
    return playedS;
  }

  /** Milliseconds for which playback stood still for want of data, seeks and starts aside. */
  public double stalledMs() {
    advance();
    return stalledMs;
  }

  /** How often it did. */
  public int stalls() {
    return stalls;
  }

  /** Derives everything from what is buffered now. */
  public void update() {
    advance();
    VirtualMediaSource from = source;
    if (from == null || errorCode != 0) {
      return;
    }
    boolean blocked = mainThreadBlocked.getAsBoolean();
    TimeRanges there = from.playable();
    int ready = from.hasMetadata() ? readiness(from, there) : HAVE_NOTHING;
    if (blocked && !rolling) {
      ready = Math.min(ready, readyState);
    }
    raise(ready);
    if (seeking && readyState >= HAVE_CURRENT_DATA && seekTimer == null && !blocked) {
      seekTimer = loop.after(SEEK_MS, this::finishSeek);
    }
    if (from.isEnded() && !seeking && !ended && positionS >= from.durationS() - ROUNDING_S) {
      end();
    }
    boolean goes = !paused && !seeking && !ended && readyState >= HAVE_FUTURE_DATA;
    if (goes && !moving) {
      rolling = true;
      moving = true;
      journal.log("element", "moving at " + Journal.round(positionS));
      fire("playing");
    } else if (!goes && moving) {
      moving = false;
      if (!paused && !seeking && !ended) {
        stalls++;
        journal.log("element", "stalled at " + Journal.round(positionS));
        fire("waiting");
      }
    }
    plan(there);
  }

  void fail(int code, String message) {
    advance();
    cancelTimers();
    moving = false;
    errorCode = code;
    errorMessage = message;
    journal.log("element", "error " + code);
    fire("error");
  }

  private int readiness(VirtualMediaSource from, TimeRanges there) {
    if (from.isEnded() && positionS >= from.durationS() - ROUNDING_S) {
      return HAVE_CURRENT_DATA;
    }
    int range = there.indexAt(positionS);
    if (range < 0) {
      for (int i = 0; i < there.count(); i++) {
        if (Math.abs(there.endS(i) - positionS) < ROUNDING_S) {
          return HAVE_CURRENT_DATA; // the last picture stands
        }
      }
      return HAVE_METADATA;
    }
    double aheadS = there.endS(range) - positionS;
    boolean toTheEnd = from.isEnded() && range == there.count() - 1;
    if (aheadS >= ENOUGH_S || toTheEnd) {
      return HAVE_ENOUGH_DATA;
    }
    return aheadS >= FUTURE_S || moving && aheadS > ROUNDING_S
        ? HAVE_FUTURE_DATA
        : HAVE_CURRENT_DATA;
  }

  private void raise(int ready) {
    int before = readyState;
    readyState = ready;
    if (before < HAVE_METADATA && ready >= HAVE_METADATA) {
      fire("loadedmetadata");
      if (!Double.isNaN(pendingStartS)) {
        double start = pendingStartS;
        pendingStartS = Double.NaN;
        seek(start);
        return;
      }
    }
    if (before < HAVE_CURRENT_DATA && ready >= HAVE_CURRENT_DATA) {
      fire("loadeddata");
    }
    if (before < HAVE_FUTURE_DATA && ready >= HAVE_FUTURE_DATA) {
      fire("canplay");
    }
  }

  private void finishSeek() {
    seekTimer = null;
    VirtualMediaSource from = source;
    if (from == null || !seeking || mainThreadBlocked.getAsBoolean()) {
      return;
    }
    if (readiness(from, from.playable()) >= HAVE_CURRENT_DATA) {
      seeking = false;
      journal.log("element", "seeked to " + Journal.round(positionS));
      fire("seeked");
    }
    update();
  }

  private void end() {
    ended = true;
    moving = false;
    journal.log("element", "ended at " + Journal.round(positionS));
    fire("ended");
  }

  private void advance() {
    double now = loop.elapsedMs();
    double elapsedMs = now - asOfMs;
    asOfMs = now;
    if (moving && jam == null) {
      double before = positionS;
      positionS = Math.min(positionS + elapsedMs / 1_000 * rate, Math.max(positionS, limitS));
      playedS += positionS - before;
    } else if (rolling && !paused && !seeking && !ended && errorCode == 0) {
      stalledMs += elapsedMs;
    }
  }

  /** Wakes up where the data ends. */
  private void plan(TimeRanges there) {
    if (limitTimer != null) {
      limitTimer.cancel();
      limitTimer = null;
    }
    if (!moving || jam != null) {
      return;
    }
    int range = there.indexAt(positionS);
    limitS = range < 0 ? positionS : there.endS(range);
    limitTimer = loop.after(Math.max(0, limitS - positionS) * 1_000 / rate, this::reachLimit);
    if (timeUpdateTimer == null) {
      timeUpdateTimer = loop.after(TIME_UPDATE_MS, this::timeUpdate);
    }
  }

  private void reachLimit() {
    advance();
    if (limitS - positionS < ROUNDING_S) {
      positionS = limitS;
    }
    update();
  }

  private void timeUpdate() {
    timeUpdateTimer = null;
    if (moving && jam == null) {
      fire("timeupdate");
      timeUpdateTimer = loop.after(TIME_UPDATE_MS, this::timeUpdate);
    }
  }

  private void cancelTimers() {
    for (Cancelable timer : new Cancelable[] {limitTimer, seekTimer, timeUpdateTimer}) {
      if (timer != null) {
        timer.cancel();
      }
    }
    limitTimer = null;
    seekTimer = null;
    timeUpdateTimer = null;
  }

  private void fire(String type) {
    listener.onEvent(type);
  }
}
