package dev.offstage.bindings.html;

import dev.offstage.bindings.eme.MediaEncryptedEvent;
import dev.offstage.bindings.eme.MediaKeys;
import dev.offstage.bindings.mse.AudioTrackList;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.mse.TextTrack;
import dev.offstage.bindings.mse.TextTrackKind;
import dev.offstage.bindings.mse.TextTrackList;
import dev.offstage.bindings.mse.TimeRanges;
import dev.offstage.bindings.mse.VideoTrackList;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.events.Registration;
import org.teavm.jso.dom.html.HTMLMediaElement;
import org.teavm.jso.file.Blob;
import org.teavm.jso.webaudio.MediaStream;

/**
 * An {@code <audio>} or {@code <video>} as a player sees it. The type of {@code jso-apis} lacks
 * some of these members and has others in forms that lose precision or cannot be called; this face
 * stands beside it, and {@link #of(HTMLMediaElement)} leads from one to the other.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#htmlmediaelement">HTML,
 *     HTMLMediaElement</a>
 */
public abstract class MediaElement implements EventTarget {
  /**
   * Elements are made by the document.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#htmlmediaelement">HTML,
   *     MediaElement</a>
   */
  protected MediaElement() {}

  /**
   * An element under this face; the same object.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#htmlmediaelement">HTML,
   *     MediaElement</a>
   */
  @JSBody(params = "element", script = "return element;")
  public static native MediaElement of(HTMLMediaElement element);

  /**
   * The same element under the face of {@code jso-apis}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#htmlmediaelement">HTML,
   *     MediaElement</a>
   */
  @JSBody(script = "return this;")
  public native HTMLMediaElement asElement();

  /**
   * Why the element failed; null while it has not.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-error">HTML,
   *     error</a>
   */
  @JSProperty
  public abstract @Nullable MediaError getError();

  /**
   * The address of the resource, as an absolute URL, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-src">HTML, src</a>
   */
  @JSProperty
  public abstract String getSrc();

  /**
   * Sets the address and starts to load it.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-src">HTML, src</a>
   */
  @JSProperty
  public abstract void setSrc(String src);

  /**
   * The address of the resource in use, or empty.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-currentsrc">HTML,
   *     currentSrc</a>
   */
  @JSProperty
  public abstract String getCurrentSrc();

  /**
   * The object in use as the resource: what was assigned last; null if nothing was.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-srcobject">HTML,
   *     srcObject</a>
   */
  @JSProperty
  public abstract @Nullable JSObject getSrcObject();

  /**
   * Attaches a source of a worker by its handle. A handle that was attached already, here or
   * elsewhere, makes the element fail with {@code MEDIA_ERR_SRC_NOT_SUPPORTED}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-srcobject">HTML,
   *     srcObject</a>
   */
  @JSBody(params = "handle", script = "this.srcObject = handle;")
  public native void setSrcObject(MediaSourceHandle handle);

  /**
   * Attaches a source of this page; not in every browser. Throws {@code TypeError} where the
   * browser takes sources only by {@link URL#createObjectURL(MediaSource)}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-srcobject">HTML,
   *     srcObject</a>
   */
  @JSBody(params = "source", script = "this.srcObject = source;")
  public native void setSrcObject(MediaSource source);

  /**
   * Plays a stream of a camera, a call or a canvas.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-srcobject">HTML,
   *     srcObject</a>
   */
  @JSBody(params = "stream", script = "this.srcObject = stream;")
  public native void setSrcObject(MediaStream stream);

  /**
   * Plays a file or blob; not in every browser. Throws {@code TypeError} where the browser takes
   * blobs only by {@link URL#createObjectURL(Blob)}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-srcobject">HTML,
   *     srcObject</a>
   */
  @JSBody(params = "blob", script = "this.srcObject = blob;")
  public native void setSrcObject(Blob blob);

  /**
   * Assigns null: detaches what was attached and falls back to {@code src}, if that is set.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-srcobject">HTML,
   *     srcObject</a>
   */
  @JSBody(script = "this.srcObject = null;")
  public native void clearSrcObject();

  /**
   * One of {@code NETWORK_EMPTY} and so on of {@link HTMLMediaElement}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-networkstate">HTML,
   *     networkState</a>
   */
  @JSProperty
  public abstract int getNetworkState();

