package dev.offstage.bindings.eme;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * Why a session was closed.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysessionclosedreason">Encrypted
 *     Media Extensions, MediaKeySessionClosedReason</a>
 */
public abstract class MediaKeySessionClosedReason extends WebEnum {
  private MediaKeySessionClosedReason() {}

  /** {@code "internal-error"}: the module failed. */
  @JSBody(script = "return 'internal-error';")
  @NoSideEffects
  public static native MediaKeySessionClosedReason internalError();

  /** {@code "closed-by-application"}: by {@link MediaKeySession#close()}. */
  @JSBody(script = "return 'closed-by-application';")
  @NoSideEffects
  public static native MediaKeySessionClosedReason closedByApplication();

  /** {@code "release-acknowledged"}: its release was confirmed. */
  @JSBody(script = "return 'release-acknowledged';")
  @NoSideEffects
  public static native MediaKeySessionClosedReason releaseAcknowledged();

  /** {@code "hardware-context-reset"}: the hardware lost its state. */
  @JSBody(script = "return 'hardware-context-reset';")
  @NoSideEffects
  public static native MediaKeySessionClosedReason hardwareContextReset();

  /** {@code "resource-evicted"}: others needed the place. */
  @JSBody(script = "return 'resource-evicted';")
  @NoSideEffects
  public static native MediaKeySessionClosedReason resourceEvicted();
}
