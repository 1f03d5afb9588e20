package dev.offstage.bindings.mse;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * One video track of a media resource.
 *
 * <p>Context: pages, in browsers with track lists.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#videotrack">HTML, VideoTrack</a>
 */
public abstract class VideoTrack implements JSObject {
  private VideoTrack() {}

  /**
   * The identifier, as the media or the fragment names it; empty if there is none.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-videotrack-id">HTML, id</a>
   */
  @JSProperty
  public abstract String getId();

  /**
   * The category: {@code main}, {@code alternative}, {@code captions}, {@code sign}, {@code
   * subtitles}, {@code commentary}, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-videotrack-kind">HTML,
   *     kind</a>
   */
  @JSProperty
  public abstract String getKind();

  /**
   * The title for the viewer, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-videotrack-label">HTML,
   *     label</a>
   */
  @JSProperty
  public abstract String getLabel();

  /**
   * The language as a BCP 47 tag, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-videotrack-language">HTML,
   *     language</a>
   */
  @JSProperty
  public abstract String getLanguage();

  /**
   * Whether the track is shown.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-videotrack-selected">HTML,
   *     selected</a>
   */
  @JSProperty
  public abstract boolean isSelected();

  /**
   * Shows the track, and unselects the others, or shows none.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-videotrack-selected">HTML,
   *     selected</a>
   */
  @JSProperty
  public abstract void setSelected(boolean selected);

  /**
   * The buffer that made this track; null if none did or where the browser lacks the member.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-videotrack-sourcebuffer">Media Source
   *     Extensions, VideoTrack extensions</a>
   */
  @JSBody(script = "return this.sourceBuffer || null;")
  public native @Nullable SourceBuffer getSourceBuffer();
}
