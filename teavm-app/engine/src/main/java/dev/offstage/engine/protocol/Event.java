package dev.offstage.engine.protocol;

import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.media.TimeRanges;
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
      double atMs)
      implements Event {
    @Override
    public void deliverTo(Handler handler) {
      handler.status(this);
    }
  }

  /**
   * Move the element.
   *
   * @param overGap whether to get over a gap, as opposed to the start position
   */
  record SeekTo(int session, double positionS, boolean overGap) implements Event {
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
