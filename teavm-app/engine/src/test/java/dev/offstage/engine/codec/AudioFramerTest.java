package dev.offstage.engine.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AudioFramerTest {
  /** A frame of E-AC-3 at 48 kHz, of which only the header makes sense. */
  private static byte[] eac3(int type, int substream, int blockCode, int size) {
    byte[] frame = new byte[size];
    frame[0] = 0x0B;
    frame[1] = 0x77;
    frame[2] = (byte) (type << 6 | substream << 3 | (size / 2 - 1) >> 8);
    frame[3] = (byte) (size / 2 - 1);
    frame[4] = (byte) (blockCode << 4 | 7 << 1 | 1);
    frame[5] = (byte) (16 << 3);
    return frame;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @Test
  void eac3_withADependentSubstream_isOneSample() {
    Ac3Framer framer = new Ac3Framer();
    byte[] unit = join(eac3(0, 0, 3, 64), eac3(1, 0, 3, 40));
    byte[] data = join(unit, unit);
    assertTrue(framer.next(data, 0, data.length, true));
    assertEquals(104, framer.end());
    assertEquals(1536, framer.samples());
    assertEquals("ec-3", framer.format().codec());
    assertTrue(framer.next(data, framer.end(), data.length, true));
    assertEquals(208, framer.end());
  }

  @Test
  void eac3_withShortFrames_isJoinedToSixBlocks() {
    Ac3Framer framer = new Ac3Framer();
    byte[] one = eac3(0, 0, 1, 32);
    byte[] data = join(one, one, one, one);
    assertTrue(framer.next(data, 0, data.length, true));
    assertEquals(96, framer.end());
    assertEquals(1536, framer.samples());
  }

  @Test
  void opus_controlHeaders_areTakenOff() {
    OpusFramer framer = new OpusFramer(2);
    byte[] packet = new byte[300];
    packet[0] = (byte) (31 << 3);
    // With trims at both ends, and an extension of two bytes.
    byte[] header = {0x7F, (byte) 0xFC, (byte) 255, 45, 0, 1, 0, 2, 2, 9, 9};
    byte[] data = join(header, packet, new byte[] {0x7F, (byte) 0xE0, 1, 8 << 3});
    assertTrue(framer.next(data, 0, data.length, true));
    assertArrayEquals(
        packet, Arrays.copyOfRange(framer.payload(), framer.payloadStart(), framer.payloadEnd()));
    assertEquals(960, framer.samples());
    assertTrue(framer.next(data, framer.end(), data.length, true));
    assertEquals(480, framer.samples());
    assertEquals(1, framer.payloadEnd() - framer.payloadStart());
  }

  @Test
  void adts_behindGarbage_needsTwoFrames() {
    byte[] frame = new byte[40];
    frame[0] = -1;
    frame[1] = (byte) 0xF1;
    frame[2] = 0x4C;
    frame[3] = (byte) 0x80;
    frame[4] = 40 >> 3;
    frame[5] = (byte) ((40 & 7) << 5 | 31);
    frame[6] = (byte) 0xFC;
    byte[] garbage = {0, -1, (byte) 0xF1, 0, 1, 2};
    AdtsFramer framer = new AdtsFramer(AdtsFramer.Sbr.ABSENT);
    byte[] one = join(garbage, frame);
    assertFalse(framer.next(one, 0, one.length, true));
    framer = new AdtsFramer(AdtsFramer.Sbr.ABSENT);
    byte[] two = join(garbage, frame, frame);
    assertTrue(framer.next(two, 0, two.length, true));
    assertEquals(garbage.length, framer.start());
    assertEquals(2, framer.format().channels());
    assertTrue(framer.next(two, framer.end(), two.length, true));
  }

  @Test
  void adts_withSbr_saysSo() {
    AacConfig config = AacConfig.ofAdts(2, 6, 2, true);
    assertEquals("mp4a.40.5", config.format().codec());
    AacConfig read = AacConfig.read(config.bytes(), new BitReader(config.bytes(), 0, 4));
    assertNotNull(read);
    assertEquals(24000, read.sampleRate());
    assertEquals(5, read.extension());
    assertEquals(2, read.channelConfig());
  }

  @Test
  void silence_ofEveryLayout_isShort() {
    for (int config = 1; config <= 7; config++) {
      byte[] frame = SilentAac.frame(config);
      assertNotNull(frame);
      assertTrue(frame.length >= 4 && frame.length <= 30);
    }
  }

  @Test
  void frame_withHalfAHeaderBehindIt_waitsForTheRest() {
    byte[] frame = {-1, (byte) 0xF1, 0x4C, (byte) 0x80, 1, 0x1F, (byte) 0xFC, 0};
    byte[] data = join(frame, new byte[] {-1}, new byte[20]);
    AdtsFramer framer = new AdtsFramer(AdtsFramer.Sbr.ABSENT);
    assertFalse(framer.next(data, 0, frame.length + 1, false));
    assertEquals(0, framer.end());
    assertFalse(framer.next(data, 0, data.length, true), "what follows is no frame");
  }
}
