package dev.offstage.engine.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.MediaFiles;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitSegmentReaderTest {
  @ParameterizedTest
  @CsvSource({
    "ladder/v240, avc1.4d4015, 12800",
    "ladder/v720, avc1.4d401f, 12800",
    "ladder/en, mp4a.40.2, 48000",
    "codecs/mp4/vp9-0, vp09.00.11.08, 12800",
    "codecs/mp4/av1, av01.0.00M.08, 12800",
    "codecs/mp4/opus, opus, 48000"
  })
  void track_ofTheTestMedia_isRead(String folder, String codec, double timescale) {
    assertEquals(
        List.of(new TrackHeader(1, timescale, codec)),
        InitSegmentReader.tracks(MediaFiles.read(folder + "/init.mp4")));
  }

  @Test
  void hevc_isNamedAsItsConfigurationSays() {
    // Profile space 0, tier L, profile 2; compatibility; constraints; level 93.
    byte[] config =
        HexFormat.of().parseHex("00000015" + "68766343" + "01022000000090000000000" + "05d");
    byte[] entry = new byte[8 + 78 + config.length];
    System.arraycopy("hvc1".getBytes(), 0, entry, 4, 4);
    entry[3] = (byte) entry.length;
    System.arraycopy(config, 0, entry, 86, config.length);
    Boxes.Cursor cursor = Boxes.in(entry, 0, entry.length);
    assertTrue(cursor.next());
    assertEquals("hvc1.2.4.L93.90", SampleEntries.codec(cursor));
  }

  @Test
  void damagedHeaders_areReadWithoutAnError() {
    for (String folder : List.of("ladder/v240", "ladder/en", "codecs/mp4/av1")) {
      byte[] init = MediaFiles.read(folder + "/init.mp4");
      byte[] media = MediaFiles.read(folder + (folder.startsWith("l") ? "/00002" : "/2") + ".m4s");
      byte[] head = Arrays.copyOf(media, 600);
      List<TrackHeader> tracks = InitSegmentReader.tracks(init);
      Damage.truncateEverywhere(init, InitSegmentReader::tracks);
      Damage.flip(init, 5000, 1, InitSegmentReader::tracks);
      Damage.truncateEverywhere(head, cut -> FragmentTime.startS(cut, tracks));
      Damage.flip(media, 200, 1, flipped -> FragmentTime.startS(flipped, tracks));
    }
  }

  @Test
  void firstFrame_isShownAfterItIsDecoded_whereFramesAreReordered() {
    double ticks = 90_000;
    List<TrackHeader> tracks = List.of(new TrackHeader(1, ticks, "avc1"));
    // flags: data offset, first sample's flags, durations, sizes, composition offsets
    byte[] reordered = moof(0xd05, 1, 0, 0x2000000, 3_600, 1_000, 7_200);
    assertEquals(2, FragmentTime.startS(reordered, tracks));
    assertEquals(2.08, FragmentTime.shownS(reordered, tracks), 1e-9);
    assertEquals(1.96, FragmentTime.shownS(moof(0x800, 1, -3_600), tracks), 1e-9);
    assertEquals(2, FragmentTime.shownS(moof(0x300, 1, 3_600, 7_200), tracks));
  }

  private static byte[] moof(int flags, int... fields) {
    ByteBuffer trun = ByteBuffer.allocate(12 + 4 * fields.length);
    trun.putInt(trun.capacity()).putInt(0x7472756E).putInt(1 << 24 | flags);
    for (int field : fields) {
      trun.putInt(field);
    }
    ByteBuffer moof = ByteBuffer.allocate(8 + 8 + 16 + 16 + trun.capacity());
    moof.putInt(moof.capacity()).putInt(0x6D6F6F66);
    moof.putInt(moof.capacity() - 8).putInt(0x74726166);
    moof.putInt(16).putInt(0x74666864).putInt(0).putInt(1);
    moof.putInt(16).putInt(0x74666474).putInt(0).putInt(180_000);
    return moof.put(trun.array()).array();
  }

  @Test
  void startOfASegment_isKnownOnceItsMoofIsThere() {
    List<TrackHeader> tracks = InitSegmentReader.tracks(MediaFiles.read("ladder/v240/init.mp4"));
    byte[] media = MediaFiles.read("ladder/v240/00002.m4s");
    assertEquals(2, FragmentTime.startS(media, tracks));
    assertTrue(Double.isNaN(FragmentTime.startS(Arrays.copyOf(media, 60), tracks)));
    assertTrue(Double.isNaN(FragmentTime.startS(media, List.of())));
  }
}
