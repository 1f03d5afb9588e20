package dev.offstage.bindings.mse;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * One audio track of a media resource.
 *
 * <p>Context: pages, in browsers with track lists.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#audiotrack">HTML, AudioTrack</a>
 */
public abstract class AudioTrack implements JSObject {
  private AudioTrack() {}

  /**
   * The identifier, as the media or the fragment names it; empty if there is none.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-audiotrack-id">HTML, id</a>
   */
  @JSProperty
  public abstract String getId();

  /**
   * The category: {@code main}, {@code alternative}, {@code descriptions}, {@code main-desc},
   * {@code translation}, {@code commentary}, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-audiotrack-kind">HTML,
   *     kind</a>
   */
  @JSProperty
  public abstract String getKind();

  /**
   * The title for the viewer, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-audiotrack-label">HTML,
   *     label</a>
   */
  @JSProperty
  public abstract String getLabel();

  /**
   * The language as a BCP 47 tag, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-audiotrack-language">HTML,
   *     language</a>
   */
  @JSProperty
  public abstract String getLanguage();

  /**
   * Whether the track sounds.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-audiotrack-enabled">HTML,
   *     enabled</a>
   */
  @JSProperty
  public abstract boolean isEnabled();

  /**
   * Lets the track sound or not; several may sound at a time.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-audiotrack-enabled">HTML,
   *     enabled</a>
   */
  @JSProperty
  public abstract void setEnabled(boolean enabled);

  /**
   * The buffer that made this track; null if none did or where the browser lacks the member.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-audiotrack-sourcebuffer">Media Source
   *     Extensions, AudioTrack extensions</a>
   */
  @JSBody(script = "return this.sourceBuffer || null;")
  public native @Nullable SourceBuffer getSourceBuffer();
}
