package dev.offstage.bindings.capabilities;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * How a picture's values become light.
 *
 * @see <a href="https://w3c.github.io/media-capabilities/#enumdef-transferfunction">Media
 *     Capabilities, TransferFunction</a>
 */
public abstract class TransferFunction extends WebEnum {
  private TransferFunction() {}

  /** {@code "srgb"}: sRGB. */
  @JSBody(script = "return 'srgb';")
  @NoSideEffects
  public static native TransferFunction srgb();

  /** {@code "pq"}: perceptual quantizer, SMPTE ST 2084. */
  @JSBody(script = "return 'pq';")
  @NoSideEffects
  public static native TransferFunction pq();

  /** {@code "hlg"}: hybrid log-gamma, ARIB STD-B67. */
  @JSBody(script = "return 'hlg';")
  @NoSideEffects
  public static native TransferFunction hlg();
}
