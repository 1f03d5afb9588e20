package dev.offstage.simulator;

import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.simulator.element.VirtualElement;
import dev.offstage.simulator.element.VirtualMediaSource;
import dev.offstage.simulator.time.EventLoop;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A MediaSource on the page, worked by messages: what the bridge of js-glue and its other half in
 * the worker do together. While the page is frozen, nothing of it happens.
 */
final class BridgedSink implements MediaSink {
  private final EventLoop loop;
  private final PageThread page;
  private final VirtualElement element;
  private final double messageMs;
  private final BooleanSupplier isCurrent;
  private @Nullable VirtualMediaSource source;
  private boolean closed;

  /**
   * @param isCurrent whether the page still plays the session that this is of
   * @param make makes the MediaSource, on the page
   */
  BridgedSink(
      EventLoop loop,
      PageThread page,
      VirtualElement element,
      double messageMs,
      BooleanSupplier isCurrent,
      MediaSink.Listener listener,
      Function<MediaSink.Listener, VirtualMediaSource> make) {
    this.loop = loop;
    this.page = page;
    this.element = element;
    this.messageMs = messageMs;
    this.isCurrent = isCurrent;
    MediaSink.Listener bridged =
        new MediaSink.Listener() {
          @Override
          public void onOpen() {
            toWorker(listener::onOpen);
          }

          @Override
          public void onClosed() {
            toWorker(listener::onClosed);
          }
        };
    toPage(
        () -> {
          source = make.apply(bridged);
          element.attach(source);
        });
  }

  @Override
  public void querySupport(List<String> contentTypes, SupportAnswer answer) {
    toPage(() -> there().querySupport(contentTypes, yes -> toWorker(() -> answer.onAnswer(yes))));
  }

  @Override
  public SinkBuffer addBuffer(String contentType) {
    Buffer buffer = new Buffer();
    toPage(() -> buffer.buffer = there().addBuffer(contentType));
    return buffer;
  }

  @Override
  public void setDuration(double durationS) {
    toPage(() -> there().setDuration(durationS));
  }

  @Override
  public void setLiveSeekableRange(double startS, double endS) {
    toPage(() -> there().setLiveSeekableRange(startS, endS));
  }

  @Override
  public void endOfStream() {
    toPage(() -> there().endOfStream());
  }

  @Override
  public void close() {
    closed = true;
    page.post(
        messageMs,
        () -> {
          VirtualMediaSource mine = source;
          if (mine != null) {
            mine.close();
            if (element.source() == mine) {
              element.detach();
            }
          }
        });
  }

  private VirtualMediaSource there() {
    VirtualMediaSource made = source;
    if (made == null) {
      throw new IllegalStateException("there is no MediaSource yet");
    }
    return made;
  }

  private void toPage(Runnable task) {
    page.post(
        messageMs,
        () -> {
          if (!closed && isCurrent.getAsBoolean()) {
            task.run();
          }
        });
  }

  private void toWorker(Runnable task) {
    loop.after(
        messageMs,
        () -> {
          if (!closed) {
            task.run();
          }
        });
  }

  /** A SourceBuffer on the page. */
  private final class Buffer implements SinkBuffer {
    private @Nullable SinkBuffer buffer;
    private TimeRanges buffered = TimeRanges.EMPTY;

    @Override
    public void append(Bytes data, Placement placement, Done done) {
      toPage(() -> mine().append(data, placement, failure -> answer(failure, done)));
    }

    @Override
    public void remove(double startS, double endS, Done done) {
      toPage(() -> mine().remove(startS, endS, failure -> answer(failure, done)));
    }

    @Override
    public void abort(Done done) {
      toPage(() -> mine().abort(failure -> answer(failure, done)));
    }

    @Override
    public void changeType(String contentType, Done done) {
      toPage(() -> mine().changeType(contentType, failure -> answer(failure, done)));
    }

    @Override
    public TimeRanges buffered() {
      return buffered;
    }

    private SinkBuffer mine() {
      SinkBuffer added = buffer;
      if (added == null) {
        throw new IllegalStateException("there is no SourceBuffer yet");
      }
      return added;
    }

    private void answer(@Nullable SinkFailure failure, Done done) {
      TimeRanges now = mine().buffered();
      toWorker(
          () -> {
            buffered = now;
            done.onDone(failure);
          });
    }
  }
}
