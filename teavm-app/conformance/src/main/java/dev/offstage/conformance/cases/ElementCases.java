package dev.offstage.conformance.cases;

import dev.offstage.bindings.dom.DOMException;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.html.MediaElement;
import dev.offstage.bindings.html.MediaError;
import dev.offstage.bindings.html.URL;
import dev.offstage.bindings.html.VideoElement;
import dev.offstage.bindings.html.VideoFrameCallbackMetadata;
import dev.offstage.bindings.html.VideoPlaybackQuality;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Await;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLMediaElement;
import org.teavm.jso.file.Blob;
import org.teavm.jso.webaudio.MediaStream;

/** The media element's members. */
final class ElementCases {
  private static final String FILE = "schemes/base/v0.mp4";

  private ElementCases() {}

  static void register(Suite suite) {
    suite.page("element: src, currentSrc, states and times of a plain file", ElementCases::file);
    suite.page("element: play, pause, ended, played", ElementCases::playback);
    suite.page("element: rate, pitch, volume, and the switches", ElementCases::settings);
    suite.page("element: its error has a code and a message", ElementCases::error);
    suite.page(
        "element: play of nothing playable rejects with NotSupportedError", ElementCases::rejects);
    suite.page("element: TimeRanges throw IndexSizeError beyond their end", ElementCases::ranges);
    suite.page("element: every event reaches its listener", ElementCases::events);
    suite.page("srcObject: null at first and when it is cleared", ElementCases::srcObjectNull);
    suite.page("srcObject: a MediaStream plays", ElementCases::srcObjectStream);
    suite.page("srcObject: a Blob plays", ElementCases::srcObjectBlob);
    suite.page("srcObject: a MediaSource of the page opens", ElementCases::srcObjectSource);
    suite.page("URL: a Blob's object URL plays", ElementCases::blobUrl);
    suite.page(
        "media-source/mediasource-getvideoplaybackquality.html: frames are counted",
        ElementCases::quality);
    suite.page("video: requestVideoFrameCallback tells of a frame", ElementCases::frameCallback);
    suite.page("video: a cancelled frame callback is not called", ElementCases::cancelled);
    suite.page("video: size and resize", ElementCases::size);
  }

  private static void file(Stage stage) {
    VideoElement video = stage.page().video();
    Check.equal("networkState at first", 0, video.getNetworkState());
    Check.equal("readyState at first", 0, video.getReadyState());
    Check.equal("duration at first", Double.NaN, video.getDuration());
    video.setSrc(Media.url(FILE));
    Check.that("src", video.getSrc().endsWith(FILE));
    stage.screen().await("canplay");
    Check.that("currentSrc", video.getCurrentSrc().equals(video.getSrc()));
    // A fragmented file may say how long it is only when all of it is there.
    while (video.getDuration() < 11.9) {
      stage.screen().await("durationchange");
    }
    Check.near("duration", 12, video.getDuration(), 0.1);
    Check.that("readyState", video.getReadyState() >= 3);
    Check.that("buffered", video.getBuffered().getLength() > 0);
    Check.equal("seekable", 1, video.getSeekable().getLength());
    Check.that("no error", video.getError() == null);
    video.setCurrentTime(4);
    Check.equal("seeking", true, video.isSeeking());
    stage.screen().await("seeked");
    Check.equal("seeking after", false, video.isSeeking());
    Check.equal("currentTime", 4, video.getCurrentTime());
    Check.equal("canPlayType", "", video.canPlayType("video/nothing"));
    Check.equal("canPlayType", "probably", video.canPlayType(Media.AVC));
    video.asElement().removeAttribute("src");
    video.load();
    stage.screen().await("emptied");
    Check.that("it is the same element", MediaElement.of(html(video)) == (Object) video);
  }

  private static HTMLMediaElement html(VideoElement video) {
    return video.asElement();
  }

  private static void playback(Stage stage) {
    VideoElement video = stage.page().video();
    MediaSource source = stage.open();
    stage.video(source, 1);
    source.endOfStream();
    Check.equal("paused", true, video.isPaused());
    Check.equal("played", 0, video.getPlayed().getLength());
    video.setCurrentTime(1.5);
    Await.value("play", video.play());
    Check.equal("paused while playing", false, video.isPaused());
    stage.screen().await("ended");
    Check.equal("ended", true, video.isEnded());
    Check.equal("played", 1, video.getPlayed().getLength());
    video.pause();
    Check.equal("paused", true, video.isPaused());
  }

