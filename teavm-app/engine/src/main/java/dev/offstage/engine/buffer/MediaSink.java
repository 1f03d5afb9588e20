package dev.offstage.engine.buffer;

import java.util.List;

/**
 * The port to a MediaSource (Media Source Extensions, section 3), wherever it lives. Making one
 * makes the MediaSource and sends it on its way to the element. Every call and every answer is on
 * the engine's thread; answers never come before the call has returned.
 */
public interface MediaSink {
  /** Hears of the MediaSource. */
  interface Listener {
    /** It is attached to an element: buffers can be added. Once at most. */
    void onOpen();

    /** It was detached, or ended by an error, without {@link #close()}. */
    void onClosed();
  }

  /** Makes sinks, one for each session. */
  interface Factory {
    /**
     * Makes a MediaSource and sends it to the page.
     *
     * @param session the session it is for
     * @param onPage whether it shall live on the page even where it could live here
     */
    MediaSink create(int session, boolean onPage, Listener listener);
  }

  /** Hears which types can be played. */
  interface SupportAnswer {
    /**
     * @param supported one answer for each type asked about
     */
    void onAnswer(boolean[] supported);
  }

  /** Asks {@code MediaSource.isTypeSupported} where the MediaSource is: places may differ. */
  void querySupport(List<String> contentTypes, SupportAnswer answer);

  /**
   * Whether {@link SinkBuffer#changeType} is to be had here, as it is in Chrome from 70, in Firefox
   * from 63 and in Safari from 13 on. Without it another MediaSource takes over at another codec.
   */
  default boolean canChangeType() {
    return true;
  }

  /**
   * Adds a SourceBuffer. All are to be added before data is appended to any.
   *
   * @param contentType a type that {@link #querySupport} has said yes to
   * @throws SinkException if the browser refuses all the same
   */
  SinkBuffer addBuffer(String contentType);

  /** Sets the duration in seconds. No buffer may have an operation under way. */
  void setDuration(double durationS);

  /**
   * Says between which moments a viewer may seek while the duration is infinite, in seconds
   * (section 3.15.6).
   */
  void setLiveSeekableRange(double startS, double endS);

  /** Says that all media is in. No buffer may have an operation under way. */
  void endOfStream();

  /** Gives the MediaSource and its buffers up. Nothing is heard of them afterwards. */
  void close();
}
