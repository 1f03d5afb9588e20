package dev.offstage.bindings.eme;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Media of one type that is to be decrypted.
 *
 * <p>Context: pages in secure contexts.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#mediakeysystemmediacapability-dictionary">
 *     Encrypted Media Extensions, MediaKeySystemMediaCapability</a>
 */
public abstract class MediaKeySystemMediaCapability implements JSObject {
  private MediaKeySystemMediaCapability() {}

  /**
   * A capability in which nothing is set yet.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#mediakeysystemmediacapability-dictionary">Encrypted
   *     Media Extensions, MediaKeySystemMediaCapability</a>
   */
  @JSBody(script = "return {};")
  public static native MediaKeySystemMediaCapability create();

  /**
   * The MIME type with codecs.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemmediacapability-contenttype">Encrypted
   *     Media Extensions, contentType</a>
   */
  @JSProperty
  public abstract String getContentType();

  /**
   * The MIME type with codecs; it should name all of them.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemmediacapability-contenttype">Encrypted
   *     Media Extensions, contentType</a>
   */
  @JSProperty
  public abstract void setContentType(String contentType);

  /**
   * The scheme of the encryption; null for any, or where the browser lacks the member.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemmediacapability-encryptionscheme">Encrypted
   *     Media Extensions, encryptionScheme</a>
   */
  @JSBody(script = "return this.encryptionScheme || null;")
  public native @Nullable EncryptionScheme getEncryptionScheme();

  /**
   * The scheme of the encryption; null for any.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemmediacapability-encryptionscheme">Encrypted
   *     Media Extensions, encryptionScheme</a>
   */
  @JSProperty
  public abstract void setEncryptionScheme(@Nullable EncryptionScheme encryptionScheme);

  /**
   * The level of protection in the key system's own words, or empty.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemmediacapability-robustness">Encrypted
   *     Media Extensions, robustness</a>
   */
  @JSProperty
  public abstract String getRobustness();

  /**
   * The level of protection in the key system's own words; empty for any.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemmediacapability-robustness">Encrypted
   *     Media Extensions, robustness</a>
   */
  @JSProperty
  public abstract void setRobustness(String robustness);
}
