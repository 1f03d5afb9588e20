package dev.offstage.conformance.stage;

import dev.offstage.bindings.mse.MediaSource;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** The media element of a case: here on the page, or over there, seen from a worker. */
public abstract class Screen {
  /** Gives the element a source, by object URL or by handle. */
  public abstract void attach(MediaSource source);

  /** Does or asks something by its name; may wait. */
  abstract Message ask(String verb, String text, double number, @Nullable JSObject value);

  /** A new element without a source, muted, its log empty. The old one lets go of its source. */
  public final void renew() {
    ask("renew");
  }

  /** Lets go of the source. */
  public final void detach() {
    ask("detach");
  }

  /** Runs the element's load algorithm, its source left as it is. */
  public final void load() {
    ask("load");
  }

  /** Gives the element an object URL as its source. */
  public final void attachUrl(String url) {
    ask("attachUrl", url, 0, null);
  }

  /** How many seconds of media play in one second. */
  public final void rate(double rate) {
    ask("rate", "", rate, null);
  }

  /** The number of the frame that is shown, read from its strip; -1 if it has none. */
  public final int frame() {
    return (int) ask("frame").getNumber();
  }

  /** Waits until this frame is shown: it may come a moment after {@code seeked}. */
  public final void awaitFrame(int frame) {
    ask("awaitFrame", "", frame, null);
  }

  public final void play() {
    ask("play");
  }

  public final void pause() {
    ask("pause");
  }

  public final void seek(double time) {
    ask("seek", "", time, null);
  }

  public final double currentTime() {
    return ask("currentTime").getNumber();
  }

  public final double duration() {
    return ask("duration").getNumber();
  }

  /** The element's ranges, see {@link Text#of(dev.offstage.bindings.mse.TimeRanges)}. */
  public final String buffered() {
    return ask("buffered").getText();
  }

  public final String seekable() {
    return ask("seekable").getText();
  }

  public final int readyState() {
    return (int) ask("readyState").getNumber();
  }

  public final int networkState() {
    return (int) ask("networkState").getNumber();
  }

  /** The code of the element's error, 0 without one. */
  public final int errorCode() {
    return (int) ask("errorCode").getNumber();
  }

  public final int videoWidth() {
    return (int) ask("videoWidth").getNumber();
  }

  /** Waits for an event of the element behind those that were waited for before. */
  public final void await(String type) {
    ask("await", type, 0, null);
  }

  /** Waits for {@code resize} or {@code error} of the element; whether it was the error. */
  public final boolean failsBeforeResize() {
    return ask("failsBeforeResize").getNumber() == 1;
  }

  /** Whether {@code MediaSource.isTypeSupported} of the page says yes. */
  public final boolean isTypeSupported(String type) {
    return ask("isTypeSupported", type, 0, null).getNumber() == 1;
  }

  /** Waits until the picture has this width: it may change a moment after {@code seeked}. */
  public final void awaitWidth(int width) {
    while (videoWidth() != width) {
      await("resize");
    }
  }

  /** The events heard so far. */
  public final String events() {
    return ask("events").getText();
  }

  private Message ask(String verb) {
    return ask(verb, "", 0, null);
  }
}
