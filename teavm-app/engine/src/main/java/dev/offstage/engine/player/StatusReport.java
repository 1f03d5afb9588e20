package dev.offstage.engine.player;

import dev.offstage.engine.abr.BandwidthMeter;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.protocol.Event;

/** Sends the page its figures, not more often than it needs them: its thread is not ours. */
final class StatusReport {
  /** The page hears of what it has asked for not more often than this. */
  private static final double INTERVAL_MS = 500;

  /**
   * While time passes, the page hears from the worker at least so often, and so need not ask
   * whether it is alive. What has changed, and nobody waits for, is told in passing.
   */
  private static final double SIGN_OF_LIFE_MS = 1_700;

  private final int session;
  private final BandwidthMeter meter;
  private final Loader loader;
  private final Event.Sink events;
  private double lastMs;
  private boolean due;
  private boolean asked;

  StatusReport(int session, BandwidthMeter meter, Loader loader, Event.Sink events) {
    this.session = session;
    this.meter = meter;
    this.loader = loader;
    this.events = events;
  }

  /** Figures have changed that the page has not heard of. */
  void setDue() {
    due = true;
  }

  /** The page wants to hear of figures that change. */
  void ask() {
    asked = true;
  }

  /** Whether the page is still to hear of something. */
  boolean isDue() {
    return due;
  }

  /** Sends the figures if it is time to. */
  void send(
      double nowMs, ElementView element, Playback playback, StallMeter stalls, LiveView live) {
    double silentMs = nowMs - lastMs;
    boolean isTime = silentMs >= (due && asked ? INTERVAL_MS : SIGN_OF_LIFE_MS);
    if (!isTime || !due && !element.isMoving()) {
      return;
    }
    lastMs = nowMs;
    due = false;
    asked = false;
    events.send(
        new Event.Status(
            session,
            element.positionS(),
            meter.estimateBps(0),
            playback.bufferedOf(MediaType.VIDEO),
            playback.bufferedOf(MediaType.AUDIO),
            loader.bytesLoaded(),
            loader.requestCount(),
            loader.retryCount(),
            stalls.count(),
            stalls.totalS(),
            liveStatus(live, element.positionS(), nowMs),
            nowMs));
  }

  private static Event.LiveStatus liveStatus(LiveView live, double positionS, double nowMs) {
    LivePolicy.Window window = live.window();
    double edgeS = live.edgeS(nowMs);
    boolean goesOn = window != null && !Double.isNaN(edgeS);
    return new Event.LiveStatus(
        goesOn ? window.startS() : Double.NaN,
        edgeS,
        goesOn ? window.holdBackS() : Double.NaN,
        live.dateMsAt(positionS));
  }
}
