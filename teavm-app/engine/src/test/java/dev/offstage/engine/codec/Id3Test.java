package dev.offstage.engine.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  private static List<Id3Frame> read(byte[] tag) {
    assertEquals(tag.length, Id3.size(tag, 0, tag.length));
    return Id3.read(tag, 0, tag.length);
  }

  @Test
  void text_inEveryEncoding_isRead() {
    byte[][] contents = {
      bytes("\0caf\u00E9"),
      join(new byte[] {1, -1, -2}, "caf\u00E9".getBytes(StandardCharsets.UTF_16LE)),
      join(new byte[] {1, -2, -1}, "caf\u00E9".getBytes(StandardCharsets.UTF_16BE)),
      join(new byte[] {2}, "caf\u00E9".getBytes(StandardCharsets.UTF_16BE)),
      join(new byte[] {3}, "caf\u00E9".getBytes(StandardCharsets.UTF_8))
    };
    for (byte[] content : contents) {
      assertEquals("caf\u00E9", read(tag(4, 0, frame("TIT2", content))).get(0).text());
    }
  }

  @Test
  void frames_ofSeveralKinds_areTold() {
    byte[] links = join(frame("TXXX", bytes("\0key\0value")), frame("WXXX", bytes("\0at\0http:x")));
    byte[] others = join(frame("PRIV", bytes("me\0\1\2\3")), frame("APIC", bytes("anything")));
    List<Id3Frame> frames = read(tag(3, 0, join(links, others)));
    assertEquals("key", frames.get(0).description());
    assertEquals("value", frames.get(0).text());
    assertEquals("at", frames.get(1).description());
    assertEquals("http:x", frames.get(1).text());
    assertEquals("me", frames.get(2).description());
    assertArrayEquals(new byte[] {1, 2, 3}, frames.get(2).data());
    assertArrayEquals(bytes("anything"), frames.get(3).data());
  }

  @Test
  void tag_unsynchronised_isRead() {
    byte[] stuffed = frame("PRIV", bytes("x\0\u00FF\0\u00FB"));
    // The frame's own size counts what is there before the zeros come in, in version 2.3.
    stuffed[7] = 4;
    assertArrayEquals(new byte[] {-1, (byte) 0xFB}, read(tag(3, 0x80, stuffed)).get(0).data());
  }

  @Test
  void timestamp_of33Bits_isExact() {
    byte[] ticks = {0, 0, 0, 1, -1, -1, -1, -1};
    byte[] content = join(bytes(Id3.TIMESTAMP_OWNER + "\0"), ticks);
    assertEquals(8589934591.0, Id3.timestamp(read(tag(4, 0, frame("PRIV", content)))));
    assertTrue(Double.isNaN(Id3.timestamp(read(tag(4, 0, frame("PRIV", bytes("other\0\1")))))));
  }

  @Test
  void tag_incomplete_isWaitedFor() {
    byte[] tag = tag(4, 0, frame("TIT2", bytes("\0x")));
    for (int length = 1; length < 10; length++) {
      assertEquals(-1, Id3.size(tag, 0, length));
    }
    assertEquals(0, Id3.size(bytes("IDX4567890"), 0, 10));
    assertEquals(List.of(), Id3.read(tag, 0, 12));
  }
}
