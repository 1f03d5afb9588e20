package dev.offstage.bindings.eme;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.ArrayBufferView;

/**
 * The keys that media elements decrypt with.
 *
 * <p>Context: pages in secure contexts.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#mediakeys-interface">Encrypted Media
 *     Extensions, MediaKeys</a>
 */
public abstract class MediaKeys implements JSObject {
  private MediaKeys() {}

  /**
   * Makes a temporary session. Throws {@code InvalidStateError} if there can be no more.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeys-createsession">Encrypted
   *     Media Extensions, createSession</a>
   */
  public abstract MediaKeySession createSession();

  /**
   * Makes a session. Throws {@code NotSupportedError} for a kind that was not configured, {@code
   * InvalidStateError} if there can be no more.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-mediakeys-createsession">Encrypted
   *     Media Extensions, createSession</a>
   */
  public abstract MediaKeySession createSession(MediaKeySessionType sessionType);

  /**
   * Gives the server's certificate, to encrypt messages with. The promise answers false if the key
   * system has no use for it, and is rejected with {@code TypeError} for an empty certificate.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeys-setservercertificate">Encrypted
   *     Media Extensions, setServerCertificate</a>
   */
  public abstract JSPromise<JSBoolean> setServerCertificate(ArrayBuffer serverCertificate);

  /**
   * As {@link #setServerCertificate(ArrayBuffer)}, from a view.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeys-setservercertificate">Encrypted
   *     Media Extensions, setServerCertificate</a>
   */
  public abstract JSPromise<JSBoolean> setServerCertificate(ArrayBufferView serverCertificate);

  /**
   * As {@link #getStatusForPolicy(MediaKeysPolicy)}, under a policy that asks for nothing. Browsers
   * that still follow an older text of the standard reject the promise with {@code TypeError}.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeys-getstatusforpolicy">Encrypted
   *     Media Extensions, getStatusForPolicy</a>
   */
  @JSBody(
      script =
          "return this.getStatusForPolicy"
              + " ? this.getStatusForPolicy()"
              + " : Promise.reject("
              + "new DOMException('getStatusForPolicy is absent', 'NotSupportedError'));")
  public native JSPromise<MediaKeyStatus> getStatusForPolicy();

  /**
   * The status that a key would have under a policy. The promise is rejected with {@code
   * NotSupportedError} if the key system cannot tell, or the browser lacks the member.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeys-getstatusforpolicy">Encrypted
   *     Media Extensions, getStatusForPolicy</a>
   */
  @JSBody(
      params = "policy",
      script =
          "return this.getStatusForPolicy"
              + " ? this.getStatusForPolicy(policy)"
              + " : Promise.reject("
              + "new DOMException('getStatusForPolicy is absent', 'NotSupportedError'));")
  public native JSPromise<MediaKeyStatus> getStatusForPolicy(MediaKeysPolicy policy);
}
