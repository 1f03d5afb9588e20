package dev.offstage.engine.buffer;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.TimeRanges;
import org.jspecify.annotations.Nullable;

/**
 * The port to a SourceBuffer (Media Source Extensions, section 5). One operation at a time: the
 * next one may be given when the one before is done; {@link AppendQueue} sees to that.
 */
public interface SinkBuffer {
  /** Hears that an operation is over, once, never before the call has returned. */
  interface Done {
    /**
     * @param failure why it failed, or null
     */
    void onDone(@Nullable SinkFailure failure);
  }

  /**
   * Appends an init segment, a media segment, or the next piece of one.
   *
   * @param data may be consumed: it is not to be used afterwards
   * @param placement where on the timeline
   */
  void append(Bytes data, Placement placement, Done done);

  /** Removes what lies in {@code [startS, endS)}. */
  void remove(double startS, double endS, Done done);

  /** Forgets a media segment of which only the first pieces have been appended. */
  void abort(Done done);

  /** What follows is of another type. */
  void changeType(String contentType, Done done);

  /** What is buffered, as of the last operation. */
  TimeRanges buffered();
}