  /**
   * One of {@code HAVE_NOTHING} and so on of {@link HTMLMediaElement}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-readystate">HTML,
   *     readyState</a>
   */
  @JSProperty
  public abstract int getReadyState();

  /**
   * The ranges of the timeline, in seconds, that can be played without waiting; a snapshot.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-buffered">HTML,
   *     buffered</a>
   */
  @JSProperty
  public abstract TimeRanges getBuffered();

  /**
   * The ranges of the timeline, in seconds, that can be sought to; a snapshot.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-seekable">HTML,
   *     seekable</a>
   */
  @JSProperty
  public abstract TimeRanges getSeekable();

  /**
   * The ranges of the timeline, in seconds, that have been played; a snapshot.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-played">HTML,
   *     played</a>
   */
  @JSProperty
  public abstract TimeRanges getPlayed();

  /**
   * Whether a seek is under way.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-seeking">HTML,
   *     seeking</a>
   */
  @JSProperty
  public abstract boolean isSeeking();

  /**
   * The playback position in seconds.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-currenttime">HTML,
   *     currentTime</a>
   */
  @JSProperty
  public abstract double getCurrentTime();

  /**
   * Seeks; before there is a resource, sets where it will start.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-currenttime">HTML,
   *     currentTime</a>
   */
  @JSBody(params = "currentTime", script = "this.currentTime = currentTime;")
  public native void setCurrentTime(double currentTime);

  /**
   * The length of the resource in seconds; NaN while unknown, infinity for a stream without an end.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-duration">HTML,
   *     duration</a>
   */
  @JSProperty
  public abstract double getDuration();

  /**
   * Whether playback is paused.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-paused">HTML,
   *     paused</a>
   */
  @JSProperty
  public abstract boolean isPaused();

  /**
   * Whether playback has come to the end.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-ended">HTML,
   *     ended</a>
   */
  @JSProperty
  public abstract boolean isEnded();

  /**
   * The speed; 1 is normal.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-playbackrate">HTML,
   *     playbackRate</a>
   */
  @JSProperty
  public abstract double getPlaybackRate();

  /**
   * Sets the speed. Throws {@code NotSupportedError} for one that the browser does not offer.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-playbackrate">HTML,
   *     playbackRate</a>
   */
  @JSBody(params = "playbackRate", script = "this.playbackRate = playbackRate;")
  public native void setPlaybackRate(double playbackRate);

  /**
   * Whether the pitch stays when the speed changes; true where the browser lacks the member.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-preservespitch">HTML,
   *     preservesPitch</a>
   */
  @JSBody(script = "return this.preservesPitch !== false;")
  public native boolean isPreservesPitch();

  /**
   * Sets whether the pitch stays when the speed changes.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-preservespitch">HTML,
   *     preservesPitch</a>
   */
  @JSProperty
  public abstract void setPreservesPitch(boolean preservesPitch);

  /**
   * The loudness from 0 to 1.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-volume">HTML,
   *     volume</a>
   */
  @JSProperty
  public abstract double getVolume();

  /**
   * Sets the loudness. Throws {@code IndexSizeError} outside 0 to 1.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-volume">HTML,
   *     volume</a>
   */
  @JSBody(params = "volume", script = "this.volume = volume;")
  public native void setVolume(double volume);

  /**
   * Whether the sound is off.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-muted">HTML,
   *     muted</a>
   */
  @JSProperty
  public abstract boolean isMuted();

  /**
   * Switches the sound off or on.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-muted">HTML,
   *     muted</a>
   */
  @JSProperty
  public abstract void setMuted(boolean muted);

  /**
   * Whether playback starts as soon as it can.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-autoplay">HTML,
   *     autoplay</a>
   */
  @JSProperty
  public abstract boolean isAutoplay();

  /**
   * Sets whether playback starts as soon as it can.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-autoplay">HTML,
   *     autoplay</a>
   */
  @JSProperty
  public abstract void setAutoplay(boolean autoplay);

  /**
   * Whether playback starts over at the end.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-loop">HTML, loop</a>
   */
  @JSProperty
  public abstract boolean isLoop();

  /**
   * Sets whether playback starts over at the end.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-loop">HTML, loop</a>
   */
  @JSProperty
  public abstract void setLoop(boolean loop);

