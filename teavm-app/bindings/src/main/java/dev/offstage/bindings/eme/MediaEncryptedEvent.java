package dev.offstage.bindings.eme;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.typedarrays.ArrayBuffer;

/**
 * Tells of initialization data that was found in the media.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#mediaencryptedevent">Encrypted Media
 *     Extensions, MediaEncryptedEvent</a>
 */
public interface MediaEncryptedEvent extends Event {
  /**
   * The type of the data, such as {@code cenc}; empty if the page may not see it.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediaencryptedevent-initdatatype">Encrypted
   *     Media Extensions, initDataType</a>
   */
  @JSProperty
  String getInitDataType();

  /**
   * The data; null if the page may not see it.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediaencryptedevent-initdata">Encrypted
   *     Media Extensions, initData</a>
   */
  @JSProperty
  @Nullable ArrayBuffer getInitData();
}
