package dev.offstage.bindings.worker;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * What kind of script a worker runs.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#workertype">HTML,
 *     WorkerType</a>
 */
public abstract class WorkerType extends WebEnum {
  private WorkerType() {}

  /** {@code "classic"}: a script with {@code importScripts()}; the default. */
  @JSBody(script = "return 'classic';")
  @NoSideEffects
  public static native WorkerType classic();

  /** {@code "module"}: a module with {@code import}. */
  @JSBody(script = "return 'module';")
  @NoSideEffects
  public static native WorkerType module();
}
