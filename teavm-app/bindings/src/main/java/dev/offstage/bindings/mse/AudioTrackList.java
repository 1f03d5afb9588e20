package dev.offstage.bindings.mse;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSIndexer;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.events.Registration;

/**
 * The audio tracks of a media element or of a source buffer; a live list.
 *
 * <p>Context: pages; where a browser lacks track lists, the members that would answer one answer
 * null.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#audiotracklist">HTML,
 *     AudioTrackList</a>
 */
public abstract class AudioTrackList implements EventTarget, JSArrayReader<AudioTrack> {
  private AudioTrackList() {}

  /**
   * How many tracks there are.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/media.html#dom-audiotracklist-length">HTML,
   *     length</a>
   */
  // A property that overrides JSArrayReader's costs three times as much in WebAssembly.
  @Override
  @JSBody(script = "return this.length;")
  public native int getLength();

  /**
   * The track at an index.
   *
   * @param index from 0 up to, not including, {@link #getLength()}; there is nothing beyond
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#audiotracklist">HTML,
   *     AudioTrackList</a>
   */
  @Override
  @JSIndexer
  public abstract AudioTrack get(int index);

  /**
   * The first track with an identifier, or null.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/media.html#dom-audiotracklist-gettrackbyid">HTML,
   *     getTrackById</a>
   */
  public abstract @Nullable AudioTrack getTrackById(String id);

  /**
   * Fires when a track is enabled or disabled.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#audiotracklist">HTML,
   *     AudioTrackList</a>
   */
  public final Registration onChange(EventListener<Event> listener) {
    return onEvent("change", listener);
  }

  /**
   * Fires when a track joined the list.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#audiotracklist">HTML,
   *     AudioTrackList</a>
   */
  public final Registration onAddTrack(EventListener<TrackEvent> listener) {
    return onEvent("addtrack", listener);
  }

  /**
   * Fires when a track left the list.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#audiotracklist">HTML,
   *     AudioTrackList</a>
   */
  public final Registration onRemoveTrack(EventListener<TrackEvent> listener) {
    return onEvent("removetrack", listener);
  }
}
