package dev.offstage.simulator.element;

import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.simulator.time.EventLoop;
import dev.offstage.simulator.time.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A MediaSource (Media Source Extensions, section 3). */
public final class VirtualMediaSource implements MediaSink {
  /** From the attachment to {@code sourceopen}. */
  private static final double OPEN_MS = 3;

  private enum ReadyState {
    CLOSED,
    OPEN,
    ENDED
  }

  /**
   * What a browser is like.
   *
   * @param supports which content types it plays
   * @param quotaBytes how much one SourceBuffer holds
   * @param evicts whether it makes room by itself, by dropping what lies before the playhead
   * @param changesType whether it has {@code SourceBuffer.changeType}
   * @param errorMs from an element's failure to its {@code error} event
   */
  public record Traits(
      Predicate<String> supports,
      double quotaBytes,
      boolean evicts,
      boolean changesType,
      double errorMs) {
    /** One that has {@code changeType}. */
    public Traits(Predicate<String> supports, double quotaBytes, boolean evicts) {
      this(supports, quotaBytes, evicts, true, 0);
    }
  }

  private final EventLoop loop;
  private final Journal journal;
  private final Traits traits;
  private final Listener listener;
  private final List<VirtualSourceBuffer> buffers = new ArrayList<>();
  private ReadyState readyState = ReadyState.CLOSED;
  private @Nullable VirtualElement element;
  private double durationS = Double.NaN;
  private TimeRanges seekable = TimeRanges.EMPTY;
  private boolean given;

  public VirtualMediaSource(EventLoop loop, Journal journal, Traits traits, Listener listener) {
    this.loop = loop;
    this.journal = journal;
    this.traits = traits;
    this.listener = listener;
  }

  @Override
  public void querySupport(List<String> contentTypes, SupportAnswer answer) {
    boolean[] supported = new boolean[contentTypes.size()];
    for (int i = 0; i < supported.length; i++) {
      supported[i] = traits.supports().test(contentTypes.get(i));
    }
    loop.soon(
        () -> {
          if (!given) {
            answer.onAnswer(supported);
          }
        });
  }

  @Override
  public boolean canChangeType() {
    return traits.changesType();
  }

  @Override
  public SinkBuffer addBuffer(String contentType) {
    if (readyState != ReadyState.OPEN) {
      throw new IllegalStateException("addSourceBuffer on a source that is " + readyState);
    }
    if (!traits.supports().test(contentType)) {
      throw new IllegalArgumentException("unsupported: " + contentType);
    }
    for (VirtualSourceBuffer buffer : buffers) {
      if (buffer.isInitialised()) {
        throw new IllegalStateException("too late for another SourceBuffer");
      }
    }
    int slash = contentType.indexOf('/');
    VirtualSourceBuffer buffer =
        new VirtualSourceBuffer(this, contentType.substring(0, slash), traits);
    buffers.add(buffer);
    journal.log("source", "add buffer " + contentType);
    return buffer;
  }

  @Override
  public void setDuration(double durationS) {
    if (readyState != ReadyState.OPEN) {
      return;
    }
    requireIdle("duration");
    if (durationS < highestEndS()) {
      throw new IllegalStateException("duration " + durationS + " cuts media off");
    }
    this.durationS = durationS;
    changed();
  }

  @Override
  public void setLiveSeekableRange(double startS, double endS) {
    if (readyState == ReadyState.OPEN) {
      if (!(startS >= 0 && startS <= endS)) {
        throw new IllegalArgumentException("seekable from " + startS + " to " + endS);
      }
      seekable = new TimeRanges(new double[] {startS, endS});
    }
  }

  /** What a viewer may seek in while the duration is infinite, what is buffered left aside. */
  public TimeRanges liveSeekable() {
    return seekable;
  }

  @Override
  public void endOfStream() {
    if (readyState != ReadyState.OPEN) {
      return;
    }
    requireIdle("endOfStream");
    readyState = ReadyState.ENDED;
    durationS = highestEndS();
    journal.log("source", "end of stream at " + durationS);
    if (!hasMetadata() && element != null) {
      element.fail(VirtualElement.MEDIA_ERR_SRC_NOT_SUPPORTED, "the stream ends before it begins");
      return;
    }
    changed();
  }

