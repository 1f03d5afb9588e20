package dev.offstage.bindings.mse;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * How a {@link SourceBuffer} places coded frames on the timeline.
 *
 * @see <a href="https://w3c.github.io/media-source/#dom-appendmode">Media Source Extensions,
 *     AppendMode</a>
 */
public abstract class AppendMode extends WebEnum {
  private AppendMode() {}

  /** {@code "segments"}: by the timestamps in the media; segments may be appended in any order. */
  @JSBody(script = "return 'segments';")
  @NoSideEffects
  public static native AppendMode segments();

  /** {@code "sequence"}: one segment right behind the other, whatever their timestamps. */
  @JSBody(script = "return 'sequence';")
  @NoSideEffects
  public static native AppendMode sequence();
}
