package dev.offstage.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.testing.MediaFiles;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitTypeTest {
  private static final Format VIDEO = new Format("video/mp4", "avc1.4d400d", 0, 0, 0, 0, 0);
  private static final Format AUDIO = new Format("audio/mp4", "mp4a.40.2", 0, 0, 0, 0, 0);

  @ParameterizedTest
  @CsvSource({
    "schemes/number/v0/init.mp4, video/mp4; codecs=\"avc1.4d400d\"",
    "codecs/mp4/vp9-0/init.mp4,  video/mp4; codecs=\"vp09.00.11.08\"",
    "codecs/mp4/av1/init.mp4,    video/mp4; codecs=\"av01.0.00M.08\"",
    "codecs/webm/vp9-0.webm,     video/webm; codecs=\"vp9\"",
    "codecs/webm/av1.webm,       video/webm; codecs=\"av01.0.00M.08\"",
    "codecs/mp4/opus/init.mp4,   audio/mp4; codecs=\"opus\"",
    "codecs/webm/opus.webm,      audio/webm; codecs=\"opus\""
  })
  void media_saysItsType_asInitSegmentOrByItself(String file, String type) {
    Bytes media = new ArrayBytes(MediaFiles.read(file));
    Format told = type.startsWith("video") ? VIDEO : AUDIO;
    assertEquals(type, InitType.of(media, List.of(), told));
    Bytes head = media.slice(0, 100);
    Bytes rest = media.slice(100, media.sizeBytes());
    assertEquals(type, InitType.of(null, List.of(head, rest), told));
  }

  @Test
  void media_thatSaysNothing_orIsCutOff_leavesItToTheManifest() {
    assertNull(InitType.of(null, List.of(new ArrayBytes(new byte[40])), VIDEO));
    for (String file : List.of("codecs/webm/av1.webm", "codecs/mp4/av1/init.mp4")) {
      byte[] whole = MediaFiles.read(file);
      for (int length = 0; length < Math.min(400, whole.length); length++) {
        String type = InitType.of(new ArrayBytes(Arrays.copyOf(whole, length)), List.of(), VIDEO);
        assertTrue(type == null || type.contains("av01.0.00M.08"), type);
      }
    }
  }

  @Test
  void webmSegment_saysWhenItStarts() {
    byte[] file = MediaFiles.read("codecs/webm/vp9-0.webm");
    Bytes init = new ArrayBytes(Arrays.copyOf(file, 458));
    assertEquals(0, SegmentStart.readS(null, List.of(new ArrayBytes(file))));
    Bytes third = new ArrayBytes(Arrays.copyOfRange(file, 105_388, file.length));
    assertEquals(4, SegmentStart.readS(init, List.of(third)));
    assertTrue(Double.isNaN(SegmentStart.readS(init, List.of(third.slice(0, 6)))));
  }
}
