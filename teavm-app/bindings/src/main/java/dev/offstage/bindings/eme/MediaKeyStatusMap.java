package dev.offstage.bindings.eme;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.ArrayBufferView;

/**
 * The keys of a session and their states; live.
 *
 * <p>Context: pages in secure contexts.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#mediakeystatusmap-interface">Encrypted Media
 *     Extensions, MediaKeyStatusMap</a>
 */
public abstract class MediaKeyStatusMap implements JSObject {
  private MediaKeyStatusMap() {}

  /**
   * How many keys there are.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeystatusmap-size">Encrypted
   *     Media Extensions, size</a>
   */
  @JSProperty
  public abstract int getSize();

  /**
   * Whether there is a key.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeystatusmap-has">Encrypted Media
   *     Extensions, has</a>
   */
  public abstract boolean has(ArrayBuffer keyId);

  /**
   * Whether there is a key.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeystatusmap-has">Encrypted Media
   *     Extensions, has</a>
   */
  public abstract boolean has(ArrayBufferView keyId);

  /**
   * The state of a key; null if there is no such key.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#mediakeystatusmap-interface">Encrypted
   *     Media Extensions, MediaKeyStatusMap</a>
   */
  @JSBody(params = "keyId", script = "return this.get(keyId) || null;")
  public native @Nullable MediaKeyStatus get(ArrayBuffer keyId);

  /**
   * The state of a key; null if there is no such key.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#mediakeystatusmap-interface">Encrypted
   *     Media Extensions, MediaKeyStatusMap</a>
   */
  @JSBody(params = "keyId", script = "return this.get(keyId) || null;")
  public native @Nullable MediaKeyStatus get(ArrayBufferView keyId);

  /**
   * Calls the consumer for each key.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#mediakeystatusmap-interface">Encrypted
   *     Media Extensions, MediaKeyStatusMap</a>
   */
  @JSBody(
      params = "consumer",
      script = "this.forEach(function(status, keyId) { consumer(keyId, status); });")
  public native void forEach(Consumer consumer);

  /** Receives keys. */
  @JSFunctor
  @FunctionalInterface
  public interface Consumer extends JSObject {
    /**
     * Takes one key: its identifier and its state.
     *
     * @see <a href="https://w3c.github.io/encrypted-media/#mediakeystatusmap-interface">Encrypted
     *     Media Extensions, MediaKeyStatusMap</a>
     */
    void accept(ArrayBuffer keyId, MediaKeyStatus status);
  }
}
