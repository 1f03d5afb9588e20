package dev.offstage.bindings.mse;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Ranges of a timeline in rising order, disjoint and not touching. Unlike the type of the same name
 * in {@code jso-apis}, whose times are {@code float}, it is exact.
 *
 * <p>Context: pages and dedicated workers.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#timeranges">HTML, TimeRanges</a>
 */
public interface TimeRanges extends JSObject {
  /**
   * How many ranges there are.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-timeranges-length">HTML,
   *     length</a>
   */
  @JSProperty
  int getLength();

  /**
   * The start of a range in seconds. Throws {@code IndexSizeError} beyond the last range.
   *
   * @param index from 0 up to, not including, {@link #getLength()}
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-timeranges-start">HTML,
   *     start</a>
   */
  double start(int index);

  /**
   * The end of a range in seconds. Throws {@code IndexSizeError} beyond the last range.
   *
   * @param index from 0 up to, not including, {@link #getLength()}
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-timeranges-end">HTML,
   *     end</a>
   */
  double end(int index);
}
