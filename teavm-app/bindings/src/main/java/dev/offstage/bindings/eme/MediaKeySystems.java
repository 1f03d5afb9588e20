package dev.offstage.bindings.eme;

import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/**
 * What {@code navigator} has for encrypted media.
 *
 * <p>Context: pages in secure contexts; ask {@link #isSupported()} first.
 *
 * @see <a
 *     href="https://w3c.github.io/encrypted-media/#navigator-extension-requestmediakeysystemaccess">Encrypted
 *     Media Extensions, Navigator extension</a>
 */
public final class MediaKeySystems {
  private MediaKeySystems() {}

  /**
   * Whether key systems can be asked for here. Never throws.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#navigator-extension-requestmediakeysystemaccess">Encrypted
   *     Media Extensions, MediaKeySystems</a>
   */
  @JSBody(
      script =
          "return typeof navigator !== 'undefined' && 'requestMediaKeySystemAccess' in navigator;")
  public static native boolean isSupported();

  /**
   * Asks for a key system. The promise is rejected with {@code NotSupportedError} when none of the
   * configurations fits, with {@code TypeError} for an empty name or no configurations, with {@code
   * SecurityError} where a policy forbids it.
   *
   * @param keySystem a name such as {@code org.w3.clearkey}
   * @param configurations what would do, best first
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-navigator-requestmediakeysystemaccess">Encrypted
   *     Media Extensions, requestMediaKeySystemAccess</a>
   */
  @JSBody(
      params = {"keySystem", "configurations"},
      script = "return navigator.requestMediaKeySystemAccess(keySystem, configurations);")
  public static native JSPromise<MediaKeySystemAccess> requestMediaKeySystemAccess(
      String keySystem, JSArrayReader<MediaKeySystemConfiguration> configurations);
}
