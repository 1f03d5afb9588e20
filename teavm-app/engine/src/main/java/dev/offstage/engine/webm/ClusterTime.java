package dev.offstage.engine.webm;

import dev.offstage.engine.error.ParserException;
import org.jspecify.annotations.Nullable;

/** Reads when a media segment starts, on its own timeline. */
public final class ClusterTime {
  private static final int CLUSTER = 0x1F43B675;
  private static final int TIMESTAMP = 0xE7;

  private ClusterTime() {}

  /**
   * The time of the first cluster (RFC 9559, section 5.1.3.1).
   *
   * @param init the start of a WebM file
   * @param start the segment from its first byte on
   * @return seconds; NaN if these bytes do not say
   */
  public static double startS(byte[] init, byte[] start) {
    double ticksPerSecond;
    try {
      ticksPerSecond = WebmHeader.read(init, 0).ticksPerSecond();
    } catch (ParserException e) {
      return Double.NaN;
    }
    Ebml element = Ebml.read(start, 0, start.length);
    while (element != null) {
      if (element.id() == TIMESTAMP) {
        return element.unsigned(start) / ticksPerSecond;
      }
      boolean isOpened = element.id() == WebmHeader.SEGMENT || element.id() == CLUSTER;
      element = at(start, isOpened ? element.bodyStart() : element.end());
    }
    return Double.NaN;
  }

  private static @Nullable Ebml at(byte[] data, double at) {
    return at < data.length ? Ebml.read(data, (int) at, data.length) : null;
  }
}
