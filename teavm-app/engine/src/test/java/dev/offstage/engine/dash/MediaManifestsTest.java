package dev.offstage.engine.dash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.Golden;
import dev.offstage.engine.testing.MediaFiles;
import dev.offstage.engine.testing.MediaTruth;
import dev.offstage.engine.testing.PresentationDump;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests of the test media, against the media itself. */
class MediaManifestsTest {
  /** There is media for these; others are in manifests only for browsers to refuse. */
  private static final List<String> CODECS = List.of("avc1", "mp4a", "vp09", "av01", "opus");

  static List<String> manifests() {
    return Stream.of("ladder", "schemes", "codecs")
        .flatMap(folder -> MediaFiles.manifests(folder, ".mpd").stream())
        .toList();
  }

  private static Presentation parse(String path) {
    return MpdParser.parse(MediaFiles.read(path), MediaFiles.ORIGIN + path);
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void manifest_parsed_dumpsAsKept(String path) throws IOException {
    Golden.assertMatches("dash/" + path + ".txt", PresentationDump.of(parse(path)));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void segments_ofEveryRepresentation_areMediaOfTheirTime(String path) {
    for (Period period : parse(path).periods()) {
      for (AdaptationSet set : period.adaptationSets()) {
        for (Representation representation : set.representations()) {
          if (CODECS.contains(codec(representation))) {
            assertMedia(representation, PresentationDump.index(representation, period));
          }
        }
      }
    }
  }

  private static String codec(Representation representation) {
    return representation.format().codecs().split("\\.")[0];
  }

  private static void assertMedia(Representation representation, SegmentIndex index) {
    InitSegment init = representation.init();
    MediaTruth truth = new MediaTruth(MediaFiles.read(init.url(), init.range()));
    assertTrue(index.count() > 0);
    for (int i = 0; i < index.count(); i++) {
      Segment segment = index.segment(i);
      byte[] data = MediaFiles.read(segment.url(), segment.range());
      double startS = truth.startS(data) - representation.presentationTimeOffsetS();
      // Segments of equal nominal length start at the nearest frame, one of audio lasts 21 ms.
      assertEquals(segment.startS(), startS, 0.125, segment.toString());
      assertEquals(i, index.positionAt(segment.startS()));
      assertEquals(i, index.positionAt((segment.startS() + segment.endS()) / 2));
    }
    assertEquals(0, index.positionAt(-1));
    assertEquals(index.count(), index.positionAt(index.segment(index.count() - 1).endS()));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void manifest_damaged_failsAsParserException(String path) {
    byte[] data = MediaFiles.read(path);
    String url = MediaFiles.ORIGIN + path;
    Damage.truncateEverywhere(data, cut -> MpdParser.parse(cut, url));
    Damage.flip(data, 500, path.hashCode(), flipped -> MpdParser.parse(flipped, url));
  }
}
