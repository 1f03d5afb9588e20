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
 * The text tracks of a media element or of a source buffer; a live list.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#texttracklist">HTML,
 *     TextTrackList</a>
 */
public interface TextTrackList extends EventTarget, JSArrayReader<TextTrack> {
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
  TextTrack get(int index);

  /** The first track with an identifier, or null. */
  @Nullable TextTrack getTrackById(String id);

  /** Fires when a track changes its mode. */
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
