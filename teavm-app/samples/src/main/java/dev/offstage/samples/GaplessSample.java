package dev.offstage.samples;

import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import org.teavm.jso.core.JSArray;

/**
 * Two clips become one without a gap. The first is cut at 3.2 s by the append window; the second,
 * whose own timestamps begin at 7 s and whose picture is of another size, is moved there by {@code
 * timestampOffset}.
 */
final class GaplessSample {
  private static final String FIRST_TYPE = "video/mp4; codecs=\"avc1.4d400d\"";
  private static final String SECOND_TYPE = "video/mp4; codecs=\"avc1.4d4015\"";
  private static final double JOINT = 3.2;
  private static final double SECOND_STARTS_AT = 7;
  private static final double SECOND_DURATION = 4;

  private final MediaSource source;
  private final SourceBuffer buffer;
  private boolean second;

  private GaplessSample(MediaSource source) {
    this.source = source;
    buffer = source.addSourceBuffer(FIRST_TYPE);
    buffer.onUpdateEnd(event -> appended());
  }

  static void start() {
    MediaSource source = new MediaSource();
    source.onSourceOpen(event -> new GaplessSample(source).appendFirst());
    MediaSourceHandle handle = source.getHandle();
    DedicatedWorkerGlobalScope.current().postMessage(handle, JSArray.of(handle));
  }

  private void appendFirst() {
    buffer.setAppendWindowEnd(JOINT);
    append("/media/schemes/base/v0.mp4");
  }

  private void appendSecond() {
    second = true;
    buffer.changeType(SECOND_TYPE);
    buffer.setTimestampOffset(JOINT - SECOND_STARTS_AT);
    // The end goes first: the window may never be empty.
    buffer.setAppendWindowEnd(JOINT + SECOND_DURATION);
    buffer.setAppendWindowStart(JOINT);
    append("/media/schemes/periods/2/v.mp4");
  }

  private void append(String url) {
    Fetch.fetch(url)
        .flatThen(Response::arrayBuffer)
        .then(
            bytes -> {
              buffer.appendBuffer(bytes);
              return null;
            });
  }

  private void appended() {
    if (second) {
      source.endOfStream();
    } else {
      appendSecond();
    }
  }
}
