package dev.offstage.worker;

import dev.offstage.bindings.dom.AbortController;
import dev.offstage.bindings.dom.DOMException;
import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Headers;
import dev.offstage.bindings.fetch.RequestCredentials;
import dev.offstage.bindings.fetch.RequestInit;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.streams.ReadableStream;
import dev.offstage.bindings.streams.ReadableStreamDefaultReader;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.HttpClient;
import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Numbers;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Uint8Array;

/** HTTP by {@code fetch}; bodies are read as streams, so that progress is seen and measured. */
final class FetchClient implements HttpClient {
  @Override
  public Cancelable get(
      String url,
      @Nullable ByteRange range,
      String[] headers,
      boolean withCredentials,
      boolean streamed,
      Listener listener) {
    Transfer transfer = new Transfer(streamed, listener);
    RequestInit init = RequestInit.create();
    Headers fields = new Headers();
    for (int i = 0; i + 1 < headers.length; i += 2) {
      fields.append(headers[i], headers[i + 1]);
    }
    if (range != null) {
      String last = range.last() == ByteRange.OPEN_END ? "" : Numbers.print(range.last());
      fields.append("Range", "bytes=" + Numbers.print(range.first()) + "-" + last);
    }
    init.setHeaders(fields);
    init.setCredentials(
        withCredentials ? RequestCredentials.include() : RequestCredentials.sameOrigin());
    init.setSignal(transfer.controller.getSignal());
    Fetch.fetch(url, init)
        .then(
            response -> {
              transfer.onResponse(response);
              return null;
            },
            transfer::onRejected);
    return transfer;
  }

  private static final class Transfer implements Cancelable {
    final AbortController controller = new AbortController();
    private final boolean streamed;
    private final Listener listener;
    private final JSArray<Uint8Array> chunks = new JSArray<>();
    private @Nullable ReadableStreamDefaultReader<Uint8Array> reader;
    private int size;
    private boolean over;

    Transfer(boolean streamed, Listener listener) {
      this.streamed = streamed;
      this.listener = listener;
    }

    void onResponse(Response response) {
      if (over) {
        return;
      }
      listener.onHeaders(response.getStatus(), response.getUrl(), lengthOf(response.getHeaders()));
      ReadableStream<Uint8Array> body = response.getBody();
      if (body == null) {
        finish();
        return;
      }
      reader = body.getReader();
      readOn();
    }

    private void readOn() {
      ReadableStreamDefaultReader<Uint8Array> open = reader;
      if (over || open == null) {
        return;
      }
      open.read()
          .then(
              result -> {
                Uint8Array chunk = result.getValue();
                if (over) {
                  return null;
                }
                if (result.isDone() || chunk == null) {
                  finish();
                  return null;
                }
                take(chunk);
                readOn();
                return null;
              },
              this::onRejected);
    }

    private void take(Uint8Array chunk) {
      chunks.push(chunk);
      size += chunk.getByteLength();
      listener.onProgress(chunk.getByteLength());
      if (streamed) {
        Bytes piece = new JsBytes(join(chunks, size));
        chunks.setLength(0);
        size = 0;
        listener.onPiece(piece);
      }
    }

    private void finish() {
      if (!over) {
        over = true;
        listener.onComplete(streamed ? null : new JsBytes(join(chunks, size)));
      }
    }

    private @Nullable Object onRejected(Object reason) {
      if (!over) {
        over = true;
        String message = DOMException.messageOf(reason);
        listener.onFailed(message == null ? "network error" : message);
      }
      return null;
    }

    @Override
    public void cancel() {
      if (!over) {
        over = true;
        controller.abort();
      }
    }
  }

  /**
   * The announced length. Other origins do not say whether they compress what they send, so a
   * little less than announced is none the less whole: what cannot be compressed grows by a
   * thousandth.
   */
  private static double lengthOf(Headers headers) {
    String length = headers.get("Content-Length");
    if (length == null || headers.get("Content-Encoding") != null) {
      return Double.NaN;
    }
    double bytes = Numbers.integer(length);
    return Math.floor(bytes * 0.999) - 64;
  }

  /** One buffer of all chunks; where there is but one chunk, its own. */
  private static ArrayBuffer join(JSArray<Uint8Array> chunks, int size) {
    if (chunks.getLength() == 1 && chunks.get(0).getBuffer().getByteLength() == size) {
      return chunks.get(0).getBuffer();
    }
    Uint8Array joined = new Uint8Array(size);
    int offset = 0;
    for (int i = 0; i < chunks.getLength(); i++) {
      joined.set(chunks.get(i), offset);
      offset += chunks.get(i).getByteLength();
    }
    return joined.getBuffer();
  }
}
