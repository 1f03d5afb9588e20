package dev.offstage.conformance.cases;

import dev.offstage.bindings.html.URL;
import dev.offstage.bindings.mse.AppendMode;
import dev.offstage.bindings.mse.EndOfStreamError;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Uint8Array;

/** What the types keep a program from passing, passed all the same. */
@NullUnmarked
final class UntypedCases {
  private static final String WPT = "media-source/";

  private UntypedCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        WPT + "mediasource-addsourcebuffer.html: null is an unsupported type",
        UntypedCases::nullType);
    suite.everywhere(
        WPT + "mediasource-removesourcebuffer.html: null throws TypeError",
        UntypedCases::nullBuffer);
    suite.everywhere(
        WPT
            + "mediasource-endofstream-invaliderror.html: an unknown, an empty and no error throw"
            + " TypeError, and the source stays open",
        UntypedCases::unknownError);
    suite.everywhere(
        WPT + "mediasource-sourcebuffer-mode.html: both modes can be set; unknown ones are ignored",
        UntypedCases::unknownMode);
    suite.everywhere(
        WPT + "mediasource-append-buffer.html: null throws TypeError", UntypedCases::nullBytes);
    suite.everywhere(
        WPT
            + "mediasource-appendbuffer-sharedarraybuffer.window.js: shared memory and views of it"
            + " throw TypeError",
        UntypedCases::sharedBytes);
    suite.page(
        WPT + "URL-createObjectURL-null.html: null has no object URL", UntypedCases::nullUrl);
  }

  private static void nullType(Stage stage) {
    MediaSource source = stage.open();
    Check.throwing("NotSupportedError", "null", () -> source.addSourceBuffer(null));
  }

  private static void nullBuffer(Stage stage) {
    MediaSource source = stage.open();
    Check.throwing("TypeError", "null", () -> source.removeSourceBuffer(null));
  }

  private static void unknownError(Stage stage) {
    MediaSource source = stage.open();
    for (String value : new String[] {"garbage", "", null}) {
      EndOfStreamError error = Made.untyped(value);
      Check.throwing("TypeError", "'" + value + "'", () -> source.endOfStream(error));
      Check.equal("readyState", ReadyState.open(), source.getReadyState());
    }
  }

  private static void unknownMode(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    Check.equal("mode at first", AppendMode.segments(), buffer.getMode());
    buffer.setMode(AppendMode.sequence());
    for (String value : new String[] {"invalidmode", "", "Segments", null}) {
      buffer.setMode(Made.untyped(value));
      Check.equal("mode", AppendMode.sequence(), buffer.getMode());
    }
    buffer.setMode(AppendMode.segments());
    Check.equal("mode", AppendMode.segments(), buffer.getMode());
  }

  private static void nullBytes(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    Check.throwing("TypeError", "null", () -> buffer.appendBuffer((ArrayBuffer) null));
    Check.equal("updating", false, buffer.isUpdating());
  }

  private static void sharedBytes(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    ArrayBuffer shared = Made.sharedMemory();
    Check.throwing("TypeError", "shared memory", () -> buffer.appendBuffer(shared));
    Check.throwing("TypeError", "a view", () -> buffer.appendBuffer(new Uint8Array(shared)));
    Check.equal("updating", false, buffer.isUpdating());
  }

  private static void nullUrl(Stage stage) {
    Check.throwing("TypeError", "null", () -> URL.createObjectURL((MediaSource) null));
  }
}
