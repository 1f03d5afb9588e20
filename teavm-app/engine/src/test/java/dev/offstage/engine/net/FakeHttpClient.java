package dev.offstage.engine.net;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.util.Cancelable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps requests, for a test to answer. */
final class FakeHttpClient implements HttpClient {
  /** One request. */
  static final class Sent implements Cancelable {
    final String url;
    final @Nullable ByteRange range;
    final String[] headers;
    final boolean withCredentials;
    final boolean streamed;
    final Listener listener;
    boolean cancelled;

    Sent(
        String url,
        @Nullable ByteRange range,
        String[] headers,
        boolean withCredentials,
        boolean streamed,
        Listener listener) {
      this.url = url;
      this.range = range;
      this.headers = headers;
      this.withCredentials = withCredentials;
      this.streamed = streamed;
      this.listener = listener;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  final List<Sent> sent = new ArrayList<>();

  @Override
  public Cancelable get(
      String url,
      @Nullable ByteRange range,
      String[] headers,
      boolean withCredentials,
      boolean streamed,
      Listener listener) {
    Sent request = new Sent(url, range, headers, withCredentials, streamed, listener);
    sent.add(request);
    return request;
  }

  Sent last() {
    return sent.get(sent.size() - 1);
  }
}
