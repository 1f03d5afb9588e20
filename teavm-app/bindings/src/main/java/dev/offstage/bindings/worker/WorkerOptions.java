package dev.offstage.bindings.worker;

import dev.offstage.bindings.fetch.RequestCredentials;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;

/**
 * How a worker is started.
 *
 * <p>Context: pages and dedicated workers.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#workeroptions">HTML,
 *     WorkerOptions</a>
 */
public interface WorkerOptions extends JSObject {
  /**
   * Options that are all left to their defaults.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#workeroptions">HTML,
   *     WorkerOptions</a>
   */
  static WorkerOptions create() {
    return JSObjects.create();
  }

  /**
   * Classic script or module; {@link WorkerType#classic()} by default.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#dom-workeroptions-type">HTML,
   *     type</a>
   */
  @JSProperty
  void setType(WorkerType type);

  /**
   * Whether cookies go along with the requests for modules.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dom-workeroptions-credentials">HTML,
   *     credentials</a>
   */
  @JSProperty
  void setCredentials(RequestCredentials credentials);

  /**
   * The name that the worker's scope and the developer tools show.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#dom-workeroptions-name">HTML,
   *     name</a>
   */
  @JSProperty
  void setName(String name);
}
