package dev.offstage.bindings.mse;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * The state of a {@link MediaSource} with respect to a media element.
 *
 * @see <a href="https://w3c.github.io/media-source/#dom-readystate">Media Source Extensions,
 *     ReadyState</a>
 */
public abstract class ReadyState extends WebEnum {
  private ReadyState() {}

  /** {@code "closed"}: not attached to an element. */
  @JSBody(script = "return 'closed';")
  @NoSideEffects
  public static native ReadyState closed();

  /** {@code "open"}: attached, and data may be appended. */
  @JSBody(script = "return 'open';")
  @NoSideEffects
  public static native ReadyState open();

  /**
   * {@code "ended"}: attached, and {@code endOfStream()} was called; an append or a removal opens
   * it again.
   */
  @JSBody(script = "return 'ended';")
  @NoSideEffects
  public static native ReadyState ended();
}
