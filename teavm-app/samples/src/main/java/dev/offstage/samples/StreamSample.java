package dev.offstage.samples;

import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.streams.ReadableStreamDefaultReader;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.typedarrays.Uint8Array;

/** A file is appended chunk by chunk as it comes, so that playback need not wait for its end. */
final class StreamSample {
  private static final String TYPE = "video/mp4; codecs=\"avc1.4d400d\"";

  private final MediaSource source;
  private final SourceBuffer buffer;
  private final ReadableStreamDefaultReader<Uint8Array> reader;

  private StreamSample(MediaSource source, ReadableStreamDefaultReader<Uint8Array> reader) {
    this.source = source;
    this.reader = reader;
    buffer = source.addSourceBuffer(TYPE);
    buffer.onUpdateEnd(event -> next());
  }

  static void start() {
    MediaSource source = new MediaSource();
    source.onSourceOpen(
        event ->
            Fetch.fetch("/media/schemes/base/v0.mp4")
                .then(
                    response -> {
                      new StreamSample(source, response.getBody().getReader()).next();
                      return null;
                    }));
    MediaSourceHandle handle = source.getHandle();
    DedicatedWorkerGlobalScope.current().postMessage(handle, JSArray.of(handle));
  }

  /** The next chunk is asked for when the last one is appended: the network waits for playback. */
  private void next() {
    reader
        .read()
        .then(
            result -> {
              if (result.isDone()) {
                source.endOfStream();
              } else {
                buffer.appendBuffer(result.getValue());
              }
              return null;
            });
  }
}
