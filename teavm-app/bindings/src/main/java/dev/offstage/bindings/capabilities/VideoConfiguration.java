package dev.offstage.bindings.capabilities;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;

/**
 * A video to ask about.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://w3c.github.io/media-capabilities/#dictdef-videoconfiguration">Media
 *     Capabilities, VideoConfiguration</a>
 */
public interface VideoConfiguration extends JSObject {
  /** A configuration in which nothing is set yet. */
  static VideoConfiguration create() {
    return JSObjects.create();
  }

  /** A MIME type with one codec. Required. */
  @JSProperty
  void setContentType(String contentType);

  /** Pixels. Required. */
  @JSProperty
  void setWidth(int width);

  /** Pixels. Required. */
  @JSProperty
  void setHeight(int height);

  /** Bits per second, a whole number. Required. */
  @JSProperty
  void setBitrate(double bitrate);

  /** Frames per second. Required. */
  @JSProperty
  void setFramerate(double framerate);

  /** Whether the picture is partly transparent. */
  @JSProperty
  void setHasAlphaChannel(boolean hasAlphaChannel);

  /** The metadata of an HDR picture. */
  @JSProperty
  void setHdrMetadataType(HdrMetadataType hdrMetadataType);

  /** The range of colours. */
  @JSProperty
  void setColorGamut(ColorGamut colorGamut);

  /** The transfer function. */
  @JSProperty
  void setTransferFunction(TransferFunction transferFunction);

  /** The scalability mode of WebRTC SVC. */
  @JSProperty
  void setScalabilityMode(String scalabilityMode);

  /** Whether frames of other sizes may be referred to. */
  @JSProperty
  void setSpatialScalability(boolean spatialScalability);
}
