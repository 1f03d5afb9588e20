package dev.offstage.engine.mp4;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message within the media (ISO/IEC 23009-1, section 5.10.3.3).
 *
 * @param scheme who knows what is in it: a URI
 * @param timeS when it counts, in seconds
 * @param isRelative whether from the segment's start on, and not on the media's own timeline
 * @param data its body, in an array of its own
 */
public record EventMessage(String scheme, double timeS, boolean isRelative, byte[] data) {
  /** Whether the body is an ID3 tag (Carriage of ID3 Timed Metadata in CMAF, section 2). */
  public boolean isId3() {
    return scheme.equals("https://aomedia.org/emsg/ID3")
        || scheme.equals("https://developer.apple.com/streaming/emsg-id3");
  }

  /** Reads a box; null if it makes no sense. */
  static @Nullable EventMessage read(byte[] box) {
    Boxes.Cursor at = Boxes.in(box, 0, box.length);
    if (!at.next()) {
      return null;
    }
    boolean isRelative = at.version() == 0;
    int texts = isRelative ? 4 : 24;
    int scheme = behindText(at, texts);
    int value = behindText(at, scheme);
    int numbers = isRelative ? value : 4;
    int body = isRelative ? value + 16 : value;
    double ticks = isRelative ? at.u32(numbers + 4) : at.u64(numbers + 4);
    double timeS = ticks / at.u32(numbers);
    if (value < 0 || body > at.bodyBytes() || !(timeS < Double.POSITIVE_INFINITY)) {
      return null;
    }
    StringBuilder name = new StringBuilder();
    for (int i = texts; i < scheme - 1; i++) {
      name.append((char) at.u8(i));
    }
    int first = box.length - at.bodyBytes() + body;
    byte[] data = Arrays.copyOfRange(box, first, box.length);
    return new EventMessage(name.toString(), timeS, isRelative, data);
  }

  /** Behind the zero at the end of a text; -1 where there is none. */
  private static int behindText(Boxes.Cursor box, int from) {
    int at = from;
    while (from >= 0 && box.u8(at) > 0) {
      at++;
    }
    return from < 0 || box.u8(at) < 0 ? -1 : at + 1;
  }
}
