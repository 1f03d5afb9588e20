package dev.offstage.bindings.mse;

import org.teavm.jso.JSBody;
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
public abstract class BufferedChangeEvent implements Event {
  private BufferedChangeEvent() {}

  /**
   * Makes an event as a program may dispatch it.
   *
   * @see <a href="https://w3c.github.io/media-source/#bufferedchangeevent-interface">Media Source
   *     Extensions, BufferedChangeEvent</a>
   */
  @JSBody(
      params = {"type", "init"},
      script = "return new BufferedChangeEvent(type, init);")
  public static native BufferedChangeEvent create(String type, BufferedChangeEventInit init);

  /**
   * What came, in seconds; possibly no ranges.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-bufferedchangeevent-addedranges">Media
   *     Source Extensions, addedRanges</a>
   */
  @JSProperty
  public abstract TimeRanges getAddedRanges();

  /**
   * What went, in seconds; possibly no ranges.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-bufferedchangeevent-removedranges">Media
   *     Source Extensions, removedRanges</a>
   */
  @JSProperty
  public abstract TimeRanges getRemovedRanges();
}
