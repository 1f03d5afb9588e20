package dev.offstage.bindings.capabilities;

import dev.offstage.bindings.eme.MediaKeySystemAccess;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What {@link MediaCapabilities#decodingInfo} found.
 *
 * <p>Context: pages and workers.
 *
 * @see <a
 *     href="https://w3c.github.io/media-capabilities/#dictdef-mediacapabilitiesdecodinginfo">Media
 *     Capabilities, MediaCapabilitiesDecodingInfo</a>
 */
public abstract class MediaCapabilitiesDecodingInfo implements JSObject {
  private MediaCapabilitiesDecodingInfo() {}

  /**
   * Whether the media decodes at all.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dictdef-mediacapabilitiesdecodinginfo">Media
   *     Capabilities, MediaCapabilitiesDecodingInfo</a>
   */
  @JSProperty
  public abstract boolean isSupported();

  /**
   * Whether it would play without dropped frames.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitiesdecodinginfo-smooth">Media
   *     Capabilities, smooth</a>
   */
  @JSProperty
  public abstract boolean isSmooth();

  /**
   * Whether it would need little power.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitiesdecodinginfo-powerefficient">Media
   *     Capabilities, powerEfficient</a>
   */
  @JSProperty
  public abstract boolean isPowerEfficient();

  /**
   * The key system that fits; null without one, or where the browser lacks the member.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitiesdecodinginfo-keysystemaccess">Media
   *     Capabilities, keySystemAccess</a>
   */
  @JSBody(script = "return this.keySystemAccess || null;")
  public native @Nullable MediaKeySystemAccess getKeySystemAccess();

  /**
   * What was asked; null where the browser lacks the member.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitiesdecodinginfo-configuration">Media
   *     Capabilities, configuration</a>
   */
  @JSBody(script = "return this.configuration || null;")
  public native @Nullable MediaDecodingConfiguration getConfiguration();
}
