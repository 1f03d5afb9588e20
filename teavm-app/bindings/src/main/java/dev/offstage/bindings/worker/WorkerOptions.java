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
  /** Options that are all left to their defaults. */
  static WorkerOptions create() {
    return JSObjects.create();
  }

  /** Classic script or module; {@link WorkerType#classic()} by default. */
  @JSProperty
  void setType(WorkerType type);

  /** Whether cookies go along with the requests for modules. */
  @JSProperty
  void setCredentials(RequestCredentials credentials);

  /** The name that the worker's scope and the developer tools show. */
  @JSProperty
  void setName(String name);
}
