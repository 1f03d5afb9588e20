package dev.offstage.bindings.eme;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * How much an application needs a feature of a key system.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysrequirement">Encrypted Media
 *     Extensions, MediaKeysRequirement</a>
 */
public abstract class MediaKeysRequirement extends WebEnum {
  private MediaKeysRequirement() {}

  /** {@code "required"}: it cannot do without. */
  @JSBody(script = "return 'required';")
  @NoSideEffects
  public static native MediaKeysRequirement required();

  /** {@code "optional"}: it works either way. */
  @JSBody(script = "return 'optional';")
  @NoSideEffects
  public static native MediaKeysRequirement optional();

  /** {@code "not-allowed"}: it must not be used. */
  @JSBody(script = "return 'not-allowed';")
  @NoSideEffects
  public static native MediaKeysRequirement notAllowed();
}
