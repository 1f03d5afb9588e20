package dev.offstage.samples;

import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import dev.offstage.bindings.worker.Timers;
import org.teavm.jso.core.JSArray;

/**
 * A stream without an end: a segment of 2 s comes every 2 s, and the element may seek in the last 6
 * s. What is buffered counts as well, so what lies 2 s before that is removed. The programme is six
 * segments long and begins anew after them, moved behind the last one by {@code timestampOffset}.
 */
final class LiveSample {
  private static final String TYPE = "video/mp4; codecs=\"avc1.4d400d\"";
  private static final int SEGMENTS = 6;
  private static final double SEGMENT_DURATION = 2;
  private static final double WINDOW = 6;

  /** Segments that are there when the viewer comes. */
  private static final int EARLIER = 3;

  private final MediaSource source;
  private final SourceBuffer buffer;
  private int number;

  private LiveSample(MediaSource source) {
    this.source = source;
    buffer = source.addSourceBuffer(TYPE);
    buffer.onUpdateEnd(event -> updated());
  }

  static void start() {
    MediaSource source = new MediaSource();
    source.onSourceOpen(
        event -> {
          source.setDuration(Double.POSITIVE_INFINITY);
          new LiveSample(source).append("init.mp4");
        });
    MediaSourceHandle handle = source.getHandle();
    DedicatedWorkerGlobalScope.current().postMessage(handle, JSArray.of(handle));
  }

  private void updated() {
    double edge = number * SEGMENT_DURATION;
    if (edge > 0) {
      source.setLiveSeekableRange(Math.max(0, edge - WINDOW), edge);
    }
    if (buffer.getBuffered().getLength() > 0
        && buffer.getBuffered().start(0) < edge - WINDOW - SEGMENT_DURATION) {
      // What nobody may seek to any more is removed; its updateend comes here again.
      buffer.remove(0, edge - WINDOW - SEGMENT_DURATION);
    } else if (number < EARLIER) {
      appendNext();
    } else {
      Timers.setTimeout(this::appendNext, SEGMENT_DURATION * 1000);
    }
  }

  private void appendNext() {
    int index = number % SEGMENTS;
    buffer.setTimestampOffset((number - index) * SEGMENT_DURATION);
    number++;
    append((index < 3 ? "000" : "00") + (index + 7) + ".m4s");
  }

  private void append(String name) {
    Fetch.fetch("/media/schemes/number/v0/" + name)
        .flatThen(Response::arrayBuffer)
        .then(
            bytes -> {
              buffer.appendBuffer(bytes);
              return null;
            });
  }
}
