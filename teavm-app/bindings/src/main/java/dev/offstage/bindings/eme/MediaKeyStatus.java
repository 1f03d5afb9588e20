package dev.offstage.bindings.eme;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * The state of one key.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeystatus">Encrypted Media
 *     Extensions, MediaKeyStatus</a>
 */
public abstract class MediaKeyStatus extends WebEnum {
  private MediaKeyStatus() {}

  /** {@code "usable"}: it decrypts. */
  @JSBody(script = "return 'usable';")
  @NoSideEffects
  public static native MediaKeyStatus usable();

  /** {@code "expired"}: its time is over. */
  @JSBody(script = "return 'expired';")
  @NoSideEffects
  public static native MediaKeyStatus expired();

  /** {@code "released"}: it is only a record of its release. */
  @JSBody(script = "return 'released';")
  @NoSideEffects
  public static native MediaKeyStatus released();

  /** {@code "output-restricted"}: the output is not protected enough for it. */
  @JSBody(script = "return 'output-restricted';")
  @NoSideEffects
  public static native MediaKeyStatus outputRestricted();

  /** {@code "output-downscaled"}: it decrypts, but at a lower resolution. */
  @JSBody(script = "return 'output-downscaled';")
  @NoSideEffects
  public static native MediaKeyStatus outputDownscaled();

  /** {@code "usable-in-future"}: it does not decrypt yet. */
  @JSBody(script = "return 'usable-in-future';")
  @NoSideEffects
  public static native MediaKeyStatus usableInFuture();

  /** {@code "status-pending"}: not known yet. */
  @JSBody(script = "return 'status-pending';")
  @NoSideEffects
  public static native MediaKeyStatus statusPending();

  /** {@code "internal-error"}: it cannot be used, for an error not told here. */
  @JSBody(script = "return 'internal-error';")
  @NoSideEffects
  public static native MediaKeyStatus internalError();
}
