package dev.offstage.conformance.cases;

import dev.offstage.bindings.mse.EndOfStreamError;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;

/** The source's state, its end and its duration. */
final class SourceCases {
  private static final String WPT = "media-source/";

  private SourceCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        "source: readyState goes closed, open, ended, open again by an append, closed by detaching",
        SourceCases::readyStates);
    suite.everywhere(
        WPT + "mediasource-closed.html: a source that is attached to nothing takes nothing",
        SourceCases::closedTakesNothing);
    suite.everywhere(
        WPT + "mediasource-detach.html: a source that was detached stays closed",
        SourceCases::staysClosed);
    suite.everywhere(
        WPT + "mediasource-endofstream.html: the duration shrinks to what is buffered",
        SourceCases::endShrinksDuration);
    suite.everywhere(
        WPT + "mediasource-endofstream.html: endOfStream while updating or ended throws",
        SourceCases::endThrows);
    suite.everywhere(
        WPT
            + "mediasource-errors.html: endOfStream('network') with metadata is the element's"
            + " MEDIA_ERR_NETWORK",
        stage -> endsWith(stage, EndOfStreamError.network(), 2));
    suite.everywhere(
        WPT
            + "mediasource-errors.html: endOfStream('decode') with metadata is the element's"
            + " MEDIA_ERR_DECODE",
        stage -> endsWith(stage, EndOfStreamError.decode(), 3));
    suite.everywhere(
        WPT
            + "mediasource-errors.html: endOfStream('network') without metadata is the element's"
            + " MEDIA_ERR_SRC_NOT_SUPPORTED",
        SourceCases::endsBeforeMetadata);
    suite.everywhere("duration: goes up and down, and the element follows", SourceCases::upAndDown);
    suite.everywhere(
        WPT
            + "mediasource-duration-boundaryconditions.html: zero and infinity are taken, negative"
            + " values and NaN throw TypeError",
        SourceCases::durationBounds);
    suite.everywhere(
        WPT
            + "mediasource-duration.html: setting below what is buffered, or while updating, throws"
            + " InvalidStateError",
        SourceCases::durationThrows);
    suite.everywhere(
        WPT + "mediasource-duration.html: setting the same value fires no durationchange",
        SourceCases::sameDuration);
    suite.everywhere(
        WPT + "mediasource-duration.html: appending behind the end extends the duration",
        SourceCases::appendExtends);
    suite.everywhere(
        "live: the live seekable range is the element's seekable while the duration is infinite",
        SourceCases::liveSeekable);
    suite.everywhere(
        WPT + "mediasource-liveseekable.html: the range joins what is buffered",
        SourceCases::liveJoinsBuffered);
    suite.everywhere(
        WPT
            + "mediasource-liveseekable.html: bad ranges throw TypeError, a closed source"
            + " InvalidStateError",
        SourceCases::liveThrows);
    suite.everywhere(
        WPT
            + "mediasource-seekable.html: nothing without a duration, all of a finite one, what is"
            + " buffered of an infinite one",
        SourceCases::seekable);
  }

  private static void readyStates(Stage stage) {
    MediaSource source = stage.source();
    EventLog states = stage.states(source);
    StringBuilder seen = new StringBuilder(source.getReadyState().stringValue());
    Check.equal("readyState at first", ReadyState.closed(), source.getReadyState());
    stage.screen().attach(source);
    states.await("sourceopen");
    seen.append(' ').append(source.getReadyState().stringValue());
    SourceBuffer buffer = stage.video(source, 1);
    source.endOfStream();
    Check.equal("readyState after endOfStream", ReadyState.ended(), source.getReadyState());
    seen.append(' ').append(source.getReadyState().stringValue());
    states.await("sourceended");
    buffer.appendBuffer(Media.avc(1));
    seen.append(' ').append(source.getReadyState().stringValue());
    states.await("sourceopen");
    stage.screen().detach();
    states.await("sourceclose");
    seen.append(' ').append(source.getReadyState().stringValue());
    Check.equal("the states", "closed open ended open closed", seen.toString());
    Check.equal("the events", "sourceopen sourceended sourceopen sourceclose", states.text());
    stage.saw(seen.toString());
  }

  private static void closedTakesNothing(Stage stage) {
    MediaSource source = stage.source();
    String invalid = "InvalidStateError";
    Check.equal("readyState", ReadyState.closed(), source.getReadyState());
    Check.equal("duration", Double.NaN, source.getDuration());
    Check.equal("sourceBuffers.length", 0, source.getSourceBuffers().getLength());
    Check.equal("activeSourceBuffers.length", 0, source.getActiveSourceBuffers().getLength());
    Check.throwing(invalid, "addSourceBuffer", () -> source.addSourceBuffer(Media.AVC));
    Check.throwing(invalid, "the duration's setter", () -> source.setDuration(10));
    Check.throwing(invalid, "endOfStream()", source::endOfStream);
    Check.throwing(
        invalid, "endOfStream('decode')", () -> source.endOfStream(EndOfStreamError.decode()));
    Check.throwing(
        invalid, "endOfStream('network')", () -> source.endOfStream(EndOfStreamError.network()));
  }

  private static void staysClosed(Stage stage) {
    MediaSource source = stage.open();
    EventLog states = stage.states(source);
    stage.screen().detach();
    states.await("sourceclose");
    Check.equal("readyState", ReadyState.closed(), source.getReadyState());
    Check.throwing("InvalidStateError", "addSourceBuffer", () -> source.addSourceBuffer(Media.AVC));
    Check.equal("the events", "sourceclose", states.text());
  }

  private static void endShrinksDuration(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 2);
    source.setDuration(30);
    source.endOfStream();
    Check.near("duration", 4, source.getDuration(), 0.01);
    stage.saw("30 s became " + Text.of(source.getDuration()) + " s");
  }

  private static void endThrows(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(1));
    Check.throwing("InvalidStateError", "endOfStream while updating", source::endOfStream);
    updates.await("updateend");
    source.endOfStream();
    Check.throwing("InvalidStateError", "a second endOfStream", source::endOfStream);
    Check.throwing(
        "InvalidStateError",
        "a second endOfStream('network')",
        () -> source.endOfStream(EndOfStreamError.network()));
  }

  private static void endsWith(Stage stage, EndOfStreamError error, int code) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    stage.screen().await("loadedmetadata");
    EventLog states = stage.states(source);
    source.endOfStream(error);
    Check.equal("readyState", ReadyState.ended(), source.getReadyState());
    stage.screen().await("error");
    Check.equal("the element's error", code, stage.screen().errorCode());
    states.await("sourceended");
  }

  private static void endsBeforeMetadata(Stage stage) {
    MediaSource source = stage.open();
    source.addSourceBuffer(Media.AVC);
    source.endOfStream(EndOfStreamError.network());
    stage.screen().await("error");
    Check.equal("the element's error", 4, stage.screen().errorCode());
  }

  private static void upAndDown(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    stage.screen().await("loadedmetadata");
    source.setDuration(60);
    Check.equal("duration", 60, source.getDuration());
    stage.screen().await("durationchange");
    Check.equal("the element's duration", 60, stage.screen().duration());
    source.setDuration(7.5);
    Check.equal("duration", 7.5, source.getDuration());
    stage.screen().await("durationchange");
    Check.equal("the element's duration", 7.5, stage.screen().duration());
  }

  private static void durationBounds(Stage stage) {
    MediaSource source = stage.open();
    for (double value : new double[] {0, 1e9, 0.25, Double.POSITIVE_INFINITY}) {
      source.setDuration(value);
      Check.equal("duration", value, source.getDuration());
    }
    for (double value : new double[] {-1, Double.NEGATIVE_INFINITY, Double.NaN, -1e-9}) {
      Check.throwing("TypeError", Text.of(value), () -> source.setDuration(value));
    }
    Check.equal("duration at the end", Double.POSITIVE_INFINITY, source.getDuration());
  }

  private static void durationThrows(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 2);
    Check.throwing("InvalidStateError", "3 of 4 s", () -> source.setDuration(3));
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(2));
    Check.throwing("InvalidStateError", "while updating", () -> source.setDuration(100));
    updates.await("updateend");
    stage.remove(buffer, 2, 6);
    source.setDuration(3);
    Check.equal("duration after the removal", 3, source.getDuration());
  }

  private static void sameDuration(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    stage.screen().await("loadedmetadata");
    source.setDuration(50);
    stage.screen().await("durationchange");
    String before = stage.screen().events();
    source.setDuration(50);
    source.setDuration(50);
    source.setDuration(51);
    stage.screen().await("durationchange");
    Check.equal("the element's duration at the next event", 51, stage.screen().duration());
    Check.that(
        "one durationchange",
        stage.screen().events().indexOf("durationchange", before.length())
            == stage.screen().events().lastIndexOf("durationchange"));
  }

  private static void appendExtends(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    source.setDuration(2);
    stage.append(buffer, Media.avc(1));
    Check.near("duration", 4, source.getDuration(), 0.01);
  }

  private static void liveSeekable(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    stage.screen().await("loadedmetadata");
    source.setDuration(Double.POSITIVE_INFINITY);
    source.setLiveSeekableRange(0, 40);
    Check.equal("seekable", "0-40", stage.screen().seekable());
    source.setLiveSeekableRange(0, 42.5);
    Check.equal("seekable", "0-42.5", stage.screen().seekable());
    source.clearLiveSeekableRange();
    Check.equal("seekable without the range", "0-2", stage.screen().seekable());
    stage.saw("0-40, 0-42.5, cleared 0-2");
  }

  private static void liveJoinsBuffered(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    stage.screen().await("loadedmetadata");
    source.setDuration(Double.POSITIVE_INFINITY);
    source.setLiveSeekableRange(10, 20);
    Check.equal("seekable", "0-20", stage.screen().seekable());
  }

  private static void liveThrows(Stage stage) {
    MediaSource source = stage.open();
    source.setLiveSeekableRange(3, 3);
    Check.throwing("TypeError", "a negative start", () -> source.setLiveSeekableRange(-1, 1));
    Check.throwing("TypeError", "a start behind the end", () -> source.setLiveSeekableRange(2, 1));
    EventLog states = stage.states(source);
    stage.screen().detach();
    states.await("sourceclose");
    Check.throwing("InvalidStateError", "closed", () -> source.setLiveSeekableRange(1, 2));
    Check.throwing("InvalidStateError", "clear, closed", source::clearLiveSeekableRange);
  }

  private static void seekable(Stage stage) {
    MediaSource source = stage.open();
    Check.equal("seekable without a duration", "none", stage.screen().seekable());
    SourceBuffer buffer = stage.video(source, 1);
    stage.screen().await("loadedmetadata");
    source.setDuration(10);
    stage.screen().await("durationchange");
    Check.equal("seekable of 10 s", "0-10", stage.screen().seekable());
    source.setDuration(Double.POSITIVE_INFINITY);
    stage.screen().await("durationchange");
    stage.append(buffer, Media.avc(2));
    Check.equal("seekable of an endless stream", "0-6", stage.screen().seekable());
  }
}