  private static void settings(Stage stage) {
    VideoElement video = stage.page().video();
    video.setPlaybackRate(1.5);
    Check.equal("playbackRate", 1.5, video.getPlaybackRate());
    String thrown = Check.thrownBy(() -> video.setPlaybackRate(1000));
    Check.that("a rate of 1000", thrown == null || thrown.equals("NotSupportedError"));
    stage.saw("a rate of 1000 " + (thrown == null ? "is taken" : "throws " + thrown));
    // Firefox mutes at rates that it cannot play.
    video.setPlaybackRate(1);
    Check.equal("preservesPitch", true, video.isPreservesPitch());
    video.setPreservesPitch(false);
    Check.equal("preservesPitch", false, video.isPreservesPitch());
    video.setVolume(0.25);
    Check.equal("volume", 0.25, video.getVolume());
    Check.throwing("IndexSizeError", "a volume of 2", () -> video.setVolume(2));
    Check.equal("muted", true, video.isMuted());
    video.setMuted(false);
    Check.equal("muted", false, video.isMuted());
    video.setAutoplay(true);
    Check.equal("autoplay", true, video.isAutoplay());
    video.setLoop(true);
    Check.equal("loop", true, video.isLoop());
    video.setDisableRemotePlayback(true);
    Check.equal("disableRemotePlayback", true, video.isDisableRemotePlayback());
  }

  private static void error(Stage stage) {
    VideoElement video = stage.page().video();
    video.setSrc(Media.url("bad/not-xml.mpd"));
    stage.screen().await("error");
    MediaError error = video.getError();
    Check.that("there is one", error != null);
    Check.equal("code", 4, error.getCode());
    Check.that("message", !error.getMessage().isEmpty());
  }

  private static void rejects(Stage stage) {
    VideoElement video = stage.page().video();
    video.setSrc(Media.url("bad/not-xml.mpd"));
    Check.equal("play", "NotSupportedError", Await.rejection("play", video.play()));
  }

  private static void ranges(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    Check.equal("length", 1, buffer.getBuffered().getLength());
    Check.throwing("IndexSizeError", "start(1)", () -> buffer.getBuffered().start(1));
    Check.throwing("IndexSizeError", "end(1)", () -> buffer.getBuffered().end(1));
    Check.equal(
        "the element's",
        Text.of(buffer.getBuffered()),
        Text.of(stage.page().video().getBuffered()));
  }

  /** The events that the screen does not listen to already. */
  private static void events(Stage stage) {
    VideoElement video = stage.page().video();
    EventLog log = new EventLog();
    video.onTimeUpdate(log::add);
    video.onRateChange(log::add);
    video.onVolumeChange(log::add);
    video.onStalled(log::add);
    video.onEncrypted(log::add);
    video.onWaitingForKey(log::add);
    video.onPlaying(log::add);
    MediaSource source = stage.open();
    stage.video(source, 1);
    video.setPlaybackRate(2);
    log.awaitAny("ratechange");
    video.setVolume(0.5);
    log.awaitAny("volumechange");
    stage.screen().play();
    log.awaitAny("playing");
    log.awaitAny("timeupdate");
    video.pause();
    for (String type : new String[] {"stalled", "encrypted", "waitingforkey"}) {
      video.dispatchEvent(Made.event(type));
      Check.equal(type, 1, log.count(type));
    }
  }

  private static void srcObjectNull(Stage stage) {
    VideoElement video = stage.page().video();
    Check.that("null at first", video.getSrcObject() == null);
    MediaStream stream = stream();
    video.setSrcObject(stream);
    Check.that("the stream", video.getSrcObject() == stream);
    video.clearSrcObject();
    Check.that("null again", video.getSrcObject() == null);
    stage.screen().await("emptied");
  }

  private static void srcObjectStream(Stage stage) {
    VideoElement video = stage.page().video();
    video.setSrcObject(stream());
    stage.screen().play();
    stage.screen().await("loadedmetadata");
    Check.equal("duration", Double.POSITIVE_INFINITY, video.getDuration());
    stage.screen().awaitWidth(64);
    stage.saw("64 wide");
  }

  private static void srcObjectBlob(Stage stage) {
    VideoElement video = stage.page().video();
    Blob blob = Await.value("a blob", new Response(Media.file(FILE)).blob());
    String thrown = Check.thrownBy(() -> video.setSrcObject(blob));
    Check.present("Blob as srcObject (it throws " + thrown + ")", thrown == null);
    stage.screen().await("canplay");
  }

  private static void srcObjectSource(Stage stage) {
    MediaSource source = stage.source();
    EventLog states = stage.states(source);
    VideoElement video = stage.page().video();
    String thrown = Check.thrownBy(() -> video.setSrcObject(source));
    Check.present("MediaSource as srcObject (it throws " + thrown + ")", thrown == null);
    states.await("sourceopen");
  }

