package dev.offstage.bindings.capabilities;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * The range of colours of a picture.
 *
 * @see <a href="https://w3c.github.io/media-capabilities/#enumdef-colorgamut">Media Capabilities,
 *     ColorGamut</a>
 */
public abstract class ColorGamut extends WebEnum {
  private ColorGamut() {}

  /** {@code "srgb"}: sRGB. */
  @JSBody(script = "return 'srgb';")
  @NoSideEffects
  public static native ColorGamut srgb();

  /** {@code "p3"}: DCI P3. */
  @JSBody(script = "return 'p3';")
  @NoSideEffects
  public static native ColorGamut p3();

  /** {@code "rec2020"}: ITU-R BT.2020. */
  @JSBody(script = "return 'rec2020';")
  @NoSideEffects
  public static native ColorGamut rec2020();
}
