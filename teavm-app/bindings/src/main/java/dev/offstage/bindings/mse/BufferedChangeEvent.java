package dev.offstage.bindings.mse;

import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;

/**
 * Tells what came to and what went from a {@link ManagedSourceBuffer}.
 *
 * <p>Context: pages and dedicated workers of browsers that have it.
 *
 * @see <a href="https://w3c.github.io/media-source/#bufferedchangeevent-interface">Media Source
 *     Extensions, BufferedChangeEvent</a>
 */
public interface BufferedChangeEvent extends Event {
  /** What came, in seconds; possibly no ranges. */
  @JSProperty
  TimeRanges getAddedRanges();

  /** What went, in seconds; possibly no ranges. */
  @JSProperty
  TimeRanges getRemovedRanges();
}
