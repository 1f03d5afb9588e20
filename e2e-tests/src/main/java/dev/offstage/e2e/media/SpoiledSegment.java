package dev.offstage.e2e.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Spoils segments in ways that parsers do not see. */
public final class SpoiledSegment {
  private static final int NAL_LENGTH_BYTES = 4;
  private static final int NAL_HEADER_BYTES = 1;

  private SpoiledSegment() {}

  /**
   * An H.264 segment whose boxes and NAL units are all in place, and whose pictures are noise: the
   * decoder alone can tell.
   *
   * @param segment an fMP4 segment with four-byte NAL lengths and one {@code mdat}
   */
  public static byte[] withNoiseForPictures(byte[] segment) {
    byte[] spoiled = segment.clone();
    ByteBuffer bytes = ByteBuffer.wrap(spoiled);
    Random noise = new Random(5);
    int box = 0;
    while (box < spoiled.length) {
      int size = bytes.getInt(box);
      if (new String(spoiled, box + 4, 4, StandardCharsets.US_ASCII).equals("mdat")) {
        spoilNalUnits(bytes, box + 8, box + size, noise);
      }
      box += size;
    }
    return spoiled;
  }

  private static void spoilNalUnits(ByteBuffer bytes, int start, int end, Random noise) {
    int nal = start;
    while (nal < end) {
      int length = bytes.getInt(nal);
      byte[] payload = new byte[length - NAL_HEADER_BYTES];
      noise.nextBytes(payload);
      bytes.put(nal + NAL_LENGTH_BYTES + NAL_HEADER_BYTES, payload);
      nal += NAL_LENGTH_BYTES + length;
    }
  }
}
