package dev.offstage.engine.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.offstage.engine.presentation.Format;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodecFamilyTest {
  @Test
  void profiles_makeNoDifference() {
    assertEquals(of("video/mp4", "avc1.4d401f"), of("video/mp4", "avc1.64001f"));
    assertEquals(of("audio/mp4", "mp4a.40.2"), of("audio/mp4", "mp4a.40.5"));
  }

  @Test
  void whereParameterSetsLie_makesNoDifference() {
    assertEquals(of("video/mp4", "avc1.4d401f"), of("video/mp4", "avc3.4d401f"));
    assertEquals(of("video/mp4", "hvc1.1.6.L93.90"), of("video/mp4", "hev1.1.6.L93.90"));
    assertEquals(of("video/webm", "vp9"), of("video/webm", "vp09.00.10.08"));
  }

  @Test
  void codecsAndContainers_makeOne() {
    assertNotEquals(of("video/mp4", "avc1.4d401f"), of("video/mp4", "av01.0.04M.08"));
    assertNotEquals(of("video/mp4", "vp09.00.10.08"), of("video/webm", "vp09.00.10.08"));
  }

  @Test
  void names_ofOneCodec_areOne() {
    assertEquals(of("audio/mp4", "mp3"), of("audio/mp4", "mp4a.40.34"));
    assertNotEquals(of("audio/mp4", "mp4a.6B"), of("audio/mp4", "mp4a.40.2"));
    assertEquals(of("audio/mp4", "Opus"), of("audio/mp4", "opus"));
  }

  @Test
  void tracks_countEach() {
    assertEquals("video/mp4 avc1,mp4a", of("video/mp4", "avc3.4d401f, mp4a.40.2"));
    assertNotEquals(of("video/mp4", "avc1.1,mp4a.40.2"), of("video/mp4", "avc1.1,opus"));
  }

  @Test
  void contentType_isReadAsItIsMade() {
    for (String codecs : new String[] {null, "avc1.4d401f", "hev1.1,mp4a.40.2"}) {
      Format format = new Format("video/mp4", codecs, 0, 0, 0, 0, 0);
      assertEquals(CodecFamily.of(format), CodecFamily.of(format.contentType()));
    }
  }

  @Test
  void withoutCodecs_theContainerCounts() {
    assertEquals("audio/mpeg", of("audio/mpeg", null));
  }

  private static String of(String mimeType, @Nullable String codecs) {
    return CodecFamily.of(new Format(mimeType, codecs, 0, 0, 0, 0, 0));
  }
}
