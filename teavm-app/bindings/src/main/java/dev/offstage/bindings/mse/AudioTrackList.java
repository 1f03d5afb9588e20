package dev.offstage.bindings.mse;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSIndexer;
import org.teavm.jso.JSProperty;
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
public interface AudioTrackList extends EventTarget, JSArrayReader<AudioTrack> {
  /** How many tracks there are. */
  @Override
  @JSProperty
  int getLength();

  /**
   * The track at an index.
   *
   * @param index from 0 up to, not including, {@link #getLength()}; there is nothing beyond
   */
  @Override
  @JSIndexer
  AudioTrack get(int index);

  /** The first track with an identifier, or null. */
  @Nullable AudioTrack getTrackById(String id);

  /** Fires when a track is enabled or disabled. */
  default Registration onChange(EventListener<Event> listener) {
    return onEvent("change", listener);
  }

  /** Fires when a track joined the list. */
  default Registration onAddTrack(EventListener<TrackEvent> listener) {
    return onEvent("addtrack", listener);
  }

  /** Fires when a track left the list. */
  default Registration onRemoveTrack(EventListener<TrackEvent> listener) {
    return onEvent("removetrack", listener);
  }
}
