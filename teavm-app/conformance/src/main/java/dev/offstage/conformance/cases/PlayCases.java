package dev.offstage.conformance.cases;

import dev.offstage.bindings.html.URL;
import dev.offstage.bindings.html.VideoElement;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;

/** Playing and seeking in what was appended; attaching by object URL. */
final class PlayCases {
  private static final String WPT = "media-source/";

  private PlayCases() {}

  static void register(Suite suite) {
    suite.everywhere(WPT + "mediasource-play.html: plays to its end", PlayCases::playsToItsEnd);
    suite.everywhere(
        WPT + "mediasource-play-then-seek-back.html: seeks back while it plays",
        PlayCases::seekBack);
    suite.everywhere(
        WPT + "mediasource-replay.html: after the end it plays again from the start",
        PlayCases::replay);
    suite.everywhere(
        WPT + "mediasource-seek-beyond-duration.html: a seek beyond the end goes to the end",
        PlayCases::seekBeyond);
    suite.everywhere(
        WPT + "mediasource-seek-during-pending-seek.html: the last of several seeks holds",
        PlayCases::pendingSeek);
    suite.everywhere(
        WPT + "mediasource-redundant-seek.html: seeking to the same place twice ends well",
        PlayCases::redundantSeek);
    suite.everywhere(
        WPT
            + "mediasource-h264-play-starved.html: waits where media is lacking, goes on when it"
            + " comes",
        PlayCases::starved);
    suite.page(
        WPT + "URL-createObjectURL.html: a URL that is a blob's, another for each call",
        PlayCases::objectUrl);
    suite.page(
        WPT
            + "URL-createObjectURL-revoke.html: a URL revoked before the load begins fails, after"
            + " it does not",
        PlayCases::revoked);
    suite.page(
        WPT + "mediasource-multiple-attach.html: a source attached to one element fails in another",
        PlayCases::multipleAttach);
  }

  private static void playsToItsEnd(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    source.endOfStream();
    stage.screen().rate(2);
    stage.screen().play();
    stage.screen().await("ended");
    Check.near("currentTime", 2, stage.screen().currentTime(), 0.05);
  }

  private static void seekBack(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 3);
    stage.screen().seek(5);
    stage.screen().play();
    stage.screen().await("playing");
    stage.screen().seek(1);
    stage.screen().await("seeked");
    double time = stage.screen().currentTime();
    Check.that("it is back at 1 s: " + time, time >= 1 && time < 4);
    stage.screen().pause();
  }

  private static void replay(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    source.endOfStream();
    stage.screen().seek(1.6);
    stage.screen().play();
    stage.screen().await("ended");
    stage.screen().play();
    stage.screen().await("seeked");
    Check.that("it began anew", stage.screen().currentTime() < 1.6);
    Check.equal("readyState", ReadyState.ended(), source.getReadyState());
  }

  private static void seekBeyond(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 2);
    source.endOfStream();
    stage.screen().await("loadeddata");
    stage.screen().seek(100);
    stage.screen().await("seeked");
    Check.near("currentTime", 4, stage.screen().currentTime(), 0.01);
  }

  private static void pendingSeek(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    // An endless stream is seekable no further than it is buffered.
    source.setDuration(12);
    stage.screen().await("loadedmetadata");
    stage.screen().seek(5);
    stage.screen().await("seeking");
    stage.screen().seek(9);
    stage.append(buffer, Media.avc(2));
    stage.append(buffer, Media.avc(4));
    stage.screen().await("seeked");
    Check.equal("currentTime", 9, stage.screen().currentTime());
  }

  private static void redundantSeek(Stage stage) {
    stage.video(stage.open(), 2);
    stage.screen().await("loadedmetadata");
    stage.screen().seek(3);
    stage.screen().seek(3);
    stage.screen().await("seeked");
    stage.screen().seek(3);
    stage.screen().await("seeked");
    Check.equal("currentTime", 3, stage.screen().currentTime());
  }

  private static void starved(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    stage.screen().seek(1.5);
    stage.screen().play();
    stage.screen().await("playing");
    // It may have waited before, for the seek.
    do {
      stage.screen().await("waiting");
    } while (stage.screen().currentTime() < 1.8);
    double time = stage.screen().currentTime();
    // A busy browser notices a little late; half of the next clip would be another thing.
    Check.that("it waits at the end of what there is: " + time, time <= 2.25);
    stage.append(buffer, Media.avc(1));
    stage.screen().await("playing");
    stage.screen().pause();
  }

  private static void objectUrl(Stage stage) {
    MediaSource source = stage.source();
    String first = URL.createObjectURL(source);
    String second = URL.createObjectURL(source);
    Check.that("it begins with blob: " + first, first.startsWith("blob:"));
    Check.that("they differ", !first.equals(second));
    URL.revokeObjectURL(first);
    URL.revokeObjectURL(second);
    URL.revokeObjectURL(second);
  }

  private static void revoked(Stage stage) {
    MediaSource source = stage.source();
    VideoElement video = stage.page().video();
    String url = URL.createObjectURL(source);
    URL.revokeObjectURL(url);
    video.setSrc(url);
    stage.screen().await("error");
    Check.equal("the error", 4, stage.screen().errorCode());
    stage.screen().renew();
    EventLog states = stage.states(source);
    String other = URL.createObjectURL(source);
    stage.page().video().setSrc(other);
    stage.screen().await("loadstart");
    URL.revokeObjectURL(other);
    states.awaitAny("sourceopen");
  }

  private static void multipleAttach(Stage stage) {
    MediaSource source = stage.open();
    VideoElement other = stage.page().another();
    EventLog log = new EventLog();
    other.onError(log::add);
    String url = URL.createObjectURL(source);
    other.setSrc(url);
    log.await("error");
    Check.equal("the source's state", ReadyState.open(), source.getReadyState());
    URL.revokeObjectURL(url);
    stage.video(source, 1);
    stage.screen().await("loadeddata");
  }
}
