package dev.offstage.engine.hls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.mp4.FragmentTime;
import dev.offstage.engine.mp4.InitSegmentReader;
import dev.offstage.engine.mp4.TrackHeader;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.testing.Golden;
import dev.offstage.engine.testing.MediaFiles;
import dev.offstage.engine.testing.MediaTruth;
import dev.offstage.engine.testing.PresentationDump;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The playlists of the test media, against the media itself. */
class MediaPlaylistsTest {
  static List<String> playlists() {
    return MediaFiles.manifests("hls", ".m3u8");
  }

  private static Playlist parse(String url) {
    return PlaylistParser.parse(new ArrayBytes(MediaFiles.read(url)), url);
  }

  private static Presentation present(String path) {
    Playlist playlist = parse(MediaFiles.ORIGIN + path);
    if (playlist instanceof MultivariantPlaylist multivariant) {
      HlsPresentation hls = HlsPresentation.of(multivariant);
      Address address = hls.first();
      MediaPlaylist first = (MediaPlaylist) parse(address.url(address.bases().size() - 1));
      return hls.build(first, codecs(first));
    }
    MediaPlaylist media = (MediaPlaylist) playlist;
    return HlsPresentation.of(media).build(media, codecs(media));
  }

  private static String codecs(MediaPlaylist playlist) {
    MediaMap map = playlist.map(0);
    return InitSegmentReader.tracks(MediaFiles.read(map.url(), map.range())).get(0).codec();
  }

  @ParameterizedTest
  @MethodSource("playlists")
  void playlist_presented_dumpsAsKept(String path) throws IOException {
    Golden.assertMatches(
        "hls/media/" + path.substring(4) + ".txt", PresentationDump.of(present(path)));
  }

  @ParameterizedTest
  @MethodSource("playlists")
  void segments_ofEveryRepresentation_areMediaOfTheirTime(String path) {
    for (Period period : present(path).periods()) {
      for (AdaptationSet set : period.adaptationSets()) {
        for (Representation representation : set.representations()) {
          assertMedia(PresentationDump.index(representation, period));
        }
      }
    }
  }

  private static void assertMedia(SegmentIndex index) {
    assertTrue(index.count() > 0);
    int timeline = -1;
    double offsetS = 0;
    for (int i = 0; i < index.count(); i++) {
      Segment segment = index.segment(i);
      assertEquals(i, index.positionAt(segment.startS() + 1e-6));
      if (segment.isGap()) {
        continue;
      }
      byte[] init = MediaFiles.read(segment.init().url(), segment.init().range());
      byte[] data = MediaFiles.read(segment.url(), segment.range());
      List<TrackHeader> tracks = InitSegmentReader.tracks(init);
      double startS = FragmentTime.startS(data, tracks);
      assertEquals(new MediaTruth(init).startS(data), startS);
      if (segment.timeline() != timeline) {
        timeline = segment.timeline();
        offsetS = segment.startS() - startS;
      }
      assertEquals(segment.startS(), startS + offsetS, 1e-3, segment.toString());
    }
    assertEquals(index.count(), index.positionAt(index.segment(index.count() - 1).endS()));
  }
}
