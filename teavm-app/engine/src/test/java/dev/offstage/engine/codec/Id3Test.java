package dev.offstage.engine.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Id3Test {
  private static byte[] tag(int version, int flags, byte[] body) {
    byte[] head = {'I', 'D', '3', (byte) version, 0, (byte) flags, 0, 0, 0, 0};
    head[8] = (byte) (body.length >> 7);
    head[9] = (byte) (body.length & 127);
    return join(head, body);
  }

  private static byte[] frame(String id, byte[] content) {
    byte[] head = {0, 0, 0, (byte) content.length, 0, 0};
    return join(join(bytes(id), head), content);
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  @Test
  void timestamp_of33Bits_isExact() {
    byte[] ticks = {0, 0, 0, 1, -1, -1, -1, -1};
    byte[] content = join(bytes(Id3.TIMESTAMP_OWNER + "\0"), ticks);
    byte[] alone = tag(4, 0, frame("PRIV", content));
    assertEquals(Id3.TIMESTAMP_TAG_BYTES, alone.length);
    assertEquals(8589934591.0, Id3.timestamp(alone));
    for (int version = 3; version <= 4; version++) {
      byte[] others = join(frame("TIT2", bytes("\0song")), frame("PRIV", bytes("me\0\1")));
      byte[] tag = tag(version, 0, join(others, join(frame("PRIV", content), new byte[20])));
      assertEquals(8589934591.0, Id3.timestamp(tag));
      byte[] extension = version == 4 ? new byte[] {0, 0, 0, 6, 1, 0} : new byte[10];
      extension[3] = 6; // with or without itself
      byte[] extended = tag(version, 0x40, join(extension, frame("PRIV", content)));
      assertEquals(8589934591.0, Id3.timestamp(extended));
    }
  }

  @Test
  void timestamp_thatIsNoneOrCutOff_isNot() {
    byte[] owner = bytes(Id3.TIMESTAMP_OWNER + "\0");
    byte[][] bodies = {
      frame("PRIV", bytes("other\0\1")),
      frame("PRIV", owner),
      frame("TXXX", join(owner, new byte[8])),
      Arrays.copyOf(frame("PRIV", join(owner, new byte[8])), 40),
      {}
    };
    for (byte[] body : bodies) {
      assertTrue(Double.isNaN(Id3.timestamp(tag(4, 0, body))));
      assertTrue(Double.isNaN(Id3.timestamp(tag(4, 0x40, body))));
    }
  }

  @Test
  void tag_incomplete_isWaitedFor() {
    byte[] tag = tag(4, 0, frame("TIT2", bytes("\0x")));
    for (int length = 1; length < 10; length++) {
      assertEquals(-1, Id3.size(tag, 0, length));
    }
    assertEquals(0, Id3.size(bytes("IDX4567890"), 0, 10));
  }
}
