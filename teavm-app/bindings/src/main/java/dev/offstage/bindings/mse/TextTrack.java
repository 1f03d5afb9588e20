package dev.offstage.bindings.mse;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.events.Registration;
import org.teavm.jso.media.TextTrackCue;
import org.teavm.jso.media.TextTrackCueList;

/**
 * One text track of a media element.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#texttrack">HTML, TextTrack</a>
 */
public abstract class TextTrack implements EventTarget {
  private TextTrack() {}

  /**
   * The category of the text.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-kind">HTML,
   *     kind</a>
   */
  @JSProperty
  public abstract TextTrackKind getKind();

  /**
   * The title for the viewer, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-label">HTML,
   *     label</a>
   */
  @JSProperty
  public abstract String getLabel();

  /**
   * The language as a BCP 47 tag, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-language">HTML,
   *     language</a>
   */
  @JSProperty
  public abstract String getLanguage();

  /**
   * The identifier of an in-band track, else empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-id">HTML, id</a>
   */
  @JSProperty
  public abstract String getId();

  /**
   * The type string of the in-band metadata of the track; empty without one and where the browser
   * lacks the member.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-inbandmetadatatrackdispatchtype">HTML,
   *     inBandMetadataTrackDispatchType</a>
   */
  @JSBody(script = "return this.inBandMetadataTrackDispatchType || '';")
  public native String getInBandMetadataTrackDispatchType();

  /**
   * Whether the track is off, watched, or shown.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-mode">HTML,
   *     mode</a>
   */
  @JSProperty
  public abstract TextTrackMode getMode();

  /**
   * Switches the track off, on for scripts, or on for the viewer.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-mode">HTML,
   *     mode</a>
   */
  @JSProperty
  public abstract void setMode(TextTrackMode mode);

  /**
   * All cues that are loaded; null while the track is disabled.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-cues">HTML,
   *     cues</a>
   */
  @JSProperty
  public abstract @Nullable TextTrackCueList getCues();

  /**
   * The cues at the current playback position; null while the track is disabled.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-activecues">HTML,
   *     activeCues</a>
   */
  @JSProperty
  public abstract @Nullable TextTrackCueList getActiveCues();

  /**
   * Adds a cue; it leaves the track that it was in.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-addcue">HTML,
   *     addCue</a>
   */
  public abstract void addCue(TextTrackCue cue);

  /**
   * Removes a cue. Throws {@code NotFoundError} for a cue of another track.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-texttrack-removecue">HTML,
   *     removeCue</a>
   */
  public abstract void removeCue(TextTrackCue cue);

  /**
   * The buffer that made this track; null if none did or where the browser lacks the member.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-texttrack-sourcebuffer">Media Source
   *     Extensions, TextTrack extensions</a>
   */
  @JSBody(script = "return this.sourceBuffer || null;")
  public native @Nullable SourceBuffer getSourceBuffer();

  /**
   * Fires when cues became active or ceased to be.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#texttrack">HTML, TextTrack</a>
   */
  public final Registration onCueChange(EventListener<Event> listener) {
    return onEvent("cuechange", listener);
  }
}
