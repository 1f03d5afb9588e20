package dev.offstage.bindings.mse;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.Registration;

/**
 * A source of which the browser manages the memory: it may evict frames at any time, and it tells
 * when it wants more. On iPhones it is the only kind of source there is. The element must have
 * {@code disableRemotePlayback} set, or an alternative for remote playback, before it is attached.
 *
 * <p>Context: pages and dedicated workers of browsers that have it; ask {@link #isSupported()}
 * first.
 *
 * @see <a href="https://w3c.github.io/media-source/#managedmediasource-interface">Media Source
 *     Extensions, ManagedMediaSource</a>
 */
@JSClass
public class ManagedMediaSource extends MediaSource {
  /**
   * Makes a source in the state {@link ReadyState#closed()}, attached to nothing.
   *
   * @see <a href="https://w3c.github.io/media-source/#managedmediasource-interface">Media Source
   *     Extensions, ManagedMediaSource</a>
   */
  public ManagedMediaSource() {}

  /**
   * Whether this context (page or worker) has {@code ManagedMediaSource}. Never throws.
   *
   * @see <a href="https://w3c.github.io/media-source/#managedmediasource-interface">Media Source
   *     Extensions, ManagedMediaSource</a>
   */
  @JSBody(script = "return typeof ManagedMediaSource !== 'undefined';")
  public static native boolean isSupported();

  /**
   * Whether dedicated workers of this browser can make a {@code ManagedMediaSource}; false where it
   * or the member is absent. Never throws.
   *
   * @see <a
   *     href="https://w3c.github.io/media-source/#dom-mediasource-canconstructindedicatedworker">Media
   *     Source Extensions, canConstructInDedicatedWorker</a>
   */
  @JSBody(
      script =
          "return typeof ManagedMediaSource !== 'undefined'"
              + " && ManagedMediaSource.canConstructInDedicatedWorker === true;")
  public static native boolean canConstructInDedicatedWorker();

  /**
   * Whether {@link #addSourceBuffer(String)} may be expected to take a type, in this context.
   * Requires {@link #isSupported()}.
   *
   * @param type a MIME type with codecs
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-istypesupported">Media Source
   *     Extensions, isTypeSupported</a>
   */
  public static native boolean isTypeSupported(String type);

  /**
   * Whether the browser wants media now.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-managedmediasource-streaming">Media
   *     Source Extensions, streaming</a>
   */
  @JSProperty
  public native boolean isStreaming();

  /**
   * Fires when the browser begins to want media.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-startstreaming">Media Source Extensions,
   *     startstreaming</a>
   */
  public Registration onStartStreaming(EventListener<Event> listener) {
    return onEvent("startstreaming", listener);
  }

  /**
   * Fires when the browser has enough media for now.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-endstreaming">Media Source Extensions,
   *     endstreaming</a>
   */
  public Registration onEndStreaming(EventListener<Event> listener) {
    return onEvent("endstreaming", listener);
  }
}
