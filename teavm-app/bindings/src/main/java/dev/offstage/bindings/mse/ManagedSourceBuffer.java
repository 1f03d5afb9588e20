package dev.offstage.bindings.mse;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.Registration;

/**
 * The buffer of a {@link ManagedMediaSource}: the browser may evict frames from it at any time.
 *
 * <p>Context: pages and dedicated workers of browsers that have it.
 *
 * @see <a href="https://w3c.github.io/media-source/#managedsourcebuffer-interface">Media Source
 *     Extensions, ManagedSourceBuffer</a>
 */
public abstract class ManagedSourceBuffer extends SourceBuffer {
  private ManagedSourceBuffer() {}

  /**
   * The buffer that a {@link ManagedMediaSource} answered, under its own type.
   *
   * @see <a href="https://w3c.github.io/media-source/#managedsourcebuffer-interface">Media Source
   *     Extensions, ManagedSourceBuffer</a>
   */
  @JSBody(params = "buffer", script = "return buffer;")
  public static native ManagedSourceBuffer of(SourceBuffer buffer);

  /**
   * Fires when frames came or went, by an append, a removal or an eviction.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-bufferedchange">Media Source Extensions,
   *     bufferedchange</a>
   */
  public final Registration onBufferedChange(EventListener<BufferedChangeEvent> listener) {
    return onEvent("bufferedchange", listener);
  }
}
