package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.AdtsFramer;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.transmux.TransmuxOptions.Tracks;
import java.util.Arrays;
import java.util.List;

/**
 * What must hold of any input whatever: only the parse error comes out, times make sense, and
 * little input does not become much output. The method is as Jazzer looks for it; {@code
 * src/test/media/fuzz.sh} runs it for as long as one likes.
 */
public final class TransmuxFuzz {
  private TransmuxFuzz() {}

  /**
   * Feeds a transmuxer.
   *
   * @param input its first byte says which and how, the others are the segment
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 2) {
      return;
    }
    int mode = input[0] & 0xFF;
    byte[] data = Arrays.copyOfRange(input, 1, input.length);
    SegmentKind.of(data, data.length);
    probe(data);
    Transmuxer transmuxer =
        (mode & 1) == 0
            ? new TsTransmuxer(
                (mode & 8) == 0
                    ? TransmuxOptions.DEFAULT
                    : new TransmuxOptions(AdtsFramer.Sbr.ABSENT, false, Tracks.TOGETHER))
            : new PackedAudioTransmuxer(
                new TransmuxOptions(AdtsFramer.Sbr.PRESENT, true, Tracks.AUDIO));
    int chunk = (mode & 4) == 0 ? data.length : 1 + (mode >> 3) * 40;
    long bytes = 0;
    try {
      transmuxer.begin((mode & 2) == 0 ? Double.NaN : 100, false);
      for (int at = 0; at < data.length; at += chunk) {
        int end = Math.min(data.length, at + chunk);
        transmuxer.push(new ArrayBytes(Arrays.copyOfRange(data, at, end)));
        bytes += check(transmuxer.drain());
      }
      bytes += check(transmuxer.finish());
      transmuxer.begin(Double.NaN, true);
      transmuxer.push(new ArrayBytes(data));
      bytes += check(transmuxer.finish());
    } catch (ParserException expected) {
      // What must be said of data that is no media at all.
    }
    // A single frame may be followed by two seconds of silence, which is what costs most.
    if (bytes > data.length * 400L + 4_000_000) {
      throw new IllegalStateException(bytes + " bytes of " + data.length);
    }
  }

  private static void probe(byte[] data) {
    CodecProbe probe = new CodecProbe();
    try {
      probe.take(new ArrayBytes(data));
      probe.finish();
    } catch (ParserException expected) {
      // What must be said of data that is no media at all.
    }
  }

  private static long check(List<Transmuxed> items) {
    long bytes = 0;
    for (Transmuxed item : items) {
      if (item instanceof TrackInit init) {
        bytes += init.data().length;
      } else if (item instanceof TrackFragment fragment) {
        bytes += fragment.data().length;
        if (!(fragment.endS() >= fragment.startS()) || fragment.samples() < 1) {
          throw new IllegalStateException(fragment.startS() + " to " + fragment.endS());
        }
      }
    }
    return bytes;
  }
}
