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
  /**
   * A configuration in which nothing is set yet.
   *
   * @see <a href="https://w3c.github.io/media-capabilities/#dictdef-videoconfiguration">Media
   *     Capabilities, VideoConfiguration</a>
   */
  static VideoConfiguration create() {
    return JSObjects.create();
  }

  /**
   * A MIME type with one codec. Required.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-contenttype">Media
   *     Capabilities, contentType</a>
   */
  @JSProperty
  void setContentType(String contentType);

  /**
   * Pixels. Required.
   *
   * @see <a href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-width">Media
   *     Capabilities, width</a>
   */
  @JSProperty
  void setWidth(int width);

  /**
   * Pixels. Required.
   *
   * @see <a href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-height">Media
   *     Capabilities, height</a>
   */
  @JSProperty
  void setHeight(int height);

  /**
   * Bits per second, a whole number. Required.
   *
   * @see <a href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-bitrate">Media
   *     Capabilities, bitrate</a>
   */
  @JSProperty
  void setBitrate(double bitrate);

  /**
   * Frames per second. Required.
   *
   * @see <a href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-framerate">Media
   *     Capabilities, framerate</a>
   */
  @JSProperty
  void setFramerate(double framerate);

  /**
   * Whether the picture is partly transparent.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-hasalphachannel">Media
   *     Capabilities, hasAlphaChannel</a>
   */
  @JSProperty
  void setHasAlphaChannel(boolean hasAlphaChannel);

  /**
   * The metadata of an HDR picture.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-hdrmetadatatype">Media
   *     Capabilities, hdrMetadataType</a>
   */
  @JSProperty
  void setHdrMetadataType(HdrMetadataType hdrMetadataType);

  /**
   * The range of colours.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-colorgamut">Media
   *     Capabilities, colorGamut</a>
   */
  @JSProperty
  void setColorGamut(ColorGamut colorGamut);

  /**
   * The transfer function.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-transferfunction">Media
   *     Capabilities, transferFunction</a>
   */
  @JSProperty
  void setTransferFunction(TransferFunction transferFunction);

  /**
   * The scalability mode of WebRTC SVC.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-scalabilitymode">Media
   *     Capabilities, scalabilityMode</a>
   */
  @JSProperty
  void setScalabilityMode(String scalabilityMode);

  /**
   * Whether frames of other sizes may be referred to.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-videoconfiguration-spatialscalability">Media
   *     Capabilities, spatialScalability</a>
   */
  @JSProperty
  void setSpatialScalability(boolean spatialScalability);
}
