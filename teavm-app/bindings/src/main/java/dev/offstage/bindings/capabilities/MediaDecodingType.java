package dev.offstage.bindings.capabilities;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * How media will come to the decoder.
 *
 * @see <a href="https://w3c.github.io/media-capabilities/#enumdef-mediadecodingtype">Media
 *     Capabilities, MediaDecodingType</a>
 */
public abstract class MediaDecodingType extends WebEnum {
  private MediaDecodingType() {}

  /** {@code "file"}: from one address. */
  @JSBody(script = "return 'file';")
  @NoSideEffects
  public static native MediaDecodingType file();

  /** {@code "media-source"}: through a {@code MediaSource}. */
  @JSBody(script = "return 'media-source';")
  @NoSideEffects
  public static native MediaDecodingType mediaSource();

  /** {@code "webrtc"}: in a call. */
  @JSBody(script = "return 'webrtc';")
  @NoSideEffects
  public static native MediaDecodingType webrtc();
}
