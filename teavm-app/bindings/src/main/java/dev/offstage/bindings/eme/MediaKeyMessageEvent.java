package dev.offstage.bindings.eme;

import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.typedarrays.ArrayBuffer;

/**
 * A message of a session, to be brought to a server.
 *
 * <p>Context: pages in secure contexts.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#mediakeymessageevent">Encrypted Media
 *     Extensions, MediaKeyMessageEvent</a>
 */
public interface MediaKeyMessageEvent extends Event {
  /**
   * What the message asks for.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeymessageevent-messagetype">Encrypted
   *     Media Extensions, messageType</a>
   */
  @JSProperty
  MediaKeyMessageType getMessageType();

  /**
   * The bytes, in the key system's own format.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeymessageevent-message">Encrypted
   *     Media Extensions, message</a>
   */
  @JSProperty
  ArrayBuffer getMessage();
}
