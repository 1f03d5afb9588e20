package dev.offstage.engine.mpegts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts the sections of one table together from packets (ISO/IEC 13818-1, section 2.4.4). */
final class SectionReader {
  /** Hears of a section. */
  interface Listener {
    /**
     * @param section the whole of it, with header and checksum, at least 12 bytes; not to be kept
     *     beyond the next one
     */
    void onSection(byte[] section);
  }

  private static final int HEADER_BYTES = 3;
  private static final int MIN_BYTES = 12;
  private static final int MAX_BYTES = 1024;

  private final int tableId;
  private final Listener listener;
  private final byte[] buffer = new byte[MAX_BYTES];
  private int length = -1;
  private byte @Nullable [] latest;
  private boolean isLatestSound;

  SectionReader(int tableId, Listener listener) {
    this.tableId = tableId;
    this.listener = listener;
  }

  /** Takes the payload of a packet. */
  void packet(byte[] data, int from, int to, boolean isStart) {
    int at = from;
    if (isStart) {
      int pointer = data[from] & 0xFF;
      at = from + 1;
      if (at + pointer > to) {
        length = -1;
        return;
      }
      if (length > 0) {
        append(data, at, at + pointer);
      }
      at += pointer;
      length = 0;
    } else if (length < 0) {
      return;
    }
    // A packet may hold several sections; stuffing follows the last.
    while (at < to && length >= 0) {
      if (length == 0 && data[at] == -1) {
        length = -1;
        return;
      }
      at = append(data, at, to);
    }
  }

  /** Packets were lost: what has come of a section is of no use. */
  void lost() {
    length = -1;
  }

  /** Adds to the section as much as belongs to it; returns how far that is. */
  private int append(byte[] data, int from, int to) {
    int at = from;
    while (length < HEADER_BYTES && at < to) {
      buffer[length++] = data[at++];
    }
    if (length < HEADER_BYTES) {
      return at;
    }
    int size = HEADER_BYTES + ProgramMap.length12(buffer, 1);
    if (size > MAX_BYTES || size < MIN_BYTES) {
      length = -1;
      return to;
    }
    int count = Math.min(to - at, size - length);
    System.arraycopy(data, at, buffer, length, count);
    length += count;
    if (length == size) {
      length = 0;
      complete(size);
    }
    return at + count;
  }

  private void complete(int size) {
    boolean isCurrent = (buffer[5] & 1) != 0;
    if ((buffer[0] & 0xFF) != tableId || buffer[1] >= 0 || !isCurrent) {
      return;
    }
    boolean isSound = Crc32.of(buffer, 0, size) == 0;
    // A damaged section counts only for want of a better one: some packagers write no checksum.
    if (!isSound && isLatestSound) {
      return;
    }
    byte[] section = Arrays.copyOf(buffer, size);
    if (latest == null || !Arrays.equals(latest, section)) {
      latest = section;
      isLatestSound = isSound;
      listener.onSection(section);
    }
  }
}
