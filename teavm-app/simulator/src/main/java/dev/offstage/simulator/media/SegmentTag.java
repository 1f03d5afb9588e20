package dev.offstage.simulator.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual segment says of itself in a {@code free} box at its start, as a line of fields
 * with tabs between. The boxes behind it say of the time what real ones say; the rest are zeros.
 *
 * @param representation which one it is of, unique in the whole presentation
 * @param init whether it is an init segment; the fields below then mean nothing
 * @param position its place among the Representation's media segments, from 0
 * @param startS the first frame's media time, in seconds
 * @param endS where the last frame ends; the same as {@code startS} for no frame at all
 * @param gopS seconds from one random access point to the next; 0 where each frame is one
 * @param frameS how long a frame is
 * @param sizeBytes of the whole segment
 */
public record SegmentTag(
    String representation,
    boolean init,
    int position,
    double startS,
    double endS,
    double gopS,
    double frameS,
    int sizeBytes) {
  private static final String MAGIC = "virtual-media";
  private static final int FREE = 0x66726565;
  private static final int HEADER_BYTES = 8;

  /** More than any tag needs, and less than any segment has. */
  public static final int LONGEST_TAG_BYTES = 256;

  /** The tag of an init segment. */
  public static SegmentTag ofInit(String representation, int sizeBytes) {
    return new SegmentTag(representation, true, -1, 0, 0, 0, 0, sizeBytes);
  }

  /** The segment itself. */
  public VirtualBytes toBytes() {
    String text =
        String.join(
            "\t",
            MAGIC,
            representation,
            init ? "init" : "media",
            Integer.toString(position),
            Double.toString(startS),
            Double.toString(endS),
            Double.toString(gopS),
            Double.toString(frameS),
            Integer.toString(sizeBytes),
            "");
    byte[] box = new byte[LONGEST_TAG_BYTES];
    byte[] fields = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer.wrap(box).putInt(box.length).putInt(FREE).put(fields);
    VirtualBytes head =
        VirtualBytes.concat(
            List.of(
                VirtualBytes.of(box),
                VirtualBytes.of(init ? TimeBoxes.movie() : TimeBoxes.fragment(startS))));
    return VirtualBytes.concat(List.of(head, VirtualBytes.of("", sizeBytes - head.sizeBytes())));
  }

  /**
   * Reads a tag.
   *
   * @param head the segment's first {@link #LONGEST_TAG_BYTES}, or all of a shorter one
   * @return null if this is no segment
   */
  public static @Nullable SegmentTag read(byte[] head) {
    if (head.length < HEADER_BYTES) {
      return null;
    }
    String text =
        new String(head, HEADER_BYTES, head.length - HEADER_BYTES, StandardCharsets.UTF_8);
    String[] fields = text.split("\t", -1);
    if (fields.length < 10 || !fields[0].equals(MAGIC)) {
      return null;
    }
    return new SegmentTag(
        fields[1],
        fields[2].equals("init"),
        Integer.parseInt(fields[3]),
        Double.parseDouble(fields[4]),
        Double.parseDouble(fields[5]),
        Double.parseDouble(fields[6]),
        Double.parseDouble(fields[7]),
        Integer.parseInt(fields[8]));
  }

  @Override
  public String toString() {
    return init ? representation + "/init" : representation + "/" + position;
  }
}
