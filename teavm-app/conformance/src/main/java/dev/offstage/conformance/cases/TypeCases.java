package dev.offstage.conformance.cases;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;

/** What may be appended. */
final class TypeCases {
  /** What every browser that the tests run in has. */
  private static final String[] COMMON = {
    Media.AVC,
    Media.AAC,
    Media.VP9,
    Media.AV1_WEBM,
    "video/mp4; codecs=\"avc1.4d400d, mp4a.40.2\"",
    "video/mp4; codecs=\"av01.0.00M.08\"",
    "video/webm; codecs=\"vp9\"",
    "video/webm; codecs=\"vp8, vorbis\"",
    "audio/webm; codecs=\"opus\"",
    "audio/mp4; codecs=\"opus\"",
  };

  private static final String[] NOWHERE = {
    "",
    "video",
    "video/nothing",
    "xxx",
    "text/html",
    "video/mp4; codecs=\"nothing\"",
    "video/webm; codecs=\"avc1.4d400d\"",
    "audio/mp4; codecs=\"avc1.4d400d\"",
  };

  /** Names for the report and the types. */
  private static final String[] DIFFERING = {
    "AC-3", "audio/mp4; codecs=\"ac-3\"",
    "E-AC-3", "audio/mp4; codecs=\"ec-3\"",
    "FLAC", "audio/mp4; codecs=\"flac\"",
    "HEVC", "video/mp4; codecs=\"hvc1.1.6.L93.B0\"",
    "Dolby Vision", "video/mp4; codecs=\"dvh1.05.06\"",
    "VVC", "video/mp4; codecs=\"vvc1.1.L51.CQA.O1+3\"",
    "MP3", "audio/mpeg",
    "MP3 in MP4", "audio/mp4; codecs=\"mp3\"",
    "ADTS", "audio/aac",
    "MPEG-TS", "video/mp2t; codecs=\"avc1.4d400d\"",
    "xHE-AAC", "audio/mp4; codecs=\"mp4a.40.42\"",
    "WebVTT in MP4", "application/mp4; codecs=\"wvtt\"",
    "TTML in MP4", "application/mp4; codecs=\"stpp\"",
    "MP4 without codecs", "video/mp4",
    "WebM without codecs", "video/webm",
  };

  private TypeCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        "media-source/mediasource-is-type-supported.html: what any browser has, and what none has",
        TypeCases::certain);
    suite.everywhere(
        "isTypeSupported: addSourceBuffer takes what it promises and refuses the rest",
        TypeCases::promises);
    suite.everywhere("isTypeSupported: what differs between browsers", TypeCases::differing);
    suite.worker("isTypeSupported: the worker and the page say the same", TypeCases::samePage);
  }

  private static void certain(Stage stage) {
    stage.source();
    for (String type : COMMON) {
      Check.equal(type, true, MediaSource.isTypeSupported(type));
    }
    for (String type : NOWHERE) {
      Check.equal("'" + type + "'", false, MediaSource.isTypeSupported(type));
    }
  }

  private static void promises(Stage stage) {
    MediaSource source = stage.open();
    for (int i = 1; i < DIFFERING.length; i += 2) {
      promise(source, DIFFERING[i]);
    }
    for (String type : COMMON) {
      promise(source, type);
    }
  }

  private static void promise(MediaSource source, String type) {
    if (MediaSource.isTypeSupported(type)) {
      SourceBuffer buffer = source.addSourceBuffer(type);
      source.removeSourceBuffer(buffer);
    } else {
      Check.throwing("NotSupportedError", type, () -> source.addSourceBuffer(type));
    }
  }

  private static void differing(Stage stage) {
    stage.source();
    StringBuilder has = new StringBuilder("has");
    StringBuilder lacks = new StringBuilder("lacks");
    for (int i = 0; i < DIFFERING.length; i += 2) {
      (MediaSource.isTypeSupported(DIFFERING[i + 1]) ? has : lacks)
          .append(' ')
          .append(DIFFERING[i])
          .append(',');
    }
    stage.saw(has.append(' ').append(lacks.substring(0, lacks.length() - 1)).toString());
  }

  private static void samePage(Stage stage) {
    stage.source();
    for (int i = 1; i < DIFFERING.length; i += 2) {
      String type = DIFFERING[i];
      Check.equal(type, stage.screen().isTypeSupported(type), MediaSource.isTypeSupported(type));
    }
    for (String type : COMMON) {
      Check.equal(type, stage.screen().isTypeSupported(type), MediaSource.isTypeSupported(type));
    }
  }
}
