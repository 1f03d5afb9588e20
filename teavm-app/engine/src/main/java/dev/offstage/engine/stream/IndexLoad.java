package dev.offstage.engine.stream;

import dev.offstage.engine.container.SegmentIndexReaders;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.IndexStep;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.presentation.SegmentIndexReader;
import dev.offstage.engine.util.Cancelable;
import org.jspecify.annotations.Nullable;

/** Loads the index that lies in a media file, request by request as its reader asks. */
final class IndexLoad implements Cancelable {
  /** Hears how it ended, once. */
  interface Callback {
    void onIndex(SegmentIndex index);

    void onFailed(PlayerError error);
  }

  private final Address address;
  private final Loader loader;
  private final Callback callback;
  private @Nullable Cancelable request;

  IndexLoad(Address address, Loader loader, Callback callback) {
    this.address = address;
    this.loader = loader;
    this.callback = callback;
  }

  /**
   * Starts.
   *
   * @param periodDurationS of the Representation's period
   */
  void start(
      Representation representation, SegmentAddressing.Indexed addressing, double periodDurationS) {
    try {
      SegmentIndexReader created =
          SegmentIndexReaders.create(representation, addressing, periodDurationS);
      load(created, created.start().range());
    } catch (ParserException e) {
      fail(e);
    }
  }

  @Override
  public void cancel() {
    if (request != null) {
      request.cancel();
      request = null;
    }
  }

  private void load(SegmentIndexReader reader, ByteRange range) {
    request =
        loader.load(
            new Request(RequestKind.INDEX, address, range),
            new Loader.Callback() {
              @Override
              public void onLoaded(Bytes body, String finalUrl) {
                request = null;
                read(reader, range, body);
              }

              @Override
              public void onFailed(PlayerError error) {
                request = null;
                callback.onFailed(error);
              }
            });
  }

  private void read(SegmentIndexReader reader, ByteRange range, Bytes body) {
    IndexStep step;
    try {
      step = reader.read(range, body);
    } catch (ParserException e) {
      fail(e);
      return;
    }
    if (step instanceof IndexStep.Complete complete) {
      callback.onIndex(complete.index());
    } else {
      load(reader, ((IndexStep.Load) step).range());
    }
  }

  private void fail(ParserException e) {
    callback.onFailed(
        PlayerError.fatal(
            ErrorCode.INDEX_MALFORMED,
            "The segment index cannot be read: " + e.getMessage(),
            address.url()));
  }
}
