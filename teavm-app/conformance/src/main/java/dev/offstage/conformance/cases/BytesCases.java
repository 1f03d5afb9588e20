package dev.offstage.conformance.cases;

import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.worker.MessageChannel;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.ArrayBufferView;
import org.teavm.jso.typedarrays.BigInt64Array;
import org.teavm.jso.typedarrays.DataView;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int16Array;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint16Array;
import org.teavm.jso.typedarrays.Uint32Array;
import org.teavm.jso.typedarrays.Uint8Array;
import org.teavm.jso.typedarrays.Uint8ClampedArray;

/** What appendBuffer takes for bytes. */
final class BytesCases {
  private BytesCases() {}

  static void register(Suite suite) {
    suite.everywhere("bytes: an ArrayBuffer", BytesCases::arrayBuffer);
    suite.everywhere("bytes: an Int8Array", stage -> view(stage, new Int8Array(even())));
    suite.everywhere("bytes: a Uint8Array", stage -> view(stage, new Uint8Array(even())));
    suite.everywhere(
        "bytes: a Uint8ClampedArray", stage -> view(stage, new Uint8ClampedArray(even())));
    suite.everywhere("bytes: an Int16Array", stage -> view(stage, new Int16Array(even())));
    suite.everywhere("bytes: a Uint16Array", stage -> view(stage, new Uint16Array(even())));
    suite.everywhere("bytes: an Int32Array", stage -> view(stage, new Int32Array(even())));
    suite.everywhere("bytes: a Uint32Array", stage -> view(stage, new Uint32Array(even())));
    suite.everywhere("bytes: a Float32Array", stage -> view(stage, new Float32Array(even())));
    suite.everywhere("bytes: a Float64Array", stage -> view(stage, new Float64Array(even())));
    suite.everywhere("bytes: a BigInt64Array", stage -> view(stage, new BigInt64Array(even())));
    suite.everywhere("bytes: a BigUint64Array", stage -> view(stage, bigUint64(even())));
    suite.everywhere("bytes: a DataView", stage -> view(stage, new DataView(even())));
    suite.everywhere("bytes: none give all three events and nothing else", BytesCases::none);
    suite.everywhere("bytes: a view with an offset gives what it covers", BytesCases::offset);
    suite.everywhere("bytes: 64 MiB in one append", BytesCases::large);
    suite.everywhere("bytes: a buffer that was transferred away", BytesCases::detached);
  }

  /** An init segment and 2 s of video, in a number of bytes that all element types divide. */
  private static ArrayBuffer even() {
    ArrayBuffer media = Media.avcUpTo(1);
    int rest = media.getByteLength() % 8;
    return Media.joined(media, Media.freeBox(16 - rest));
  }

  private static void arrayBuffer(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    stage.append(buffer, even());
    stage.buffered(buffer, 0, 2);
  }

  private static void view(Stage stage, ArrayBufferView view) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    stage.append(buffer, view);
    stage.buffered(buffer, 0, 2);
  }

  private static void none(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    stage.append(buffer, new ArrayBuffer(0));
    stage.append(buffer, new Uint8Array(Media.avc(1), 100, 0));
    stage.buffered(buffer, 0, 2);
  }

  private static void offset(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    ArrayBuffer media = Media.avcUpTo(1);
    ArrayBuffer framed = Media.joined(Media.joined(new ArrayBuffer(40), media), new ArrayBuffer(7));
    stage.append(buffer, new Uint8Array(framed, 40, media.getByteLength()));
    stage.buffered(buffer, 0, 2);
    stage.append(buffer, new DataView(Media.joined(new ArrayBuffer(3), Media.avc(1)), 3));
    stage.buffered(buffer, 0, 4);
  }

  private static void large(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    int rest = Media.avcInit().getByteLength() + Media.avc(0).getByteLength();
    ArrayBuffer begin = Media.joined(Media.avcInit(), Media.freeBox(64 * 1024 * 1024 - rest));
    ArrayBuffer whole = Media.joined(begin, Media.avc(0));
    Check.equal("the length", 67108864, whole.getByteLength());
    stage.append(buffer, whole);
    stage.buffered(buffer, 0, 2);
  }

  private static void detached(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    ArrayBuffer bytes = Media.joined(Media.avc(1), new ArrayBuffer(0));
    new MessageChannel().getPort1().postMessage(null, JSArray.of(bytes));
    Check.equal("byteLength after the transfer", 0, bytes.getByteLength());
    EventLog updates = stage.updates(buffer);
    String thrown = Check.thrownBy(() -> buffer.appendBuffer(bytes));
    if (thrown == null) {
      updates.await("updateend");
      stage.saw("taken as no bytes");
    } else {
      Check.equal("what it throws", "TypeError", thrown);
      stage.saw("throws TypeError");
    }
    Check.equal("buffered", "0-2", Text.of(buffer.getBuffered()));
    stage.append(buffer, Media.avc(1));
    stage.buffered(buffer, 0, 4);
  }

  /** TeaVM has no type for it. */
  @JSBody(params = "bytes", script = "return new BigUint64Array(bytes);")
  private static native ArrayBufferView bigUint64(ArrayBuffer bytes);
}
