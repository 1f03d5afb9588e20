package dev.offstage.engine.mp4;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.util.BigEndian;
import dev.offstage.engine.util.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@code emsg} boxes of a segment that passes by piece by piece. Only the headers of the
 * boxes at the top are copied out, and the messages themselves.
 */
public final class EventMessages {
  private static final int EMSG = 0x656D7367;
  private static final int LONG_HEADER_BYTES = 16;

  /** Of larger ones nobody knows what to make. */
  private static final double MOST_BYTES = 1 << 20;

  /** What has come of a box that is being read: its header, or all of a message. */
  private final ByteWriter head = new ByteWriter(64);

  private double wantedBytes = LONG_HEADER_BYTES;

  /** How much of the box is of no interest. */
  private double skippedBytes;

  /** Takes the next piece; returns the messages that end in it. */
  public List<EventMessage> take(Bytes piece) {
    List<EventMessage> found = new ArrayList<>();
    int size = piece.sizeBytes();
    int at = 0;
    while (at < size) {
      if (skippedBytes > 0) {
        int count = (int) Math.min(skippedBytes, size - at);
        skippedBytes -= count;
        at += count;
        continue;
      }
      int count = (int) Math.min(wantedBytes - head.size(), size - at);
      head.bytes(piece.copy(at, at + count), 0, count);
      at += count;
      if (head.size() == wantedBytes) {
        EventMessage message = read();
        if (message != null) {
          found.add(message);
        }
      }
    }
    return found;
  }

  /** Enough has come of a box. */
  private @Nullable EventMessage read() {
    byte[] data = head.array();
    double boxBytes = BigEndian.u32(data, 0);
    if (boxBytes == 1) {
      boxBytes = BigEndian.u64(data, 8);
    }
    boolean isMessage = BigEndian.i32(data, 4) == EMSG && boxBytes <= MOST_BYTES;
    if (isMessage && head.size() < boxBytes) {
      wantedBytes = boxBytes;
      return null;
    }
    EventMessage message = isMessage ? EventMessage.read(head.toArray()) : null;
    wantedBytes = LONG_HEADER_BYTES;
    if (boxBytes >= head.size()) {
      skippedBytes = boxBytes - head.size();
      head.truncate(0);
    } else if (boxBytes >= 8) {
      head.discard((int) boxBytes); // the next one has begun
    } else {
      skippedBytes = Double.POSITIVE_INFINITY; // up to the end, or no box at all
    }
    return message;
  }
}
