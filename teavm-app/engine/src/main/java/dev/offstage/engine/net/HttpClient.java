package dev.offstage.engine.net;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.util.Cancelable;
import org.jspecify.annotations.Nullable;

/**
 * The port to the platform's HTTP. It follows redirects, tries once, and knows no timeout: {@link
 * Loader} adds the rest. Every call and every answer is on the engine's thread.
 */
public interface HttpClient {
  /**
   * Sends a GET request.
   *
   * @param url absolute
   * @param range the bytes wanted, or null for all (RFC 9110, section 14.2)
   * @param headers names and values by turns
   * @param withCredentials whether cookies go to other origins
   * @param streamed whether the body is wanted piece by piece, instead of as a whole at the end
   * @param listener hears of the transfer, never before this method has returned
   * @return cancelling aborts the transfer, and the listener hears no more
   */
  Cancelable get(
      String url,
      @Nullable ByteRange range,
      String[] headers,
      boolean withCredentials,
      boolean streamed,
      Listener listener);

  /**
   * Hears of one transfer: headers, any number of progresses, then complete; or failed, at any
   * time.
   */
  interface Listener {
    /**
     * The response has begun. Of a response with a status that is no success, the body is still
     * read.
     *
     * @param status the HTTP status
     * @param finalUrl where redirects have led
     * @param lengthBytes how long the body is, after content decoding; {@link Double#NaN} where
     *     nobody knows
     */
    void onHeaders(int status, String finalUrl, double lengthBytes);

    /** {@code newBytes} more have come, after content decoding. */
    void onProgress(int newBytes);

    /** The next piece of a streamed body, right after {@link #onProgress} has told of it. */
    void onPiece(Bytes piece);

    /**
     * All has come.
     *
     * @param body the body; null if it was streamed
     */
    void onComplete(@Nullable Bytes body);

    /** No connection, a connection cut, or forbidden by CORS: browsers do not tell which. */
    void onFailed(String message);
  }
}
