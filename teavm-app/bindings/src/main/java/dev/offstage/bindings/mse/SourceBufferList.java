package dev.offstage.bindings.mse;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSIndexer;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.events.Registration;
import org.teavm.jso.function.JSConsumer;

/**
 * A live list of the buffers of a {@link MediaSource}.
 *
 * <p>Context: pages and dedicated workers.
 *
 * @see <a href="https://w3c.github.io/media-source/#sourcebufferlist">Media Source Extensions,
 *     SourceBufferList</a>
 */
public abstract class SourceBufferList implements EventTarget, JSArrayReader<SourceBuffer> {
  private SourceBufferList() {}

  /**
   * How many buffers the list holds.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebufferlist-length">Media Source
   *     Extensions, length</a>
   */
  // A property that overrides JSArrayReader's costs three times as much in WebAssembly.
  @Override
  @JSBody(script = "return this.length;")
  public native int getLength();

  /**
   * The buffer at an index.
   *
   * @param index from 0 up to, not including, {@link #getLength()}; there is nothing beyond
   * @see <a href="https://w3c.github.io/media-source/#sourcebufferlist">Media Source Extensions,
   *     SourceBufferList</a>
   */
  @Override
  @JSIndexer
  public abstract SourceBuffer get(int index);

  /**
   * Calls the consumer with each buffer in order.
   *
   * @see <a href="https://w3c.github.io/media-source/#sourcebufferlist">Media Source Extensions,
   *     SourceBufferList</a>
   */
  @JSBody(
      params = "consumer",
      script = "for (var index = 0; index < this.length; ++index) consumer(this[index]);")
  public native void forEach(JSConsumer<SourceBuffer> consumer);

  /**
   * Fires after a buffer joined the list.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-addsourcebuffer">Media Source Extensions,
   *     addsourcebuffer</a>
   */
  public final Registration onAddSourceBuffer(EventListener<Event> listener) {
    return onEvent("addsourcebuffer", listener);
  }

  /**
   * Fires after a buffer left the list.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-removesourcebuffer">Media Source
   *     Extensions, removesourcebuffer</a>
   */
  public final Registration onRemoveSourceBuffer(EventListener<Event> listener) {
    return onEvent("removesourcebuffer", listener);
  }
}
