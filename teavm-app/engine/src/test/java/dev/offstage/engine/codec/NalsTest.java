package dev.offstage.engine.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NalsTest {
  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** Bits as a text of zeros and ones, filled up to whole bytes behind a header. */
  private static byte[] nal(int header, String bits) {
    String text = bits.replace(" ", "") + "1";
    byte[] out = new byte[1 + (text.length() + 7) / 8];
    out[0] = (byte) header;
    for (int i = 0; i < text.length(); i++) {
      out[1 + i / 8] |= (byte) (text.charAt(i) - '0' << 7 - i % 8);
    }
    return out;
  }

  private static int inspect(VideoNals nals, byte[] nal) {
    return nals.inspect(nal, 0, nal.length);
  }

  @Test
  void startCodes_anywhere_areFound() {
    Random random = new Random(264);
    for (int round = 0; round < 20_000; round++) {
      byte[] data = new byte[random.nextInt(24)];
      for (int i = 0; i < data.length; i++) {
        data[i] = (byte) random.nextInt(3);
      }
      int from = data.length == 0 ? 0 : random.nextInt(data.length);
      int expected = -1;
      for (int i = data.length - 3; i >= from; i--) {
        expected = data[i] == 0 && data[i + 1] == 0 && data[i + 2] == 1 ? i : expected;
      }
      assertEquals(expected, NalUnits.findStartCode(data, from, data.length));
    }
  }

  @Test
  void emulationPrevention_isTakenOut() {
    byte[] data = hex("67 000003 01 000003 000003 00 0003");
    byte[] expected = hex("0000 01 0000 0000 00 00");
    assertArrayEquals(expected, NalUnits.unescape(data, 1, data.length, 100));
    assertEquals(4, NalUnits.unescape(data, 1, data.length, 4).length);
  }

  @Test
  void golombCodes_areRead() {
    byte[] data = nal(0, "1 010 011 00100 00101 1 010 011 00100");
    BitReader bits = new BitReader(data, 1, data.length);
    for (int value : new int[] {0, 1, 2, 3, 4}) {
      assertEquals(value, bits.ue());
    }
    for (int value : new int[] {0, 1, -1, 2}) {
      assertEquals(value, bits.se());
    }
    assertEquals(Integer.MAX_VALUE, new BitReader(new byte[20], 0, 20).ue());
  }

  @Test
  void fields_ofOneFrame_belongTogether() {
    AvcNals nals = new AvcNals();
    // Main profile, level 3, 32 by 64 pixels, and frame_mbs_only_flag is 0.
    inspect(nals, nal(0x67, "01001101 00000000 00011110 1 1 1 1 010 0 010 010 0 0 1 0 0"));
    inspect(nals, nal(0x68, "1 1 0 0 1 1 1 0 00 1 1 1 0 0 0"));
    int key = inspect(nals, nal(0x65, "1 0001000 1 0000 1 0 1"));
    int start = VideoNals.PICTURE | VideoNals.STARTS_ACCESS_UNIT;
    assertEquals(start | VideoNals.KEY | VideoNals.CLOSED, key);
    assertTrue(nals.isFormatStale());
    VideoFormat format = nals.format();
    assertNotNull(format);
    assertEquals("avc1.4d001e", format.codec());
    assertEquals("32x64", format.width() + "x" + format.height());
    int second = inspect(nals, nal(0x41, "1 1 1 0000 1 1 1"));
    assertEquals(start | VideoNals.SECOND_FIELD, second);
    assertEquals(start, inspect(nals, nal(0x41, "1 1 1 0001 1 0 1")));
    assertEquals(start, inspect(nals, nal(0x41, "1 1 1 0010 1 1 1")), "another frame's");
  }

  @Test
  void parameterSets_repeated_areLeftOut() {
    AvcNals nals = new AvcNals();
    byte[] pps = nal(0x68, "1 1 0 0 1 1 1 0 00 1 1 1 0 0 0");
    assertEquals(VideoNals.STARTS_ACCESS_UNIT, inspect(nals, pps));
    assertEquals(VideoNals.STARTS_ACCESS_UNIT | VideoNals.LEFT_OUT, inspect(nals, pps));
    assertNull(nals.format(), "there is no picture yet that refers to it");
  }

  @Test
  void recoveryPoint_marksAnIntraPictureAsKey() {
    AvcNals nals = new AvcNals();
    inspect(nals, hex("06 06 01 C4 80"));
    int flags = inspect(nals, nal(0x41, "1 0001000 1 0000"));
    assertEquals(VideoNals.KEY, flags & (VideoNals.KEY | VideoNals.CLOSED));
    assertEquals(0, inspect(nals, nal(0x41, "1 0001000 1 0000")) & VideoNals.KEY);
  }
}
