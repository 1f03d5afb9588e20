package dev.offstage.bindings.mse;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;

/**
 * Tells which track joined or left a list.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#trackevent">HTML, TrackEvent</a>
 */
public interface TrackEvent extends Event {
  /**
   * The {@link AudioTrack}, {@link VideoTrack} or {@link TextTrack}, by the list that fired.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#trackevent">HTML,
   *     TrackEvent</a>
   */
  @JSProperty
  @Nullable JSObject getTrack();
}
