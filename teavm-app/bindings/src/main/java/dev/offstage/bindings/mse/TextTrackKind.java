package dev.offstage.bindings.mse;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * The category of a {@link TextTrack}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#texttrackkind">HTML,
 *     TextTrackKind</a>
 */
public abstract class TextTrackKind extends WebEnum {
  private TextTrackKind() {}

  /** {@code "subtitles"}: a translation of the dialogue. */
  @JSBody(script = "return 'subtitles';")
  @NoSideEffects
  public static native TextTrackKind subtitles();

  /** {@code "captions"}: the dialogue and the sounds. */
  @JSBody(script = "return 'captions';")
  @NoSideEffects
  public static native TextTrackKind captions();

  /** {@code "descriptions"}: what the picture shows, to be spoken. */
  @JSBody(script = "return 'descriptions';")
  @NoSideEffects
  public static native TextTrackKind descriptions();

  /** {@code "chapters"}: titles of the parts. */
  @JSBody(script = "return 'chapters';")
  @NoSideEffects
  public static native TextTrackKind chapters();

  /** {@code "metadata"}: for scripts, never shown. */
  @JSBody(script = "return 'metadata';")
  @NoSideEffects
  public static native TextTrackKind metadata();
}
