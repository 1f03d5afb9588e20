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
  /** The identifier; empty before the session is in use. */
  @JSProperty
  String getSessionId();

  /** When the keys expire: milliseconds since 1970 in UTC; NaN for never, or not known. */
  @JSProperty
  double getExpiration();

  /** Fulfilled when the session is closed. Older browsers tell no reason: undefined. */
  @JSProperty
  JSPromise<MediaKeySessionClosedReason> getClosed();

  /** The keys of the session and their states; live. */
  @JSProperty
  MediaKeyStatusMap getKeyStatuses();

  /**
   * Asks for a licence; a {@code message} event follows. The promise is rejected with {@code
   * TypeError} for empty or malformed data, with {@code NotSupportedError} for a type that is not
   * supported.
   *
   * @param initDataType such as {@code cenc}, {@code keyids}, {@code webm}
   */
  JSPromise<JSUndefined> generateRequest(String initDataType, ArrayBuffer initData);

  /** As {@link #generateRequest(String, ArrayBuffer)}, from a view. */
  JSPromise<JSUndefined> generateRequest(String initDataType, ArrayBufferView initData);

  /**
   * Loads a stored session. The promise answers false if there is none, and is rejected with {@code
   * TypeError} for a temporary session or an empty identifier, with {@code QuotaExceededError} when
   * the stored one is in use.
   */
  JSPromise<JSBoolean> load(String sessionId);

  /** Gives a server's answer. The promise is rejected with {@code TypeError} if it is not valid. */
  JSPromise<JSUndefined> update(ArrayBuffer response);

  /** As {@link #update(ArrayBuffer)}, from a view. */
  JSPromise<JSUndefined> update(ArrayBufferView response);

  /** Ends the session; a temporary one loses its keys. */
  JSPromise<JSUndefined> close();

  /** Destroys the keys, stored ones too. */
  JSPromise<JSUndefined> remove();

  /** Fires when a key's state has changed. */
  default Registration onKeyStatusesChange(EventListener<Event> listener) {
    return onEvent("keystatuseschange", listener);
  }

  /** Fires when there is a message for the server. */
  default Registration onMessage(EventListener<MediaKeyMessageEvent> listener) {
    return onEvent("message", listener);
  }
}
