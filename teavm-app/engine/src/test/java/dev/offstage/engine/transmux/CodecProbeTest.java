package dev.offstage.engine.transmux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.testing.MediaFiles;
import dev.offstage.engine.testing.TsWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecProbeTest {
  @ParameterizedTest
  @CsvSource({
    "avc-aac.ts, 'avc1.64000a,mp4a.40.2'",
    "hevc-aac.ts, 'hvc1.1.6.L30.90,mp4a.40.2'",
    "ac3.ts, ac-3",
    "opus.ts, opus",
    "packed.aac, mp4a.40.2",
    "packed.mp3, mp4a.6B"
  })
  void segment_inPieces_saysItsCodecsBeforeItsEnd(String name, String codecs) {
    byte[] input = Oracle.read(name);
    CodecProbe probe = new CodecProbe();
    int at = 0;
    boolean done = false;
    while (at < input.length && !done) {
      int end = Math.min(input.length, at + 500);
      done = probe.take(new ArrayBytes(Arrays.copyOfRange(input, at, end)));
      at = end;
    }
    assertTrue(done, name);
    assertEquals(codecs, probe.codecs());
    CodecProbe whole = new CodecProbe();
    whole.take(new ArrayBytes(input));
    whole.finish();
    assertEquals(codecs, whole.codecs());
  }

  @Test
  void programmeWithNothingToPlay_isTold() {
    CodecProbe probe = new CodecProbe();
    probe.take(new ArrayBytes(new TsWriter().pat(1, 4096).pmt(4096, 1).toArray()));
    assertThrows(ParserException.class, probe::finish);
  }

  @Test
  void initSection_leavesItToTheSegmentBehindIt() {
    byte[] stream = Oracle.read("avc-aac.ts");
    CodecProbe probe = new CodecProbe();
    assertFalse(probe.take(new ArrayBytes(Arrays.copyOf(stream, 3 * 188))));
    assertTrue(probe.needsMore());
    assertTrue(probe.take(new ArrayBytes(Arrays.copyOfRange(stream, 3 * 188, stream.length))));
    assertEquals("avc1.64000a,mp4a.40.2", probe.codecs());
  }

  @Test
  void webm_saysItsCodec() {
    for (String file : new String[] {"vp9-0 vp9", "av1 av01.0.00M.08", "opus opus"}) {
      String[] parts = file.split(" ");
      CodecProbe probe = new CodecProbe();
      probe.take(new ArrayBytes(MediaFiles.read("codecs/webm/" + parts[0] + ".webm")));
      assertFalse(probe.needsMore());
      probe.finish();
      assertEquals(parts[1], probe.codecs());
    }
  }

  @Test
  void nothingAtAll_saysNothing() {
    CodecProbe probe = new CodecProbe();
    probe.finish();
    assertEquals("", probe.codecs());
  }
}