  /**
   * Starts to play. The promise is rejected with {@code NotAllowedError} where the viewer must act
   * first, with {@code AbortError} when a pause or a load comes between, with {@code
   * NotSupportedError} when the resource cannot be played.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-play">HTML, play</a>
   */
  public abstract JSPromise<JSUndefined> play();

  /**
   * Pauses.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-pause">HTML,
   *     pause</a>
   */
  public abstract void pause();

  /**
   * Resets the element and loads its resource anew.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-load">HTML, load</a>
   */
  public abstract void load();

  /**
   * Whether a type could be played: empty, {@code maybe} or {@code probably}.
   *
   * @param type a MIME type, best with codecs
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/media.html#dom-navigator-canplaytype">HTML,
   *     canPlayType</a>
   */
  public abstract String canPlayType(String type);

  /**
   * The audio tracks; null where the browser has no track lists.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-audiotracks">HTML,
   *     audioTracks</a>
   */
  @JSBody(script = "return this.audioTracks || null;")
  public native @Nullable AudioTrackList getAudioTracks();

  /**
   * The video tracks; null where the browser has no track lists.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-videotracks">HTML,
   *     videoTracks</a>
   */
  @JSBody(script = "return this.videoTracks || null;")
  public native @Nullable VideoTrackList getVideoTracks();

  /**
   * The text tracks.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-texttracks">HTML,
   *     textTracks</a>
   */
  @JSProperty
  public abstract TextTrackList getTextTracks();

  /**
   * Makes a text track of the program, in the mode {@code hidden}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-addtexttrack">HTML,
   *     addTextTrack</a>
   */
  public abstract TextTrack addTextTrack(TextTrackKind kind);

  /**
   * Makes a text track of the program, in the mode {@code hidden}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-addtexttrack">HTML,
   *     addTextTrack</a>
   */
  public abstract TextTrack addTextTrack(TextTrackKind kind, String label);

  /**
   * Makes a text track of the program, in the mode {@code hidden}.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-media-addtexttrack">HTML,
   *     addTextTrack</a>
   */
  public abstract TextTrack addTextTrack(TextTrackKind kind, String label, String language);

  /**
   * Whether playback on other devices is ruled out; false where the browser lacks the member.
   *
   * @see <a
   *     href="https://w3c.github.io/remote-playback/#dom-htmlmediaelement-disableremoteplayback">Remote
   *     Playback, disableRemotePlayback</a>
   */
  @JSBody(script = "return this.disableRemotePlayback === true;")
  public native boolean isDisableRemotePlayback();

  /**
   * Rules playback on other devices out, as a {@code ManagedMediaSource} wants it.
   *
   * @see <a
   *     href="https://w3c.github.io/remote-playback/#dom-htmlmediaelement-disableremoteplayback">Remote
   *     Playback, disableRemotePlayback</a>
   */
  @JSProperty
  public abstract void setDisableRemotePlayback(boolean disableRemotePlayback);

  /**
   * The keys in use; null if there are none or the context is not secure.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dom-htmlmediaelement-mediakeys">Encrypted
   *     Media Extensions, mediaKeys</a>
   */
  @JSBody(script = "return this.mediaKeys || null;")
  public native @Nullable MediaKeys getMediaKeys();

  /**
   * Uses keys, or none. The promise is rejected with {@code InvalidStateError} when the browser
   * cannot change them now, with {@code QuotaExceededError} when another element uses them, with
   * {@code NotSupportedError} when they do not fit. Secure contexts only.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-htmlmediaelement-setmediakeys">Encrypted
   *     Media Extensions, setMediaKeys</a>
   */
  public abstract JSPromise<JSUndefined> setMediaKeys(@Nullable MediaKeys mediaKeys);

  /**
   * Fires when the choice of a resource begins.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-loadstart">HTML,
   *     loadstart</a>
   */
  public final Registration onLoadStart(EventListener<Event> listener) {
    return onEvent("loadstart", listener);
  }

  /**
   * Fires when the element became empty again.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-emptied">HTML,
   *     emptied</a>
   */
  public final Registration onEmptied(EventListener<Event> listener) {
    return onEvent("emptied", listener);
  }

