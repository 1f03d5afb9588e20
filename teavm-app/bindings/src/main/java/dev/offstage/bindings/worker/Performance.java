package dev.offstage.bindings.worker;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The clock of the page or worker. It never goes back. {@code getTimeOrigin() + now()} is the same
 * scale in a page and its workers, which makes times comparable between them.
 *
 * <p>Context: pages and workers, each with an origin of its own.
 *
 * @see <a href="https://w3c.github.io/hr-time/#sec-performance">High Resolution Time,
 *     Performance</a>
 */
@JSClass(name = "performance")
public final class Performance implements JSObject {
  private Performance() {}

  /**
   * Milliseconds since the page or worker began, with a fraction.
   *
   * @see <a href="https://w3c.github.io/hr-time/#sec-performance">High Resolution Time,
   *     Performance</a>
   */
  public static native double now();

  /**
   * When the page or worker began: milliseconds since 1970 in UTC, with a fraction.
   *
   * @see <a href="https://w3c.github.io/hr-time/#sec-performance">High Resolution Time,
   *     Performance</a>
   */
  @JSProperty
  public static native double getTimeOrigin();
}
