package dev.offstage.engine.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What must hold of any bytes whatever that are taken for audio frames or for ID3 tags: no error
 * comes out, frames lie in the data one behind the other, and the same ones are found however the
 * data comes. The method is as Jazzer looks for it; {@code src/test/media/fuzz.sh} runs it for as
 * long as one likes.
 */
public final class FramerFuzz {
  private FramerFuzz() {}

  /**
   * Feeds a framer.
   *
   * @param input its first byte says which one, the second in what pieces; the others are the data
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 3) {
      return;
    }
    byte[] data = Arrays.copyOfRange(input, 2, input.length);
    int kind = input[0] & 7;
    if (kind >= 6) {
      tags(data);
      return;
    }
    List<String> atOnce = frames(framer(kind), data, data.length);
    List<String> inPieces = frames(framer(kind), data, 1 + (input[1] & 0xFF));
    if (!atOnce.equals(inPieces)) {
      throw new IllegalStateException(atOnce + " is " + inPieces);
    }
  }

  private static AudioFramer framer(int kind) {
    return switch (kind) {
      case 0 -> new AdtsFramer(AdtsFramer.Sbr.BY_SAMPLE_RATE);
      case 1 -> new MpegAudioFramer();
      case 2 -> new Ac3Framer();
      case 3 -> new LatmFramer();
      case 4 -> new OpusFramer(2);
      default -> new OpusFramer(255);
    };
  }

  /** All frames, the way a stream is read: what is not done with is there again the next time. */
  private static List<String> frames(AudioFramer framer, byte[] data, int pieceBytes) {
    List<String> frames = new ArrayList<>();
    int from = 0;
    int to = 0;
    while (to < data.length) {
      to = Math.min(data.length, to + pieceBytes);
      boolean isLast = to == data.length;
      int before = from;
      while (framer.next(data, from, to, isLast)) {
        if (framer.start() < from || framer.end() <= framer.start() || framer.end() > to) {
          throw new IllegalStateException(framer.start() + " to " + framer.end());
        }
        AudioFormat format = framer.format();
        int size = framer.payloadEnd() - framer.payloadStart();
        if (size < 0 || framer.payloadEnd() > framer.payload().length || framer.samples() < 0) {
          throw new IllegalStateException(size + " bytes, " + framer.samples() + " samples");
        }
        byte[] silence = framer.silence();
        frames.add(
            framer.start()
                + " "
                + framer.end()
                + " "
                + size
                + " "
                + framer.samples()
                + " "
                + (format == null ? "" : format.codec() + format.sampleRate())
                + (silence == null ? "" : silence.length));
        from = framer.end();
      }
      if (framer.end() < before || framer.end() > to) {
        throw new IllegalStateException("done with " + framer.end() + " of " + to);
      }
      from = framer.end();
    }
    return frames;
  }

  private static void tags(byte[] data) {
    for (int at = 0; at < Math.min(data.length, 64); at++) {
      int size = Id3.size(data, at, data.length);
      if (size > 0) {
        byte[] tag = Arrays.copyOfRange(data, at, Math.min(data.length, at + size));
        double ticks = Id3.timestamp(tag);
        if (ticks < 0 || ticks >= 8589934592.0) {
          throw new IllegalStateException("at " + ticks);
        }
      }
    }
  }
}
