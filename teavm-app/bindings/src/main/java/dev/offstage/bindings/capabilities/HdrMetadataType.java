package dev.offstage.bindings.capabilities;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * The kind of metadata that an HDR picture carries.
 *
 * @see <a href="https://w3c.github.io/media-capabilities/#enumdef-hdrmetadatatype">Media
 *     Capabilities, HdrMetadataType</a>
 */
public abstract class HdrMetadataType extends WebEnum {
  private HdrMetadataType() {}

  /** {@code "smpteSt2086"}: static, SMPTE ST 2086 (HDR10). */
  @JSBody(script = "return 'smpteSt2086';")
  @NoSideEffects
  public static native HdrMetadataType smpteSt2086();

  /** {@code "smpteSt2094-10"}: dynamic, SMPTE ST 2094-10 (Dolby Vision). */
  @JSBody(script = "return 'smpteSt2094-10';")
  @NoSideEffects
  public static native HdrMetadataType smpteSt209410();

  /** {@code "smpteSt2094-40"}: dynamic, SMPTE ST 2094-40 (HDR10+). */
  @JSBody(script = "return 'smpteSt2094-40';")
  @NoSideEffects
  public static native HdrMetadataType smpteSt209440();
}
