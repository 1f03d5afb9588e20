package dev.offstage.worker;

import dev.offstage.engine.codec.AdtsFramer;
import dev.offstage.engine.media.HeapBytes;
import dev.offstage.engine.transmux.Transmuxed;
import dev.offstage.engine.transmux.Transmuxer;
import dev.offstage.engine.transmux.TransmuxOptions;
import dev.offstage.engine.transmux.TrackFragment;
import dev.offstage.engine.transmux.TrackInit;
import dev.offstage.engine.transmux.TsTransmuxer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.typedarrays.ArrayBuffer;

/**
 * The transmuxer alone, for the benchmark: takes segments as the engine takes them, and hands out
 * what the engine would append.
 */
public final class TransmuxProgram {
  /** Turns a whole segment into buffers for a SourceBuffer. */
  @JSFunctor
  interface Convert extends JSObject {
    JSArray<ArrayBuffer> convert(ArrayBuffer segment);
  }

  private TransmuxProgram() {}

  public static void main(String[] args) {
    Transmuxer transmuxer =
        new TsTransmuxer(
            new TransmuxOptions(
                AdtsFramer.Sbr.ABSENT, false, TransmuxOptions.Tracks.TOGETHER));
    offer(
        segment -> {
          transmuxer.begin(Double.NaN, false);
          transmuxer.push(new JsBytes(segment));
          JSArray<ArrayBuffer> made = new JSArray<>();
          for (Transmuxed item : transmuxer.finish()) {
            byte[] data =
                item instanceof TrackInit init
                    ? init.data()
                    : item instanceof TrackFragment fragment ? fragment.data() : new byte[0];
            if (data.length > 0) {
              made.push(JsBytes.bufferOf(new HeapBytes(data)));
            }
          }
          return made;
        });
  }

  @JSBody(params = "convertSegment", script = "self.convertSegment = convertSegment;")
  private static native void offer(Convert convertSegment);
}
