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

  /** The category of the text. */
  @JSProperty
  public abstract TextTrackKind getKind();

  /** The title for the viewer, or empty. */
  @JSProperty
  public abstract String getLabel();

  /** The language as a BCP 47 tag, or empty. */
  @JSProperty
  public abstract String getLanguage();

  /** The identifier of an in-band track, else empty. */
  @JSProperty
  public abstract String getId();

  /**
   * The type string of the in-band metadata of the track; empty without one and where the browser
   * lacks the member.
   */
  @JSBody(script = "return this.inBandMetadataTrackDispatchType || '';")
  public native String getInBandMetadataTrackDispatchType();

  /** Whether the track is off, watched, or shown. */
  @JSProperty
  public abstract TextTrackMode getMode();

  /** Switches the track off, on for scripts, or on for the viewer. */
  @JSProperty
  public abstract void setMode(TextTrackMode mode);

  /** All cues that are loaded; null while the track is disabled. */
  @JSProperty
  public abstract @Nullable TextTrackCueList getCues();

  /** The cues at the current playback position; null while the track is disabled. */
  @JSProperty
  public abstract @Nullable TextTrackCueList getActiveCues();

  /** Adds a cue; it leaves the track that it was in. */
  public abstract void addCue(TextTrackCue cue);

  /** Removes a cue. Throws {@code NotFoundError} for a cue of another track. */
  public abstract void removeCue(TextTrackCue cue);

  /**
   * The buffer that made this track; null if none did or where the browser lacks the member.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-texttrack-sourcebuffer">Media Source
   *     Extensions, TextTrack extensions</a>
   */
  @JSBody(script = "return this.sourceBuffer || null;")
  public native @Nullable SourceBuffer getSourceBuffer();

  /** Fires when cues became active or ceased to be. */
  public final Registration onCueChange(EventListener<Event> listener) {
    return onEvent("cuechange", listener);
  }
}
