package dev.offstage.bindings.eme;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * What a message of a session asks for.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeymessagetype">Encrypted Media
 *     Extensions, MediaKeyMessageType</a>
 */
public abstract class MediaKeyMessageType extends WebEnum {
  private MediaKeyMessageType() {}

  /** {@code "license-request"}: a licence. */
  @JSBody(script = "return 'license-request';")
  @NoSideEffects
  public static native MediaKeyMessageType licenseRequest();

  /** {@code "license-renewal"}: a renewal of a licence. */
  @JSBody(script = "return 'license-renewal';")
  @NoSideEffects
  public static native MediaKeyMessageType licenseRenewal();

  /** {@code "license-release"}: the record of a release to be confirmed. */
  @JSBody(script = "return 'license-release';")
  @NoSideEffects
  public static native MediaKeyMessageType licenseRelease();

  /** {@code "individualization-request"}: an individualization of the device. */
  @JSBody(script = "return 'individualization-request';")
  @NoSideEffects
  public static native MediaKeyMessageType individualizationRequest();
}
