package dev.offstage.conformance.stage;

import dev.offstage.bindings.html.MediaElement;
import dev.offstage.bindings.html.MediaError;
import dev.offstage.bindings.html.URL;
import dev.offstage.bindings.html.VideoElement;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.worker.Performance;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLVideoElement;

/** A {@code <video>} of this page. */
public final class LocalScreen extends Screen {
  private final HTMLElement parent = HTMLDocument.current().getElementById("stage");
  private VideoElement video = make();
  private EventLog log = new EventLog();
  private String url = "";

  /** The element itself, for cases that are about its members. */
  public VideoElement video() {
    return video;
  }

  @Override
  public void attach(MediaSource source) {
    url = URL.createObjectURL(source);
    video.setSrc(url);
  }

  @Override
  Message ask(String verb, String text, double number, @Nullable JSObject value) {
    Message answer = Message.of("answer");
    answer.setText("");
    switch (verb) {
      case "renew" -> renewElement();
      case "attach" -> attachHandle(value);
      case "detach" -> let();
      case "load" -> reload();
      case "attachUrl" -> video.setSrc(text);
      case "rate" -> video.setPlaybackRate(number);
      case "frame" -> answer.setNumber(Picture.frame(video));
      case "awaitFrame" -> showFrame((int) number);
      case "play" -> video.play().catchError(error -> null);
      case "pause" -> video.pause();
      case "seek" -> video.setCurrentTime(number);
      case "currentTime" -> answer.setNumber(video.getCurrentTime());
      case "duration" -> answer.setNumber(video.getDuration());
      case "buffered" -> answer.setText(Text.of(video.getBuffered()));
      case "seekable" -> answer.setText(Text.of(video.getSeekable()));
      case "readyState" -> answer.setNumber(video.getReadyState());
      case "networkState" -> answer.setNumber(video.getNetworkState());
      case "errorCode" -> answer.setNumber(code(video.getError()));
      case "videoWidth" -> answer.setNumber(video.getVideoWidth());
      case "isTypeSupported" -> answer.setNumber(MediaSource.isTypeSupported(text) ? 1 : 0);
      case "failsBeforeResize" ->
          answer.setNumber(log.awaitOneOf("resize", "error").equals("error") ? 1 : 0);
      case "await" -> log.await(text);
      case "events" -> answer.setText(log.text());
      default -> throw new CaseFailure("the screen cannot " + verb);
    }
    return answer;
  }

  /** Makes a further element beside the screen's, muted. */
  public VideoElement another() {
    return make();
  }

  /** An object URL is revoked before, so that the element cannot attach its source again. */
  private void reload() {
    URL.revokeObjectURL(url);
    video.load();
  }

  private void showFrame(int frame) {
    double patience = Performance.now() + 10_000;
    int shown = Picture.frame(video);
    while (shown != frame) {
      if (Performance.now() > patience) {
        throw new CaseFailure("waited in vain for the frame " + frame + ", shown: " + shown);
      }
      Await.value("the page's next painting", Picture.painted());
      shown = Picture.frame(video);
    }
  }

  private static int code(@Nullable MediaError error) {
    return error == null ? 0 : error.getCode();
  }

  private void attachHandle(@Nullable JSObject handle) {
    if (handle == null) {
      throw new CaseFailure("no handle arrived");
    }
    video.setSrcObject(handle.<MediaSourceHandle>cast());
  }

  private void renewElement() {
    let();
    parent.setInnerHTML("");
    video = make();
    EventLog fresh = new EventLog();
    log = fresh;
    MediaElement element = video;
    element.onLoadStart(fresh::add);
    element.onEmptied(fresh::add);
    element.onLoadedMetadata(fresh::add);
    element.onLoadedData(fresh::add);
    element.onCanPlay(fresh::add);
    element.onCanPlayThrough(fresh::add);
    element.onDurationChange(fresh::add);
    element.onPlay(fresh::add);
    element.onPlaying(fresh::add);
    element.onPause(fresh::add);
    element.onWaiting(fresh::add);
    element.onSeeking(fresh::add);
    element.onSeeked(fresh::add);
    element.onEnded(fresh::add);
    element.onError(fresh::add);
    video.onResize(fresh::add);
  }

  private void let() {
    if (video.getSrcObject() != null) {
      video.clearSrcObject();
    } else if (!url.isEmpty()) {
      video.asElement().removeAttribute("src");
      video.load();
      URL.revokeObjectURL(url);
      url = "";
    }
  }

  private VideoElement make() {
    HTMLVideoElement element = HTMLDocument.current().createElement("video").cast();
    element.setMuted(true);
    parent.appendChild(element);
    return VideoElement.of(element);
  }
}
