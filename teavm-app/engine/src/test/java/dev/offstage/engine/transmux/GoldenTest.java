package dev.offstage.engine.transmux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.transmux.TransmuxDump.Line;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out against what ffmpeg finds in the same files. */
class GoldenTest {
  private static Transmuxer transmuxer(String name) {
    return name.endsWith(".ts")
        ? new TsTransmuxer(TransmuxOptions.DEFAULT)
        : new PackedAudioTransmuxer(TransmuxOptions.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "avc-aac.ts",
        "avc-slices.ts",
        "avc-anamorphic.ts",
        "avc-opengop.ts",
        "avc-mp3.ts",
        "hevc-aac.ts",
        "mp3-low.ts",
        "aac-51.ts",
        "ac3.ts",
        "ac3-44.ts",
        "eac3.ts",
        "opus.ts",
        "packed.aac",
        "packed.mp3",
        "packed.ac3"
      })
  void fixture_transmuxed_isWhatFfmpegFinds(String name) {
    Oracle oracle = new Oracle(name);
    TransmuxDump dump = TransmuxDump.of(transmuxer(name), Oracle.read(name));
    assertEquals(List.of(), dump.notices);
    assertEquals(oracle.lines('v'), dump.lines('v'));
    assertAudio(oracle.lines('a'), dump.lines('a'));
    assertEquals(oracle.streams.size(), dump.inits.size());
    for (Oracle.Stream stream : oracle.streams) {
      String letter = stream.type() == 'v' ? "video" : "audio";
      TrackInit init =
          dump.inits.stream().filter(it -> it.type().wireName().equals(letter)).findAny().get();
      assertConfig(stream, init);
    }
  }

  private static void assertAudio(List<Line> expected, List<Line> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      Line line = expected.get(i);
      // Frames are counted in samples here, in rounded ticks there.
      assertEquals(line.show(), (double) actual.get(i).show(), 1, "frame " + i);
      assertEquals(line.size(), actual.get(i).size(), "frame " + i);
      assertEquals(line.crc(), actual.get(i).crc(), "frame " + i);
    }
  }

  private static void assertConfig(Oracle.Stream stream, TrackInit init) {
    if (init.video() != null) {
      assertEquals(stream.shape(), init.video().width() + "x" + init.video().height());
    } else {
      assertEquals(stream.shape(), init.audio().sampleRate() + "x" + init.audio().channels());
    }
    byte[] theirs = HexFormat.of().parseHex(stream.config());
    byte[] mine = init.video() != null ? init.video().config() : init.audio().config();
    if (stream.codec().equals("hevc")) {
      // Whether arrays are complete; theirs is written for hev1.
      String hex = HexFormat.of().formatHex(mine);
      hex = hex.replace("a00001", "200001").replace("a10001", "210001").replace("a20001", "220001");
      assertEquals(stream.config(), hex);
    } else if (stream.codec().equals("aac") || stream.codec().equals("mp3")) {
      assertEquals(
          HexFormat.of().formatHex(decoder(theirs)), HexFormat.of().formatHex(decoder(mine)));
    } else {
      assertEquals(stream.config(), HexFormat.of().formatHex(mine));
    }
  }

  /** Object type and AudioSpecificConfig of an {@code esds}; descriptor sizes may be padded. */
  private static byte[] decoder(byte[] esds) {
    int at = 4;
    byte[] found = new byte[0];
    while (at < esds.length) {
      int tag = esds[at++];
      int size = 0;
      do {
        size = size << 7 | esds[at] & 0x7F;
      } while (esds[at++] < 0);
      if (tag == 3) {
        at += 3;
      } else if (tag == 4) {
        found = new byte[] {esds[at]};
        at += 13;
      } else {
        if (tag == 5) {
          int old = found.length;
          // Theirs adds that there is no SBR, which goes without saying.
          found = Arrays.copyOf(found, old + 2);
          System.arraycopy(esds, at, found, old, 2);
        }
        at += size;
      }
    }
    return found;
  }

  @Test
  void latm_transmuxed_isTheSameAsAdts() {
    List<Line> adts = new Oracle("packed.aac").lines('a');
    TransmuxDump dump = TransmuxDump.of(transmuxer("latm.ts"), Oracle.read("latm.ts"));
    assertAudio(adts, dump.lines('a'));
    TransmuxDump packed = TransmuxDump.of(transmuxer("packed.aac"), Oracle.read("packed.aac"));
    assertTrue(dump.inits.get(0).audio().isSameAs(packed.inits.get(0).audio()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "avc-aac.ts",
        "avc-slices.ts",
        "hevc-aac.ts",
        "latm.ts",
        "eac3.ts",
        "opus.ts",
        "packed.aac",
        "packed.mp3"
      })
  void fixture_inOddChunks_givesTheSame(String name) {
    byte[] input = Oracle.read(name);
    TransmuxDump whole = TransmuxDump.of(transmuxer(name), input);
    int[][] sizes = {{1}, {187}, {188}, {189}, new Random(7).ints(50, 1, 2000).toArray()};
    for (int[] size : sizes) {
      TransmuxDump dump = TransmuxDump.chunked(transmuxer(name), input, size);
      assertEquals(whole.lines('v'), dump.lines('v'), name + " by " + size[0]);
      assertEquals(whole.lines('a'), dump.lines('a'), name + " by " + size[0]);
      assertEquals(whole.inits.size(), dump.inits.size());
      assertEquals(List.of(), dump.notices);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "avc-aac.ts",
        "avc-slices.ts",
        "hevc-aac.ts",
        "latm.ts",
        "eac3.ts",
        "ac3.ts",
        "opus.ts",
        "mp3-low.ts",
        "packed.aac",
        "packed.mp3",
        "packed.ac3"
      })
  void fixture_damaged_givesLess(String name) {
    byte[] input = Oracle.read(name);
    Damage.flip(input, 80, 13818, damaged -> feed(name, damaged));
    for (int length = 0; length < input.length; length += 293) {
      feed(name, Arrays.copyOf(input, length));
    }
  }

  /** Whatever comes out must be sound MP4, and not more than what went in. */
  private static void feed(String name, byte[] input) {
    try {
      TransmuxDump dump = TransmuxDump.of(transmuxer(name), input);
      int bytes = dump.fragments.stream().mapToInt(it -> it.data().length).sum();
      assertTrue(bytes < input.length * 3 + 100_000, bytes + " of " + input.length);
    } catch (ParserException expected) {
      // What must be said of data that is no media at all.
    }
  }

  @Test
  void fixture_cutOff_neverGivesWhatIsNotThere() {
    byte[] input = Oracle.read("avc-aac.ts");
    List<Line> whole = TransmuxDump.of(transmuxer("a.ts"), input).lines('v');
    for (int length = 20 * 188; length < input.length; length += 501) {
      TransmuxDump dump = TransmuxDump.of(transmuxer("a.ts"), Arrays.copyOf(input, length));
      List<Line> video = dump.lines('v');
      // The last picture may be a part of one.
      for (int i = 0; i + 1 < video.size(); i++) {
        assertEquals(whole.get(i), video.get(i));
      }
    }
  }
}
