package dev.offstage.conformance.cases;

import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Stage;

/** The browser's own interfaces against the specification's. */
public final class IdlCases {
  /** Interfaces and their members; {@code IdlCasesTest} compares them with the IDL. */
  public static final String[][] INTERFACES = {
    {
      "MediaSource",
      "handle",
      "sourceBuffers",
      "activeSourceBuffers",
      "readyState",
      "duration",
      "onsourceopen",
      "onsourceended",
      "onsourceclose",
      "canConstructInDedicatedWorker",
      "addSourceBuffer",
      "removeSourceBuffer",
      "endOfStream",
      "setLiveSeekableRange",
      "clearLiveSeekableRange",
      "isTypeSupported"
    },
    {"MediaSourceHandle"},
    {
      "SourceBuffer",
      "mode",
      "updating",
      "buffered",
      "timestampOffset",
      "audioTracks",
      "videoTracks",
      "textTracks",
      "appendWindowStart",
      "appendWindowEnd",
      "onupdatestart",
      "onupdate",
      "onupdateend",
      "onerror",
      "onabort",
      "appendBuffer",
      "abort",
      "changeType",
      "remove"
    },
    {"SourceBufferList", "length", "onaddsourcebuffer", "onremovesourcebuffer"},
    {"ManagedMediaSource", "streaming", "onstartstreaming", "onendstreaming"},
    {"BufferedChangeEvent", "addedRanges", "removedRanges"},
    {"ManagedSourceBuffer", "onbufferedchange"},
  };

  private IdlCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        "media-source/idlharness.any.js: what the browser lacks of the interfaces",
        IdlCases::lacking);
  }

  private static void lacking(Stage stage) {
    stage.source();
    StringBuilder lacking = new StringBuilder();
    for (String[] each : INTERFACES) {
      if (!Made.global(each[0])) {
        lacking.append(each[0]).append(", ");
        continue;
      }
      for (int i = 1; i < each.length; i++) {
        if (!Made.has(each[0], each[i])) {
          lacking.append(each[0]).append('.').append(each[i]).append(", ");
        }
      }
    }
    for (String member :
        new String[] {"MediaSource.addSourceBuffer", "SourceBuffer.appendBuffer"}) {
      Check.that("it has " + member, lacking.indexOf(member) < 0);
    }
    int length = lacking.length();
    stage.saw(length == 0 ? "nothing" : "lacks " + lacking.substring(0, length - 2));
  }
}
