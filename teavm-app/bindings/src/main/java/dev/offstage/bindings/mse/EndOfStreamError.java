package dev.offstage.bindings.mse;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * Why a stream ends early, for {@link MediaSource#endOfStream(EndOfStreamError)}.
 *
 * @see <a href="https://w3c.github.io/media-source/#dom-endofstreamerror">Media Source Extensions,
 *     EndOfStreamError</a>
 */
public abstract class EndOfStreamError extends WebEnum {
  private EndOfStreamError() {}

  /**
   * {@code "network"}: the data could not be fetched; the element fails with {@code
   * MEDIA_ERR_NETWORK}, or {@code MEDIA_ERR_SRC_NOT_SUPPORTED} before its metadata is there.
   */
  @JSBody(script = "return 'network';")
  @NoSideEffects
  public static native EndOfStreamError network();

  /**
   * {@code "decode"}: the data could not be decoded; the element fails with {@code
   * MEDIA_ERR_DECODE}, or {@code MEDIA_ERR_SRC_NOT_SUPPORTED} before its metadata is there.
   */
  @JSBody(script = "return 'decode';")
  @NoSideEffects
  public static native EndOfStreamError decode();
}
