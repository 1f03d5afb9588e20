package dev.offstage.bindings.worker;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A pair of ports that are each other's ends.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#message-channels">HTML,
 *     MessageChannel</a>
 */
@JSClass
public class MessageChannel implements JSObject {
  /**
   * Makes two entangled ports.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#message-channels">HTML,
   *     MessageChannel</a>
   */
  public MessageChannel() {}

  /**
   * One end.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/web-messaging.html#dom-messagechannel-port1">HTML,
   *     port1</a>
   */
  @JSProperty
  public native MessagePort getPort1();

  /**
   * The other end.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/web-messaging.html#dom-messagechannel-port2">HTML,
   *     port2</a>
   */
  @JSProperty
  public native MessagePort getPort2();
}
