package dev.offstage.bindings.eme;

import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.events.Registration;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.ArrayBufferView;

/**
 * An exchange of messages with a licence server, and the keys it gave. The promises are rejected
 * with {@code InvalidStateError} for a session that is closed or not yet, or already, in use.
 *
 * <p>Context: pages in secure contexts.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#mediakeysession-interface">Encrypted Media
 *     Extensions, MediaKeySession</a>
 */
public interface MediaKeySession extends EventTarget {
  /**
   * The identifier; empty before the session is in use.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-sessionid">Encrypted
   *     Media Extensions, sessionId</a>
   */
  @JSProperty
  String getSessionId();

  /**
   * When the keys expire: milliseconds since 1970 in UTC; NaN for never, or not known.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-expiration">Encrypted
   *     Media Extensions, expiration</a>
   */
  @JSProperty
  double getExpiration();

  /**
   * Fulfilled when the session is closed. Older browsers tell no reason: undefined.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-closed">Encrypted
   *     Media Extensions, closed</a>
   */
  @JSProperty
  JSPromise<MediaKeySessionClosedReason> getClosed();

  /**
   * The keys of the session and their states; live.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-keystatuses">Encrypted
   *     Media Extensions, keyStatuses</a>
   */
  @JSProperty
  MediaKeyStatusMap getKeyStatuses();

  /**
   * Asks for a licence; a {@code message} event follows. The promise is rejected with {@code
   * TypeError} for empty or malformed data, with {@code NotSupportedError} for a type that is not
   * supported.
   *
   * @param initDataType such as {@code cenc}, {@code keyids}, {@code webm}
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-generaterequest">Encrypted
   *     Media Extensions, generateRequest</a>
   */
  JSPromise<JSUndefined> generateRequest(String initDataType, ArrayBuffer initData);

  /**
   * As {@link #generateRequest(String, ArrayBuffer)}, from a view.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-generaterequest">Encrypted
   *     Media Extensions, generateRequest</a>
   */
  JSPromise<JSUndefined> generateRequest(String initDataType, ArrayBufferView initData);

  /**
   * Loads a stored session. The promise answers false if there is none, and is rejected with {@code
   * TypeError} for a temporary session or an empty identifier, with {@code QuotaExceededError} when
   * the stored one is in use.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-load">Encrypted Media
   *     Extensions, load</a>
   */
  JSPromise<JSBoolean> load(String sessionId);

  /**
   * Gives a server's answer. The promise is rejected with {@code TypeError} if it is not valid.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-update">Encrypted
   *     Media Extensions, update</a>
   */
  JSPromise<JSUndefined> update(ArrayBuffer response);

  /**
   * As {@link #update(ArrayBuffer)}, from a view.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-update">Encrypted
   *     Media Extensions, update</a>
   */
  JSPromise<JSUndefined> update(ArrayBufferView response);

  /**
   * Ends the session; a temporary one loses its keys.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-close">Encrypted Media
   *     Extensions, close</a>
   */
  JSPromise<JSUndefined> close();

  /**
   * Destroys the keys, stored ones too.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeysession-remove">Encrypted
   *     Media Extensions, remove</a>
   */
  JSPromise<JSUndefined> remove();

  /**
   * Fires when a key's state has changed.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#mediakeysession-interface">Encrypted Media
   *     Extensions, MediaKeySession</a>
   */
  default Registration onKeyStatusesChange(EventListener<Event> listener) {
    return onEvent("keystatuseschange", listener);
  }

  /**
   * Fires when there is a message for the server.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#mediakeysession-interface">Encrypted Media
   *     Extensions, MediaKeySession</a>
   */
  default Registration onMessage(EventListener<MediaKeyMessageEvent> listener) {
    return onEvent("message", listener);
  }
}
