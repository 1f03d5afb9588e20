package dev.offstage.engine.hls;

import dev.offstage.engine.codec.Codecs;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.presentation.Live;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a presentation of playlists. The multivariant playlist does not say how long it lasts, and
 * may not say what codecs there are, so that whoever has the network first loads one media playlist
 * ({@link #first}), and where {@link #lacksCodecs} an init segment of it.
 */
public final class HlsPresentation {
  private final MultivariantPlaylist playlist;
  private final boolean isAlone;

  private HlsPresentation(MultivariantPlaylist playlist, boolean isAlone) {
    this.playlist = playlist;
    this.isAlone = isAlone;
  }

  /** Of a multivariant playlist. */
  public static HlsPresentation of(MultivariantPlaylist playlist) {
    return new HlsPresentation(playlist, false);
  }

  /** Of a media playlist that stands alone. */
  public static HlsPresentation of(MediaPlaylist playlist) {
    Variant variant =
        new Variant(
            playlist.url(),
            0,
            0,
            Double.NaN,
            null,
            null,
            0,
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            ".",
            null,
            null,
            null,
            null);
    return new HlsPresentation(
        new MultivariantPlaylist(
            playlist.url(),
            playlist.header(),
            List.of(variant),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null),
        true);
  }

  /** Where the media playlist is that has to be loaded first. */
  public Address first() {
    return VariantGroup.of(playlist).get(0).address();
  }

  /** What media playlists may import. */
  public Variables variables() {
    return playlist.header().variables();
  }

  /** A segment of a playlist that says what its media is made of; null where there is none. */
  public static @Nullable Segment sample(MediaPlaylist playlist) {
    PlaylistIndex index = PlaylistIndexReader.index(playlist);
    for (int i = 0; i < playlist.count(); i++) {
      if (!playlist.isGap(i)) {
        return index.segment(i);
      }
    }
    return null;
  }

  /** Whether codecs have to be read from the media. */
  public boolean lacksCodecs() {
    for (Variant variant : playlist.variants()) {
      if (Codecs.video(variant.codecs()) == null && Codecs.audio(variant.codecs()) == null) {
        return true;
      }
    }
    return false;
  }

  /**
   * The presentation.
   *
   * @param first the media playlist that was loaded first
   * @param mediaCodecs what its media is made of, as in {@code CODECS}; null where that was not
   *     asked for
   * @throws ParserException unsupported
   */
  public Presentation build(MediaPlaylist first, @Nullable String mediaCodecs) {
    PlaylistIndex index = PlaylistIndexReader.index(first);
    Live live = index.live();
    double endS = index.endS();
    if (live == null && !(endS > 0)) {
      throw ParserException.malformed("no segment lasts any time", first.url());
    }
    List<String> leftOut = new ArrayList<>();
    PlaylistIndexReader reader = new PlaylistIndexReader(isAlone ? Variables.NONE : variables());
    Segment sample = sample(first);
    // No tag says so; where the name does not, either, the media itself does, though late.
    boolean isWebm = sample != null && PlaylistPlace.path(sample.url()).endsWith(".webm");
    Tracks tracks = new Tracks(playlist, reader, first(), index, mediaCodecs, isWebm, leftOut);
    double durationS = live == null ? endS : Double.POSITIVE_INFINITY;
    Period period = new Period("hls", 0, durationS, tracks.adaptationSets());
    return new Presentation(durationS, List.of(period), leftOut, startS(first, endS), endS, live);
  }

  /** Where {@code EXT-X-START} wants playback to begin; NaN where there is none. */
  private double startS(MediaPlaylist first, double endS) {
    StartPoint start = first.header().start();
    if (start == null) {
      start = playlist.header().start();
    }
    if (start == null) {
      return Double.NaN;
    }
    double offsetS = start.offsetS();
    return Math.max(0, Math.min(offsetS < 0 ? endS + offsetS : offsetS, endS));
  }
}
