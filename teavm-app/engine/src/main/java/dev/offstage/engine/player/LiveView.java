package dev.offstage.engine.player;

import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.presentation.DateRange;
import dev.offstage.engine.presentation.Live;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.stream.TrackStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stream that goes on, as all of its tracks together show it, and what happens in it. */
final class LiveView {
  private final String url;
  private final Map<String, DateRange> dateRanges = new HashMap<>();
  private LivePolicy.@Nullable Window window;
  private @Nullable SegmentIndex dated;
  private @Nullable SegmentIndex searched;
  private double lastS;
  private double changedMs;
  private double nextRefreshMs;
  private boolean goesOn;
  private boolean late;

  /**
   * @param url for errors
   */
  LiveView(String url) {
    this.url = url;
  }

  /** Takes what the manifest says, which is about one track and a little old. */
  void begin(Presentation presentation, double holdBackS, double nowMs) {
    Live live = presentation.live();
    if (live != null) {
      goesOn = true;
      changedMs = nowMs;
      window = windowOf(0, presentation.endS(), live, holdBackS);
    }
  }

  /** What there is; null of what has been complete all the time. */
  LivePolicy.@Nullable Window window() {
    return window;
  }

  /** Whether more is to come. */
  boolean goesOn() {
    return goesOn;
  }

  /**
   * Looks at the segments, and has them named anew where it is time to.
   *
   * @param holdBackS the application's; NaN for the stream's own
   */
  void look(List<TrackStream> streams, double holdBackS, double nowMs) {
    nextRefreshMs = Double.POSITIVE_INFINITY;
    for (TrackStream stream : streams) {
      nextRefreshMs = Math.min(nextRefreshMs, stream.refreshSegments());
    }
    double startS = Double.NEGATIVE_INFINITY;
    double endS = Double.POSITIVE_INFINITY;
    double lastEndS = 0;
    Live live = null;
    for (TrackStream stream : streams) {
      SegmentIndex segments = stream.segments();
      if (segments == null || segments.count() == 0) {
        return; // all of them have to be known
      }
      dated = segments;
      startS = Math.max(startS, segments.segment(0).startS());
      double itsEndS = segments.segment(segments.count() - 1).endS();
      endS = Math.min(endS, itsEndS);
      lastEndS = Math.max(lastEndS, itsEndS);
      live = segments.live() == null ? live : segments.live();
    }
    lastS = lastEndS;
    goesOn = live != null;
    startS = Math.max(0, startS);
    LivePolicy.Window before = window;
    if (live != null) {
      window = windowOf(startS, endS, live, holdBackS);
    } else if (before != null) {
      window = new LivePolicy.Window(startS, Double.POSITIVE_INFINITY, before.updateS(), 0);
    }
    if (before == null || before.endS() != endS) {
      changedMs = nowMs;
    }
  }

  /** Where the last segment of any track ends. */
  double lastS() {
    return lastS;
  }

  /** Milliseconds until the segments have to be named anew; infinite if nobody has to wait. */
  double nextRefreshMs() {
    return nextRefreshMs;
  }

  /**
   * Where the stream has come to: it grows by whole segments, but goes on between them. NaN where
   * nothing is to come.
   */
  double edgeS(double nowMs) {
    LivePolicy.Window now = window;
    return now == null || !goesOn
        ? Double.NaN
        : now.endS() + Math.min((nowMs - changedMs) / 1_000, now.updateS());
  }

  /** The date of a position, in milliseconds since the Unix epoch; NaN where nobody says. */
  double dateMsAt(double positionS) {
    return dated == null ? Double.NaN : dated.dateMsAt(positionS);
  }

  /** The position of a date; NaN where nobody says. */
  double timeAtS(double dateMs) {
    return dated == null ? Double.NaN : dated.timeAtS(dateMs);
  }

  /** What has become known of what happens since the last time. */
  List<DateRange> newDateRanges() {
    List<DateRange> changed = new ArrayList<>();
    if (dated != null && dated != searched) {
      searched = dated;
      for (DateRange range : dated.dateRanges()) {
        DateRange before = dateRanges.put(range.id(), range);
        if (before == null || !range.isSameAs(before)) {
          changed.add(range);
        }
      }
    }
    return changed;
  }

  private static LivePolicy.Window windowOf(
      double startS, double endS, Live live, double holdBackS) {
    double backS = holdBackS > 0 ? Math.max(holdBackS, live.updateS()) : live.holdBackS();
    return new LivePolicy.Window(startS, Math.max(startS, endS), live.updateS(), backS);
  }

  /** What is wrong with a stream that should go on and does not; null for nothing new. */
  @Nullable PlayerError complaint(List<TrackStream> streams, double nowMs) {
    LivePolicy.Window now = window;
    if (now == null || !goesOn) {
      return null;
    }
    boolean wasLate = late;
    late = false;
    PlayerError complaint = null;
    for (TrackStream stream : streams) {
      double staleMs = stream.staleMs(nowMs);
      boolean over = LivePolicy.isOver(staleMs, now.updateS());
      if (LivePolicy.isLate(staleMs, now.updateS())) {
        late = true;
        if (over || !wasLate && complaint == null) {
          PlayerError cause = stream.refreshFailure();
          complaint =
              cause == null
                  ? PlayerError.fatal(
                      ErrorCode.LIVE_STALLED, "The live stream brings nothing new.", url)
                  : cause;
          complaint = over ? complaint : complaint.asWarning();
        }
      }
    }
    return complaint;
  }
}