  /**
   * Fires when length and size are known.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/media.html#event-media-loadedmetadata">HTML,
   *     loadedmetadata</a>
   */
  public final Registration onLoadedMetadata(EventListener<Event> listener) {
    return onEvent("loadedmetadata", listener);
  }

  /**
   * Fires when the first frame can be shown.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-loadeddata">HTML,
   *     loadeddata</a>
   */
  public final Registration onLoadedData(EventListener<Event> listener) {
    return onEvent("loadeddata", listener);
  }

  /**
   * Fires when playback can go on, at least for a while.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-canplay">HTML,
   *     canplay</a>
   */
  public final Registration onCanPlay(EventListener<Event> listener) {
    return onEvent("canplay", listener);
  }

  /**
   * Fires when playback could go on to the end.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/media.html#event-media-canplaythrough">HTML,
   *     canplaythrough</a>
   */
  public final Registration onCanPlayThrough(EventListener<Event> listener) {
    return onEvent("canplaythrough", listener);
  }

  /**
   * Fires when playback was asked for.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-play">HTML,
   *     play</a>
   */
  public final Registration onPlay(EventListener<Event> listener) {
    return onEvent("play", listener);
  }

  /**
   * Fires when playback begins or goes on after a wait.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-playing">HTML,
   *     playing</a>
   */
  public final Registration onPlaying(EventListener<Event> listener) {
    return onEvent("playing", listener);
  }

  /**
   * Fires when playback waits for media.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-waiting">HTML,
   *     waiting</a>
   */
  public final Registration onWaiting(EventListener<Event> listener) {
    return onEvent("waiting", listener);
  }

  /**
   * Fires when media is fetched but does not come.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-stalled">HTML,
   *     stalled</a>
   */
  public final Registration onStalled(EventListener<Event> listener) {
    return onEvent("stalled", listener);
  }

  /**
   * Fires when playback was paused.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-pause">HTML,
   *     pause</a>
   */
  public final Registration onPause(EventListener<Event> listener) {
    return onEvent("pause", listener);
  }

  /**
   * Fires when a seek begins.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-seeking">HTML,
   *     seeking</a>
   */
  public final Registration onSeeking(EventListener<Event> listener) {
    return onEvent("seeking", listener);
  }

  /**
   * Fires when a seek is over.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-seeked">HTML,
   *     seeked</a>
   */
  public final Registration onSeeked(EventListener<Event> listener) {
    return onEvent("seeked", listener);
  }

  /**
   * Fires when playback came to the end.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-ended">HTML,
   *     ended</a>
   */
  public final Registration onEnded(EventListener<Event> listener) {
    return onEvent("ended", listener);
  }

  /**
   * Fires when the position changed: a few times per second, and at jumps.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-timeupdate">HTML,
   *     timeupdate</a>
   */
  public final Registration onTimeUpdate(EventListener<Event> listener) {
    return onEvent("timeupdate", listener);
  }

  /**
   * Fires when the length changed.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/media.html#event-media-durationchange">HTML,
   *     durationchange</a>
   */
  public final Registration onDurationChange(EventListener<Event> listener) {
    return onEvent("durationchange", listener);
  }

  /**
   * Fires when the speed changed.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-ratechange">HTML,
   *     ratechange</a>
   */
  public final Registration onRateChange(EventListener<Event> listener) {
    return onEvent("ratechange", listener);
  }

  /**
   * Fires when loudness or muting changed.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-volumechange">HTML,
   *     volumechange</a>
   */
  public final Registration onVolumeChange(EventListener<Event> listener) {
    return onEvent("volumechange", listener);
  }

  /**
   * Fires when the element failed; {@link #getError()} tells why.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#event-media-error">HTML,
   *     error</a>
   */
  public final Registration onError(EventListener<Event> listener) {
    return onEvent("error", listener);
  }

  /**
   * Fires when initialization data of a key system was found in the media.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dfn-encrypted">Encrypted Media Extensions,
   *     encrypted</a>
   */
  public final Registration onEncrypted(EventListener<MediaEncryptedEvent> listener) {
    return onEvent("encrypted", listener);
  }

  /**
   * Fires when playback waits for a key.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dfn-waitingforkey">Encrypted Media
   *     Extensions, waitingforkey</a>
   */
  public final Registration onWaitingForKey(EventListener<Event> listener) {
    return onEvent("waitingforkey", listener);
  }
}
