package dev.offstage.bindings.eme;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * How long a session's licence lasts.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysessiontype">Encrypted Media
 *     Extensions, MediaKeySessionType</a>
 */
public abstract class MediaKeySessionType extends WebEnum {
  private MediaKeySessionType() {}

  /** {@code "temporary"}: until the session is closed; the default. */
  @JSBody(script = "return 'temporary';")
  @NoSideEffects
  public static native MediaKeySessionType temporary();

  /** {@code "persistent-license"}: it is stored and can be loaded again. */
  @JSBody(script = "return 'persistent-license';")
  @NoSideEffects
  public static native MediaKeySessionType persistentLicense();
}
