package dev.offstage.engine.protocol;

import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.engine.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A message from the page to the engine. {@code protocol.ts} documents each under the same name.
 */
public sealed interface Command {
  /** The session it is for. */
  int session();

  /** Calls the handler's method for this kind of message. */
  void deliverTo(Handler handler);

  /** One method for each kind of message, so that none can be forgotten. */
  interface Handler {
    void load(Load command);

    void unload(Unload command);

    void observe(Observe command);

    void ask(Ask command);

    void elementError(ElementError command);

    void setQuality(SetQuality command);

    void selectTrack(SelectTrack command);

    void configure(Configure command);

    void answerRequest(AnswerRequest command);
  }

  /**
   * Start a session.
   *
   * @param url the manifest's, absolute
   * @param contentType the manifest's MIME type if the application knows it, or null
   * @param startTimeS where to start, where negative from the end; {@link Double#NaN} for the
   *     presentation's default
   * @param mseOnPage whether the MediaSource is to live on the page
   * @param choices what the viewer has chosen before
   */
  record Load(
      int session,
      String url,
      @Nullable String contentType,
      double startTimeS,
      boolean mseOnPage,
      Choices choices,
      PlayerConfig config)
      implements Command {
    @Override
    public void deliverTo(Handler handler) {
      handler.load(this);
    }
  }

  /**
   * Tracks and quality to begin with. What is not there is passed over.
   *
   * @param videoTrackId a track's id, or null for the engine's choice
   * @param audioTrackId likewise
   * @param qualityId the quality to stay with, or null for none
   */
  record Choices(
      @Nullable String videoTrackId, @Nullable String audioTrackId, @Nullable String qualityId) {
    /** The engine chooses. */
    public static final Choices NONE = new Choices(null, null, null);
  }

  /** End a session. */
  record Unload(int session) implements Command {
    @Override
    public void deliverTo(Handler handler) {
      handler.unload(this);
    }
  }

  /**
   * The element has been looked at.
   *
   * @param positionS {@code currentTime}
   * @param rate {@code playbackRate}
   * @param moving whether time was passing
   * @param readyState as of HTML, section 4.8.11.7
   * @param atMs when, in milliseconds since the Unix epoch
   */
  record Observe(
      int session,
      double positionS,
      double rate,
      boolean moving,
      boolean paused,
      boolean seeking,
      boolean ended,
      int readyState,
      double atMs)
      implements Command {
    @Override
    public void deliverTo(Handler handler) {
      handler.observe(this);
    }
  }

  /** Tell the figures soon, once. */
  record Ask(int session) implements Command {
    @Override
    public void deliverTo(Handler handler) {
      handler.ask(this);
    }
  }

  /**
   * The element has failed.
   *
   * @param mediaErrorCode {@code MediaError.code}
   * @param message the browser's words
   */
  record ElementError(int session, int mediaErrorCode, String message) implements Command {
    @Override
    public void deliverTo(Handler handler) {
      handler.elementError(this);
    }
  }

  /** Stay with a quality, or with none if null. */
  record SetQuality(int session, @Nullable String id) implements Command {
    @Override
    public void deliverTo(Handler handler) {
      handler.setQuality(this);
    }
  }

  /**
   * Play this track from now on.
   *
   * @param immediate whether what is buffered of the other track is replaced as near to the
   *     playhead as can be; else it is played first
   */
  record SelectTrack(int session, MediaType type, String id, boolean immediate) implements Command {
    @Override
    public void deliverTo(Handler handler) {
      handler.selectTrack(this);
    }
  }

  /**
   * What the application's hook has made of a request.
   *
   * @param id as in {@link Event.RequestAsked}
   * @param headers names and values by turns
   * @param error why it has failed, or null
   */
  record AnswerRequest(
      int session,
      int id,
      String url,
      String[] headers,
      boolean withCredentials,
      @Nullable String error)
      implements Command {
    @Override
    public void deliverTo(Handler handler) {
      handler.answerRequest(this);
    }
  }

  /** Change options. */
  record Configure(int session, PlayerConfig config) implements Command {
    @Override
    public void deliverTo(Handler handler) {
      handler.configure(this);
    }
  }
}
