package dev.offstage.engine.webm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.ByteRangeIndexBuilder;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentAddressing.Indexed;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.PresentationDump;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CuesReaderTest {
  private static final int EBML = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int INFO = 0x1549A966;
  private static final int SCALE = 0x2AD7B1;
  private static final int DURATION = 0x4489;
  private static final int CUES = 0x1C53BB6B;

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** An element with a size of 8 bytes. */
  private static byte[] element(int id, byte[]... parts) {
    byte[] body = join(parts);
    return join(id(id), ByteBuffer.allocate(8).putLong(1L << 56 | body.length).array(), body);
  }

  private static byte[] id(int id) {
    byte[] all = ByteBuffer.allocate(4).putInt(id).array();
    int skip = Integer.numberOfLeadingZeros(id) / 8;
    return Arrays.copyOfRange(all, skip, 4);
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  private static byte[] cue(long time, long... positions) {
    ByteArrayOutputStream tracks = new ByteArrayOutputStream();
    for (int i = 0; i < positions.length; i++) {
      tracks.writeBytes(
          element(
              0xB7,
              element(0xF7, new byte[] {(byte) (i + 1)}),
              element(0xF1, number(positions[i]))));
    }
    return element(0xBB, element(0xB3, number(time)), tracks.toByteArray());
  }

  private static byte[] doubleBytes(double value) {
    return ByteBuffer.allocate(8).putDouble(value).array();
  }

  /** Header, a Segment of unknown size with Info, and Cues; nothing of the clusters. */
  private static byte[] file(byte[] info, byte[] cues) {
    byte[] unknownSize = {1, -1, -1, -1, -1, -1, -1, -1};
    return join(element(EBML, new byte[5]), id(SEGMENT), unknownSize, element(INFO, info), cues);
  }

  private static SegmentIndex read(byte[] file, int cuesLength, double periodS) {
    int cuesStart = file.length - cuesLength;
    Indexed indexed = new Indexed("u", new ByteRange(cuesStart, file.length - 1));
    InitSegment init = new InitSegment("u", new ByteRange(0, cuesStart - 1));
    ByteRangeIndexBuilder builder = new ByteRangeIndexBuilder(Address.of("u"), 1, periodS);
    return PresentationDump.load(new CuesReader(init, indexed, builder), file);
  }

  private static String describe(SegmentIndex index) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < index.count(); i++) {
      Segment segment = index.segment(i);
      out.append(i == 0 ? "" : " ").append(segment.startS()).append('-').append(segment.endS());
      ByteRange range = segment.range();
      String last = range.last() == ByteRange.OPEN_END ? "" : "" + (long) range.last();
      out.append('@').append((long) range.first()).append('-').append(last);
    }
    return out.toString();
  }

  /** Where cluster positions count from: behind the EBML header and the Segment's own. */
  private static final int BASE = 4 + 8 + 5 + 4 + 8;

  @Test
  void cues_beforeTheClusters_endWithTheFile() {
    byte[] cues = element(CUES, cue(1000, 500), cue(3000, 900), cue(4500, 2000));
    byte[] info = join(element(SCALE, number(1_000_000)), element(DURATION, doubleBytes(6250.5)));
    assertEquals(
        "0.0-2.0@"
            + (BASE + 500)
            + "-"
            + (BASE + 899)
            + " 2.0-3.5@"
            + (BASE + 900)
            + "-"
            + (BASE + 1999)
            + " 3.5-5.2505@"
            + (BASE + 2000)
            + "-",
        describe(read(file(info, cues), cues.length, 100)));
  }

  @Test
  void cues_behindTheClusters_endAtTheCues() {
    byte[] cues = element(CUES, cue(1000, 100), cue(3000, 150));
    byte[] info = join(element(DURATION, doubleBytes(4000)), element(0xEC, new byte[300]));
    byte[] file = file(info, cues);
    assertEquals(
        "0.0-2.0@"
            + (BASE + 100)
            + "-"
            + (BASE + 149)
            + " 2.0-3.0@"
            + (BASE + 150)
            + "-"
            + (file.length - cues.length - 1),
        describe(read(file, cues.length, 100)));
  }

  @Test
  void cues_intoOneCluster_areOneSegment() {
    byte[] cues =
        element(CUES, cue(1000, 500, 500), cue(1500, 500), cue(2000, 700, 700), cue(2000, 700));
    SegmentIndex index = read(file(element(DURATION, doubleBytes(3000)), cues), cues.length, 100);
    assertEquals(2, index.count());
    assertEquals(1, index.segment(0).endS());
  }

  @Test
  void duration_missing_isThePeriods() {
    byte[] cues = element(CUES, cue(1000, 500));
    assertEquals(7, read(file(new byte[0], cues), cues.length, 7).segment(0).endS());
  }

  @Test
  void duration_ofFourBytes_isRead() {
    byte[] cues = element(CUES, cue(1000, 500));
    byte[] duration = ByteBuffer.allocate(4).putFloat(2500.25f).array();
    SegmentIndex index = read(file(element(DURATION, duration), cues), cues.length, 100);
    assertEquals(1.50025, index.segment(0).endS(), 1e-12);
  }

  @Test
  void timestampScale_other_isUsed() {
    byte[] cues = element(CUES, cue(48000, 500), cue(96000, 600));
    byte[] info = element(SCALE, number(1_000_000_000 / 48000));
    SegmentIndex index = read(file(info, cues), cues.length, 100);
    assertEquals(48000 * 20833 / 1e9 - 1, index.segment(0).startS(), 1e-9);
  }

  @Test
  void cues_farFromTheHeader_areASecondLoad() {
    byte[] cues = element(CUES, cue(1000, 500));
    byte[] info = join(element(DURATION, doubleBytes(2000)), element(0xEC, new byte[200_000]));
    byte[] file = file(info, cues);
    Indexed indexed = new Indexed("u", new ByteRange(file.length - cues.length, file.length - 1));
    CuesReader reader =
        new CuesReader(
            new InitSegment("u", new ByteRange(0, 99)),
            indexed,
            new ByteRangeIndexBuilder(Address.of("u"), 0, 100));
    assertEquals(new ByteRange(0, 99), reader.start().range());
    assertEquals("1.0-2.0", describe(PresentationDump.load(reader, file)).split("@")[0]);
  }

  @Test
  void cues_outOfOrder_fail() {
    byte[] cues = element(CUES, cue(1000, 500), cue(2000, 400));
    assertThrows(ParserException.class, () -> read(file(new byte[0], cues), cues.length, 100));
  }

  @Test
  void file_thatIsNoWebm_fails() {
    byte[] file = new byte[600];
    assertThrows(ParserException.class, () -> read(file, 100, 100));
  }

  @Test
  void element_sizesOfEveryLength_areRead() {
    for (int length = 1; length <= 8; length++) {
      byte[] data = new byte[1 + length];
      data[0] = (byte) 0xBB;
      data[1] = (byte) (0x80 >> (length - 1));
      data[length] |= 5;
      assertEquals(new Ebml(0xBB, 1 + length, 6 + length), Ebml.read(data, 0, data.length));
      Arrays.fill(data, 2, data.length, (byte) -1);
      data[1] = (byte) ((0x80 >> (length - 1)) | (0xFF >> length));
      assertEquals(Double.POSITIVE_INFINITY, Ebml.read(data, 0, data.length).end());
    }
  }

  @Test
  void file_damaged_failsAsParserException() {
    byte[] cues = element(CUES, cue(1000, 500), cue(3000, 900), cue(4500, 2000, 2001));
    byte[] info = join(element(SCALE, number(1_000_000)), element(DURATION, doubleBytes(6250.5)));
    byte[] file = file(info, cues);
    Indexed indexed = new Indexed("u", new ByteRange(file.length - cues.length, file.length - 1));
    InitSegment init = new InitSegment("u", new ByteRange(0, indexed.indexRange().first() - 1));
    Damage.truncateEverywhere(file, cut -> load(init, indexed, cut));
    Damage.flip(file, 50_000, 9559, flipped -> load(init, indexed, flipped));
  }

  private static void load(InitSegment init, Indexed indexed, byte[] file) {
    PresentationDump.load(
        new CuesReader(init, indexed, new ByteRangeIndexBuilder(Address.of("u"), 0, 100)), file);
  }
}