  private static void blobUrl(Stage stage) {
    Blob blob = Await.value("a blob", new Response(Media.file(FILE)).blob());
    String url = URL.createObjectURL(blob);
    stage.page().video().setSrc(url);
    stage.screen().await("canplay");
    URL.revokeObjectURL(url);
  }

  private static void quality(Stage stage) {
    VideoElement video = stage.page().video();
    VideoPlaybackQuality before = video.getVideoPlaybackQuality();
    Check.present("getVideoPlaybackQuality", before != null);
    Check.equal("frames at first", 0, before.getTotalVideoFrames());
    MediaSource source = stage.open();
    stage.video(source, 1);
    source.endOfStream();
    stage.screen().play();
    stage.screen().await("ended");
    VideoPlaybackQuality after = video.getVideoPlaybackQuality();
    Check.that("frames: " + after.getTotalVideoFrames(), after.getTotalVideoFrames() > 25);
    Check.that(
        "dropped: " + after.getDroppedVideoFrames(),
        after.getDroppedVideoFrames() <= after.getTotalVideoFrames());
    Check.equal("corrupted", 0, after.getCorruptedVideoFrames());
    Check.that("creationTime goes on", after.getCreationTime() > before.getCreationTime());
  }

  private static void frameCallback(Stage stage) {
    VideoElement video = stage.page().video();
    Check.present("requestVideoFrameCallback", Made.has(video, "requestVideoFrameCallback"));
    EventLog log = new EventLog();
    VideoFrameCallbackMetadata[] seen = new VideoFrameCallbackMetadata[1];
    double[] at = new double[1];
    int handle =
        video.requestVideoFrameCallback(
            (now, metadata) -> {
              seen[0] = metadata;
              at[0] = now;
              log.note("frame");
            });
    Check.that("a handle", handle > 0);
    stage.video(stage.open(), 1);
    log.await("frame");
    VideoFrameCallbackMetadata frame = seen[0];
    Check.equal("width", 320, frame.getWidth());
    Check.equal("height", 180, frame.getHeight());
    Check.near("mediaTime", 0, frame.getMediaTime(), 0.05);
    Check.that("presentedFrames", frame.getPresentedFrames() >= 1);
    Check.that("now", at[0] > 0);
    Check.that("presentationTime", frame.getPresentationTime() > 0);
    Check.that("expectedDisplayTime", frame.getExpectedDisplayTime() > 0);
    double processing = frame.getProcessingDuration();
    Check.that("processingDuration", processing >= 0 || Double.isNaN(processing));
    Check.equal("captureTime", Double.NaN, frame.getCaptureTime());
    Check.equal("receiveTime", Double.NaN, frame.getReceiveTime());
    Check.equal("rtpTimestamp", Double.NaN, frame.getRtpTimestamp());
  }

  private static void cancelled(Stage stage) {
    VideoElement video = stage.page().video();
    Check.present("requestVideoFrameCallback", Made.has(video, "requestVideoFrameCallback"));
    EventLog log = new EventLog();
    int handle = video.requestVideoFrameCallback((now, metadata) -> log.note("cancelled"));
    video.cancelVideoFrameCallback(handle);
    video.requestVideoFrameCallback((now, metadata) -> log.note("other"));
    stage.video(stage.open(), 1);
    log.await("other");
    Check.equal("called", "other", log.text());
  }

  private static void size(Stage stage) {
    VideoElement video = stage.page().video();
    Check.equal("width at first", 0, video.getVideoWidth());
    EventLog log = new EventLog();
    video.onResize(log::add);
    stage.video(stage.open(), 1);
    log.await("resize");
    Check.equal("width", 320, video.getVideoWidth());
    Check.equal("height", 180, video.getVideoHeight());
    Check.that("nameOf", DOMException.nameOf((Object) video.getError()) == null);
    HTMLMediaElement audio = HTMLDocument.current().createElement("audio").cast();
    Check.equal("an audio element", true, MediaElement.of(audio).isPaused());
  }

  /** Something that moves: a browser may give no frame of a still picture. */
  @JSBody(
      script =
          "var canvas = document.createElement('canvas');"
              + "canvas.width = 64; canvas.height = 36;"
              + "var context = canvas.getContext('2d');"
              + "var shade = 0;"
              + "var timer = setInterval(function() {"
              + " context.fillStyle = 'rgb(' + (shade = (shade + 8) % 256) + ',0,0)';"
              + " context.fillRect(0, 0, 64, 36);"
              + " if (++canvas.drawn > 500) clearInterval(timer);"
              + "}, 20);"
              + "canvas.drawn = 0;"
              + "return canvas.captureStream(25);")
  private static native MediaStream stream();
}