  @Override
  public void close() {
    given = true;
    for (VirtualSourceBuffer buffer : buffers) {
      buffer.close();
    }
  }

  /** The SourceBuffers, in the order in which they were added. */
  public List<VirtualSourceBuffer> buffers() {
    return buffers;
  }

  /** Whether all media is said to be in. */
  public boolean isEnded() {
    return readyState == ReadyState.ENDED;
  }

  /** Seconds; NaN while not set. */
  public double durationS() {
    return durationS;
  }

  /** What the element can play: what all buffers have (section 4.7.3). */
  public TimeRanges playable() {
    TimeRanges there = null;
    for (VirtualSourceBuffer buffer : buffers) {
      TimeRanges its = buffer.bufferedNow();
      if (isEnded()) {
        its = stretched(its, highestEndS());
      }
      there = there == null ? its : there.intersect(its);
    }
    return there == null ? TimeRanges.EMPTY : there;
  }

  void attachTo(VirtualElement element) {
    if (this.element != null || readyState != ReadyState.CLOSED) {
      throw new IllegalStateException("a MediaSource attaches once");
    }
    this.element = element;
    loop.after(
        OPEN_MS,
        () -> {
          if (this.element == element) {
            readyState = ReadyState.OPEN;
            if (!given) {
              listener.onOpen();
            }
          }
        });
  }

  void detach() {
    boolean wasOpen = readyState != ReadyState.CLOSED;
    readyState = ReadyState.CLOSED;
    element = null;
    if (wasOpen) {
      loop.after(
          0,
          () -> {
            if (!given) {
              listener.onClosed();
            }
          });
    }
  }

  /** Whether every buffer has an init segment. */
  boolean hasMetadata() {
    for (VirtualSourceBuffer buffer : buffers) {
      if (!buffer.isInitialised()) {
        return false;
      }
    }
    return !buffers.isEmpty();
  }

  /** Whether it is attached and has not ended. */
  boolean isOpen() {
    return readyState == ReadyState.OPEN;
  }

  /** What an append or a removal does first: a source that has ended is open again. */
  boolean reopen() {
    if (readyState == ReadyState.ENDED) {
      readyState = ReadyState.OPEN;
      changed();
    }
    return readyState == ReadyState.OPEN;
  }

  /** The append error algorithm (section 5.5.3). */
  void failDecoding() {
    readyState = ReadyState.ENDED;
    if (element != null) {
      element.fail(VirtualElement.MEDIA_ERR_DECODE, "malformed media data");
    }
  }

  /** Whether the element has failed, and so takes no more media. */
  boolean hasFailed() {
    return element != null && element.errorCode() != 0;
  }

  /** Whether a SourceBuffer is at work. */
  public boolean isUpdating() {
    return buffers.stream().anyMatch(VirtualSourceBuffer::isUpdating);
  }

  void changed() {
    if (readyState == ReadyState.OPEN) {
      // Media behind the end moves it (section 3.5.8).
      durationS = Math.max(durationS, highestEndS());
    }
    if (element != null) {
      element.update();
    }
  }

  double positionS() {
    return element == null ? 0 : element.currentTime();
  }

  EventLoop loop() {
    return loop;
  }

  Journal journal() {
    return journal;
  }

  private void requireIdle(String what) {
    for (VirtualSourceBuffer buffer : buffers) {
      if (buffer.isUpdating()) {
        throw new IllegalStateException(what + " while a buffer is updating");
      }
    }
  }

  private double highestEndS() {
    double highest = 0;
    for (VirtualSourceBuffer buffer : buffers) {
      TimeRanges its = buffer.bufferedNow();
      if (its.count() > 0) {
        highest = Math.max(highest, its.endS(its.count() - 1));
      }
    }
    return highest;
  }

  private static TimeRanges stretched(TimeRanges ranges, double endS) {
    double[] edges = ranges.toArray();
    if (edges.length > 0) {
      edges[edges.length - 1] = endS;
    }
    return new TimeRanges(edges);
  }
}
