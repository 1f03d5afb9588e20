package sample;

import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.presentation.SegmentIndex;

/** One Representation, loaded and appended segment by segment. */
final class Track {
  private final SourceBuffer buffer;
  private final InitSegment init;
  private final SegmentIndex segments;
  private final Runnable onEnd;
  private int next;

  Track(MediaSource source, Representation representation, Runnable onEnd) {
    if (!(representation.segments() instanceof SegmentAddressing.Listed listed)
        || representation.init() == null) {
      throw new IllegalArgumentException("this sample plays segments that the manifest names");
    }
    this.init = representation.init();
    this.segments = listed.index();
    this.onEnd = onEnd;
    buffer = source.addSourceBuffer(representation.format().contentType());
    buffer.onUpdateEnd(event -> appendNext());
  }

  void start() {
    append(init.url());
  }

  private void appendNext() {
    if (next == segments.count()) {
      onEnd.run();
    } else {
      append(segments.segment(next++).url());
    }
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
}
