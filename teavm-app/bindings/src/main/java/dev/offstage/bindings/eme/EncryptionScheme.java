package dev.offstage.bindings.eme;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * How media is encrypted.
 *
 * @see <a
 *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemmediacapability-encryptionscheme">Encrypted
 *     Media Extensions, encryptionScheme</a>
 */
public abstract class EncryptionScheme extends WebEnum {
  private EncryptionScheme() {}

  /** {@code "cenc"}: AES-CTR, whole subsamples. */
  @JSBody(script = "return 'cenc';")
  @NoSideEffects
  public static native EncryptionScheme cenc();

  /** {@code "cbcs"}: AES-CBC, patterns of subsamples. */
  @JSBody(script = "return 'cbcs';")
  @NoSideEffects
  public static native EncryptionScheme cbcs();

  /** {@code "cbcs-1-9"}: AES-CBC, the pattern of one to nine. */
  @JSBody(script = "return 'cbcs-1-9';")
  @NoSideEffects
  public static native EncryptionScheme cbcs19();
}
