package dev.offstage.bindings.worker;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;
import org.teavm.jso.browser.TimerHandler;

/**
 * The timers of pages and workers. Delays are in milliseconds, fractions are dropped; browsers slow
 * down the timers of hidden pages, not those of workers.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers">HTML,
 *     8.6 Timers</a>
 */
@JSClass
public final class Timers implements JSObject {
  private Timers() {}

  /**
   * Calls the handler once after a delay; answers the number to clear it by.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers">HTML,
   *     Timers</a>
   */
  @JSTopLevel
  public static native int setTimeout(TimerHandler handler, double delayMs);

  /**
   * Forgets a timeout; unknown numbers are ignored.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers">HTML,
   *     Timers</a>
   */
  @JSTopLevel
  public static native void clearTimeout(int id);

  /**
   * Calls the handler again and again; answers the number to clear it by.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers">HTML,
   *     Timers</a>
   */
  @JSTopLevel
  public static native int setInterval(TimerHandler handler, double periodMs);

  /**
   * Forgets an interval; unknown numbers are ignored.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers">HTML,
   *     Timers</a>
   */
  @JSTopLevel
  public static native void clearInterval(int id);

  /**
   * Calls the handler when the current task is over, before any other.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#microtask-queuing">HTML,
   *     8.7 Microtask queuing</a>
   */
  @JSTopLevel
  public static native void queueMicrotask(TimerHandler handler);
}
