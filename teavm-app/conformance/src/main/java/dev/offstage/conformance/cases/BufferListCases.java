package dev.offstage.conformance.cases;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.mse.SourceBufferList;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import org.teavm.jso.core.JSObjects;

/** Adding and removing buffers, and the lists of them. */
final class BufferListCases {
  private static final String WPT = "media-source/";

  private BufferListCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        "buffers: addSourceBuffer before sourceopen throws InvalidStateError",
        BufferListCases::beforeOpen);
    suite.everywhere(
        "buffers: an unsupported type throws NotSupportedError", BufferListCases::unsupported);
    suite.everywhere(
        "buffers: a third buffer over the limit throws QuotaExceededError",
        BufferListCases::overTheLimit);
    suite.everywhere(
        WPT
            + "mediasource-addsourcebuffer.html: an empty type throws TypeError; video, audio and"
            + " both in one are taken",
        BufferListCases::types);
    suite.everywhere(
        WPT + "mediasource-addsourcebuffer.html: after endOfStream it throws InvalidStateError",
        BufferListCases::addAfterEnd);
    suite.everywhere(
        WPT
            + "mediasource-addsourcebuffer-mode.html: formats without timestamps begin in sequence"
            + " mode",
        BufferListCases::modeByType);
    suite.everywhere(
        WPT + "mediasource-sourcebufferlist.html: length, index and iteration follow, events tell",
        BufferListCases::list);
    suite.everywhere(
        WPT
            + "mediasource-activesourcebuffers.html: a buffer becomes active with its init segment,"
            + " in the order of sourceBuffers",
        BufferListCases::active);
    suite.everywhere(
        WPT
            + "mediasource-removesourcebuffer.html: a buffer of another source, or one removed,"
            + " throws NotFoundError",
        BufferListCases::notFound);
    suite.everywhere(
        WPT
            + "mediasource-removesourcebuffer.html: a removed buffer throws InvalidStateError at"
            + " every member",
        BufferListCases::removedThrows);
    suite.everywhere(
        WPT + "mediasource-removesourcebuffer.html: removing while updating aborts the append",
        BufferListCases::removeAborts);
    suite.everywhere(
        WPT + "mediasource-removesourcebuffer.html: a buffer can be added again after a removal",
        BufferListCases::addAgain);
  }

  private static void beforeOpen(Stage stage) {
    MediaSource source = stage.source();
    Check.throwing("InvalidStateError", "addSourceBuffer", () -> source.addSourceBuffer(Media.AVC));
  }

  private static void unsupported(Stage stage) {
    MediaSource source = stage.open();
    for (String type :
        new String[] {"video/nothing", "invalidType", "video/mp4; codecs=\"none\"", "text/plain"}) {
      Check.throwing("NotSupportedError", type, () -> source.addSourceBuffer(type));
    }
  }

  private static void overTheLimit(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer video = source.addSourceBuffer(Media.AVC);
    SourceBuffer audio = source.addSourceBuffer(Media.AAC);
    stage.append(video, Media.avcInit());
    stage.append(audio, Media.aacInit());
    stage.screen().await("loadedmetadata");
    int count = 2;
    String thrown = null;
    while (thrown == null && count < 64) {
      thrown = Check.thrownBy(() -> source.addSourceBuffer(Media.AAC));
      count += thrown == null ? 1 : 0;
    }
    stage.saw(count + " buffers taken");
    Check.equal("what a further one throws", "QuotaExceededError", thrown);
    Check.equal("sourceBuffers.length", count, source.getSourceBuffers().getLength());
  }

  private static void types(Stage stage) {
    MediaSource source = stage.open();
    Check.throwing("TypeError", "an empty type", () -> source.addSourceBuffer(""));
    source.addSourceBuffer(Media.AVC);
    source.addSourceBuffer(Media.AAC);
    stage.screen().renew();
    stage.open().addSourceBuffer("video/mp4; codecs=\"avc1.4d400d, mp4a.40.2\"");
  }

  private static void addAfterEnd(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    source.endOfStream();
    Check.throwing("InvalidStateError", "addSourceBuffer", () -> source.addSourceBuffer(Media.AAC));
  }

  private static void modeByType(Stage stage) {
    StringBuilder seen = new StringBuilder();
    String[] types = {Media.AVC, Media.AAC, Media.VP9, "audio/mpeg", "audio/aac"};
    String[] expected = {"segments", "segments", "segments", "sequence", "sequence"};
    for (int i = 0; i < types.length; i++) {
      if (!MediaSource.isTypeSupported(types[i])) {
        continue;
      }
      stage.screen().renew();
      SourceBuffer buffer = stage.open().addSourceBuffer(types[i]);
      Check.equal("the mode of " + types[i], expected[i], buffer.getMode().stringValue());
      seen.append(types[i].charAt(0) == 'a' ? "audio " : "video ").append(expected[i]).append(", ");
    }
    stage.saw(seen.substring(0, seen.length() - 2));
  }

  private static void list(Stage stage) {
    MediaSource source = stage.open();
    SourceBufferList list = source.getSourceBuffers();
    EventLog log = new EventLog();
    list.onAddSourceBuffer(log::add);
    list.onRemoveSourceBuffer(log::add);
    Check.that("sourceBuffers is the same object", list == source.getSourceBuffers());
    Check.equal("length at first", 0, list.getLength());
    SourceBuffer first = source.addSourceBuffer(Media.AVC);
    log.await("addsourcebuffer");
    SourceBuffer second = source.addSourceBuffer(Media.AAC);
    log.await("addsourcebuffer");
    Check.equal("length", 2, list.getLength());
    Check.that("[0] is the first", list.get(0) == first);
    Check.that("[1] is the second", list.get(1) == second);
    Check.that("[2] is undefined", JSObjects.isUndefined(list.get(2)));
    EventLog each = new EventLog();
    list.forEach(
        buffer -> each.note(buffer == first ? "first" : buffer == second ? "second" : "other"));
    Check.equal("the iteration", "first second", each.text());
    source.removeSourceBuffer(first);
    log.await("removesourcebuffer");
    Check.equal("length after the removal", 1, list.getLength());
    Check.that("[0] is the second", list.get(0) == second);
    Check.equal("events", "addsourcebuffer addsourcebuffer removesourcebuffer", log.text());
  }

  private static void active(Stage stage) {
    MediaSource source = stage.open();
    SourceBufferList active = source.getActiveSourceBuffers();
    EventLog log = new EventLog();
    active.onAddSourceBuffer(log::add);
    SourceBuffer video = source.addSourceBuffer(Media.AVC);
    SourceBuffer audio = source.addSourceBuffer(Media.AAC);
    Check.equal("length before", 0, active.getLength());
    stage.append(audio, Media.aacInit());
    log.await("addsourcebuffer");
    Check.equal("length after one", 1, active.getLength());
    stage.append(video, Media.avcInit());
    log.await("addsourcebuffer");
    Check.that("the video buffer stands first", active.get(0) == video && active.get(1) == audio);
  }

  private static void notFound(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    MediaSource other = stage.source();
    Check.throwing("NotFoundError", "another source", () -> other.removeSourceBuffer(buffer));
    source.removeSourceBuffer(buffer);
    Check.throwing("NotFoundError", "twice", () -> source.removeSourceBuffer(buffer));
  }

  private static void removedThrows(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    source.removeSourceBuffer(buffer);
    String invalid = "InvalidStateError";
    Check.throwing(invalid, "abort", buffer::abort);
    Check.throwing(invalid, "appendBuffer", () -> buffer.appendBuffer(Media.avc(1)));
    Check.throwing(invalid, "remove", () -> buffer.remove(0, 1));
    Check.throwing(invalid, "changeType", () -> buffer.changeType(Media.VP9));
    Check.throwing(invalid, "buffered", buffer::getBuffered);
    Check.throwing(invalid, "timestampOffset", () -> buffer.setTimestampOffset(1));
    Check.throwing(invalid, "appendWindowStart", () -> buffer.setAppendWindowStart(1));
    Check.throwing(invalid, "appendWindowEnd", () -> buffer.setAppendWindowEnd(1));
    Check.throwing(invalid, "mode", () -> buffer.setMode(buffer.getMode()));
    Check.equal("updating", false, buffer.isUpdating());
  }

  private static void removeAborts(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(1));
    Check.equal("updating", true, buffer.isUpdating());
    source.removeSourceBuffer(buffer);
    Check.equal("updating right after", false, buffer.isUpdating());
    updates.await("updateend");
    Check.equal("the events", "updatestart abort updateend", updates.text());
  }

  private static void addAgain(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer first = source.addSourceBuffer(Media.AVC);
    source.removeSourceBuffer(first);
    SourceBuffer second = stage.video(source, 1);
    Check.that("it is another object", first != second);
    stage.buffered(second, 0, 2);
  }
}
