package dev.offstage.samples;

import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import org.teavm.jso.core.JSArray;

/**
 * A file plays through a {@code MediaSource} of this worker: the page gets nothing but a handle.
 */
final class HandleSample {
  private static final String TYPE = "video/mp4; codecs=\"avc1.4d400d\"";

  private HandleSample() {}

  static void start() {
    MediaSource source = new MediaSource();
    source.onSourceOpen(event -> fill(source));
    MediaSourceHandle handle = source.getHandle();
    DedicatedWorkerGlobalScope.current().postMessage(handle, JSArray.of(handle));
  }

  private static void fill(MediaSource source) {
    SourceBuffer buffer = source.addSourceBuffer(TYPE);
    buffer.onUpdateEnd(event -> source.endOfStream());
    Fetch.fetch("/media/schemes/base/v0.mp4")
        .flatThen(Response::arrayBuffer)
        .then(
            bytes -> {
              buffer.appendBuffer(bytes);
              return null;
            });
  }
}
