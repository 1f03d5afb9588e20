package dev.offstage.engine.protocol;

import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.presentation.DateRange;
import java.util.List;

/**
 * A message from the engine to the page. {@code protocol.ts} documents each under the same name.
 */
public sealed interface Event {
  /** The session it is of. */
  int session();

  /** Calls the handler's method for this kind of message. */
  void deliverTo(Handler handler);

  /** One method for each kind of message, so that none can be forgotten. */
  interface Handler {
    void loaded(Loaded event);

    void trackChange(TrackChange event);

    void qualityChange(QualityChange event);

    void status(Status event);

    void dateRanges(DateRanges event);

    void timedMetadata(TimedMetadata event);

    void seekTo(SeekTo event);

    void error(Failed event);

    void requestAsked(RequestAsked event);

    void requestDropped(RequestDropped event);

    void unloaded(Unloaded event);
  }

  /** A track as the page lists it. Empty strings where the manifest says nothing. */
  record Track(String id, String language, String label, String role, boolean selected) {}

  /** A quality as the page lists it. */
  record Quality(
      String id, int bandwidthBps, int width, int height, double frameRate, String codecs) {}

  /** The manifest is read and tracks are chosen. */
  record Loaded(
      int session,
      double durationS,
      double startTimeS,
      List<Track> videoTracks,
      List<Track> audioTracks,
      List<Quality> qualities)
      implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.loaded(this);
    }
  }

  /**
   * Another track is selected.
   *
   * @param qualities those that can be chosen now, as in {@link Loaded}
   */
  record TrackChange(int session, MediaType type, String id, List<Quality> qualities)
      implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.trackChange(this);
    }
  }

  /** Another quality is being loaded. */
  record QualityChange(int session, String id, boolean pinned) implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.qualityChange(this);
    }
  }

  /**
   * Figures.
   *
   * @param stalls how often playback has come to a halt for want of data
   * @param stalledS how long it has stood still for that
   * @param live what there is of a stream that goes on
   */
  record Status(
      int session,
      double positionS,
      double bandwidthBps,
      TimeRanges videoBuffered,
      TimeRanges audioBuffered,
      double bytesLoaded,
      int requests,
      int retries,
      int stalls,
      double stalledS,
      LiveStatus live,
      double atMs)
      implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.status(this);
    }
  }

  /**
   * Where a stream that goes on has come to; NaN for what is not known, and of other streams.
   *
   * @param startS of the oldest segment
   * @param edgeS where it has come to
   * @param holdBackS how far from that to play
   * @param dateMs of the playhead, in milliseconds since the Unix epoch; also of other streams
   */
  record LiveStatus(double startS, double edgeS, double holdBackS, double dateMs) {}

  /**
   * What happens for a time has become known, or more of it.
   *
   * @param startsS where each range starts on the presentation's timeline, or NaN
   */
  record DateRanges(int session, List<DateRange> ranges, List<Double> startsS) implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.dateRanges(this);
    }
  }

  /**
   * There is an ID3 tag in the media.
   *
   * @param timeS when it counts, on the presentation's timeline
   * @param data all of it
   */
  record TimedMetadata(int session, double timeS, Bytes data) implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.timedMetadata(this);
    }
  }

  /** Why the element is moved. */
  enum SeekReason {
    /** It is where playback starts, at first or with another MediaSource. */
    START("start"),
    /** Forward over a gap in the media. */
    GAP("gap"),
    /** There is nothing any more, or not yet, of the live stream where it is. */
    LIVE("live");

    private final String wireName;

    SeekReason(String wireName) {
      this.wireName = wireName;
    }

    /** The name by which pages know it. */
    public String wireName() {
      return wireName;
    }
  }

  /**
   * Move the element.
   *
   * @param fromS where it was taken to be; a viewer who has gone back since needs no gap jumped
   */
  record SeekTo(int session, double fromS, double positionS, SeekReason reason) implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.seekTo(this);
    }
  }

  /** Something went wrong. */
  record Failed(int session, PlayerError error) implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.error(this);
    }
  }

  /**
   * Let the application's hook see this request; answered by {@link Command.AnswerRequest}.
   *
   * @param id counted up in the session
   * @param kind what it is for, in the page's words
   * @param headers names and values by turns
   */
  record RequestAsked(
      int session, int id, String kind, String url, String[] headers, boolean withCredentials)
      implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.requestAsked(this);
    }
  }

  /** Nobody waits any more for what the hook says of this request. */
  record RequestDropped(int session, int id) implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.requestDropped(this);
    }
  }

  /** The session is over. */
  record Unloaded(int session) implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.unloaded(this);
    }
  }

  /** Where the engine's events go. */
  interface Sink {
    void send(Event event);
  }
}
