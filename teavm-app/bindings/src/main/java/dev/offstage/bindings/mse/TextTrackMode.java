package dev.offstage.bindings.mse;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * Whether a {@link TextTrack} is in use.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#texttrackmode">HTML,
 *     TextTrackMode</a>
 */
public abstract class TextTrackMode extends WebEnum {
  private TextTrackMode() {}

  /** {@code "disabled"}: not in use; it has no cues. */
  @JSBody(script = "return 'disabled';")
  @NoSideEffects
  public static native TextTrackMode disabled();

  /** {@code "hidden"}: cues are active and fire events, nothing is shown. */
  @JSBody(script = "return 'hidden';")
  @NoSideEffects
  public static native TextTrackMode hidden();

  /** {@code "showing"}: as hidden, and the cues are shown. */
  @JSBody(script = "return 'showing';")
  @NoSideEffects
  public static native TextTrackMode showing();
}
