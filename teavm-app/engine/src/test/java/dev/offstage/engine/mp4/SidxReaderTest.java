package dev.offstage.engine.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.ByteRangeIndexBuilder;
import dev.offstage.engine.presentation.IndexStep;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.PresentationDump;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SidxReaderTest {
  private static final double NO_END = Double.POSITIVE_INFINITY;

  /** A sidx; each reference is {isIndex, size, duration}. */
  private static byte[] sidx(int version, long timescale, long start, long skip, long[]... refs) {
    ByteBuffer box = ByteBuffer.allocate((version == 1 ? 40 : 32) + 12 * refs.length);
    box.putInt(box.capacity()).putInt(Box.SIDX).putInt(version << 24).putInt(1);
    box.putInt((int) timescale);
    if (version == 1) {
      box.putLong(start).putLong(skip);
    } else {
      box.putInt((int) start).putInt((int) skip);
    }
    box.putShort((short) 0).putShort((short) refs.length);
    for (long[] ref : refs) {
      box.putInt((int) (ref[0] << 31 | ref[1])).putInt((int) ref[2]).putInt(0x90000000);
    }
    return box.array();
  }

  private static byte[] box(String type, int size) {
    ByteBuffer box = ByteBuffer.allocate(size).putInt(size);
    for (char c : type.toCharArray()) {
      box.put((byte) c);
    }
    return box.array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static SidxReader reader(double first, double last, double offsetS, double periodS) {
    return new SidxReader(
        new ByteRange(first, last), new ByteRangeIndexBuilder(Address.of("u"), offsetS, periodS));
  }

  private static String describe(SegmentIndex index) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < index.count(); i++) {
      Segment segment = index.segment(i);
      out.append(i == 0 ? "" : " ").append(segment.startS()).append('-').append(segment.endS());
      ByteRange range = segment.range();
      out.append('@').append((long) range.first()).append('-').append((long) range.last());
    }
    return out.toString();
  }

  @Test
  void flat_bothVersions_areRead() {
    for (int version = 0; version < 2; version++) {
      byte[] file =
          join(
              box("ftyp", 16),
              sidx(version, 10, 30, 5, new long[] {0, 100, 20}, new long[] {0, 50, 15}));
      int first = file.length + 5;
      SegmentIndex index = PresentationDump.load(reader(16, file.length - 1, 0, NO_END), file);
      assertEquals(
          "3.0-5.0@"
              + first
              + "-"
              + (first + 99)
              + " 5.0-6.5@"
              + (first + 100)
              + "-"
              + (first + 149),
          describe(index));
      assertEquals(0, index.positionAt(0));
      assertEquals(0, index.positionAt(4.99));
      assertEquals(1, index.positionAt(5));
      assertEquals(2, index.positionAt(6.5));
    }
  }

  @Test
  void offset_andPeriod_moveAndCutOff() {
    byte[] file =
        sidx(0, 1, 0, 0, new long[] {0, 10, 4}, new long[] {0, 10, 4}, new long[] {0, 10, 4});
    SegmentIndex index = PresentationDump.load(reader(0, file.length - 1, 2, 5), file);
    assertEquals("-2.0-2.0@68-77 2.0-5.0@78-87", describe(index));
  }

  @Test
  void numbers_near2To53_areExact() {
    long start = (1L << 53) - 100;
    long skip = (1L << 53) - 1000;
    byte[] file = sidx(1, 10_000_000, start, skip, new long[] {0, 7, 1}, new long[] {0, 9, 1});
    SegmentIndex index = PresentationDump.load(reader(0, file.length - 1, 0, NO_END), file);
    assertEquals(skip + file.length + 7, index.segment(1).range().first());
    assertEquals((start + 1) / 1e7, index.segment(1).startS());
    byte[] beyond = sidx(1, 1, (1L << 53) + 2, 0, new long[] {0, 7, 1});
    assertThrows(
        ParserException.class, () -> PresentationDump.load(reader(0, 99, 0, NO_END), beyond));
  }

  @Test
  void indexRange_tooShort_isLoadedAgainInFull() {
    byte[] file = sidx(0, 1, 0, 0, new long[] {0, 10, 4}, new long[] {0, 10, 4});
    SegmentIndex index = PresentationDump.load(reader(0, 20, 0, NO_END), file);
    assertEquals(2, index.count());
  }

  @Test
  void tree_insideTheRange_needsNoMoreLoads() {
    byte[] left = sidx(0, 10, 0, 44, new long[] {0, 100, 10}, new long[] {0, 100, 10});
    byte[] right = sidx(0, 10, 20, 200, new long[] {0, 100, 10});
    byte[] root =
        sidx(0, 10, 0, 0, new long[] {1, left.length, 20}, new long[] {1, right.length, 10});
    byte[] file = join(root, left, right);
    SidxReader reader = reader(0, file.length - 1, 0, NO_END);
    IndexStep step = reader.read(reader.start().range(), new ArrayBytes(file));
    SegmentIndex index = ((IndexStep.Complete) step).index();
    int media = file.length;
    assertEquals(
        "0.0-1.0@%d-%d 1.0-2.0@%d-%d 2.0-3.0@%d-%d"
            .formatted(media, media + 99, media + 100, media + 199, media + 200, media + 299),
        describe(index));
  }

  @Test
  void tree_betweenMedia_isLoadedPieceByPiece() {
    byte[] left = sidx(1, 10, 0, 0, new long[] {0, 5000, 10}, new long[] {0, 6000, 10});
    byte[] right = sidx(1, 20, 40, 0, new long[] {0, 7000, 20});
    byte[] root =
        sidx(
            1,
            10,
            0,
            0,
            new long[] {1, left.length + 11000, 20},
            new long[] {1, right.length + 7000, 10},
            new long[] {0, 8000, 5});
    byte[] file = join(root, left, new byte[11000], right, new byte[7000], new byte[8000]);
    SegmentIndex index = PresentationDump.load(reader(0, root.length - 1, 0, NO_END), file);
    int l = root.length + left.length;
    int r = l + 11000 + right.length;
    assertEquals(
        "0.0-1.0@%d-%d 1.0-2.0@%d-%d 2.0-3.0@%d-%d 3.0-3.5@%d-%d"
            .formatted(l, l + 4999, l + 5000, l + 10999, r, r + 6999, r + 7000, r + 14999),
        describe(index));
  }

  @Test
  void chain_ofManyBoxes_needsNoDepth() {
    int links = 200;
    byte[][] boxes = new byte[links][];
    byte[] media = new byte[300];
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < links; i++) {
      boolean last = i == links - 1;
      long[] segment = {0, media.length, 10};
      byte[] box =
          last
              ? sidx(0, 10, i * 10L, 0, segment)
              : sidx(0, 10, i * 10L, 0, segment, new long[] {1, 500, 10});
      boxes[i] = box;
      file.writeBytes(box);
      file.writeBytes(media);
    }
    SegmentIndex index =
        PresentationDump.load(reader(0, boxes[0].length - 1, 0, NO_END), file.toByteArray());
    assertEquals(links, index.count());
    assertEquals(links - 1, index.segment(links - 1).startS());
  }

  @Test
  void boxes_ofOtherTypes_areSkippedButNotMedia() {
    byte[] sidx = sidx(0, 1, 0, 0, new long[] {0, 10, 4});
    byte[] file = join(box("styp", 24), box("free", 9), sidx);
    assertEquals(1, PresentationDump.load(reader(0, 30, 0, NO_END), file).count());
    for (String type : new String[] {"moof", "mdat"}) {
      byte[] media = join(box(type, 24), sidx);
      ParserException e =
          assertThrows(
              ParserException.class, () -> PresentationDump.load(reader(0, 60, 0, NO_END), media));
      assertTrue(e.getMessage().contains("no sidx but " + type), e.getMessage());
    }
  }

  @Test
  void sidx_referringToItselfOrTooDeep_fails() {
    // A reference of size 0 in front of each box: every path leads to the next one, twice.
    byte[][] boxes = new byte[40][];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = sidx(0, 1, 0, 0, new long[] {1, 0, 0}, new long[] {1, 0, 0});
    }
    byte[] file = join(boxes);
    assertThrows(
        ParserException.class,
        () -> PresentationDump.load(reader(0, file.length - 1, 0, NO_END), file));
  }

  @Test
  void sidx_backInTime_fails() {
    byte[] later = sidx(0, 1, 0, 0, new long[] {0, 10, 4});
    byte[] root =
        sidx(0, 1, 9, 0, new long[] {0, 0, 4}, new long[] {0, 10, 1}, new long[] {1, 44, 4});
    byte[] file = join(root, new byte[10], later);
    assertThrows(
        ParserException.class, () -> PresentationDump.load(reader(0, 99, 0, NO_END), file));
  }

  @Test
  void sidx_damaged_failsAsParserException() {
    byte[] left = sidx(1, 10, 0, 0, new long[] {0, 50, 10}, new long[] {0, 60, 10});
    byte[] right = sidx(0, 20, 40, 0, new long[] {0, 70, 20});
    byte[] root =
        sidx(
            1,
            10,
            0,
            0,
            new long[] {1, left.length + 110, 20},
            new long[] {1, right.length + 70, 10});
    byte[] file = join(root, left, new byte[110], right, new byte[70]);
    Damage.truncateEverywhere(
        file, cut -> PresentationDump.load(reader(0, root.length - 1, 0, 100), cut));
    Damage.flip(
        file, 50_000, 14496, flipped -> PresentationDump.load(reader(0, 99, 0, 100), flipped));
    byte[] short1 = Arrays.copyOf(file, root.length - 1);
    assertThrows(
        ParserException.class,
        () -> PresentationDump.load(reader(0, root.length - 1, 0, 100), short1));
  }
}
