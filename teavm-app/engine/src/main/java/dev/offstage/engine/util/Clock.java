package dev.offstage.engine.util;

/**
 * The time that every stage measures by. One instance for the whole engine; called on the engine's
 * thread only.
 */
public interface Clock {
  /**
   * Milliseconds since the Unix epoch, with fractions, never going backwards. Page and worker
   * derive it the same way ({@code performance.timeOrigin + performance.now()}, High Resolution
   * Time, section 4), so a moment named by one is the same moment on the other.
   */
  double nowMs();
}
