package dev.offstage.bindings.capabilities;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/**
 * Tells what the device can decode.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://w3c.github.io/media-capabilities/#media-capabilities-interface">Media
 *     Capabilities, MediaCapabilities</a>
 */
public abstract class MediaCapabilities implements JSObject {
  private MediaCapabilities() {}

  /**
   * The capabilities of this device; null where the browser lacks them.
   *
   * @see <a href="https://w3c.github.io/media-capabilities/#dom-mediacapabilities-current">Media
   *     Capabilities, current</a>
   */
  @JSBody(script = "return navigator.mediaCapabilities || null;")
  public static native @Nullable MediaCapabilities current();

  /**
   * Whether media would decode, smoothly and with little power. The promise is rejected with {@code
   * TypeError} for a malformed configuration, with {@code InvalidStateError} for one with a key
   * system in a worker, with {@code SecurityError} for one in an insecure context.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilities-decodinginfo">Media
   *     Capabilities, decodingInfo</a>
   */
  public abstract JSPromise<MediaCapabilitiesDecodingInfo> decodingInfo(
      MediaDecodingConfiguration configuration);
}
