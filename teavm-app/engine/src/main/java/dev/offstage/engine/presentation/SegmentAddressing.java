package dev.offstage.engine.presentation;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/** How the segments of a Representation are found. */
public sealed interface SegmentAddressing {
  /** The manifest names them all. */
  record Listed(SegmentIndex index) implements SegmentAddressing {}

  /**
   * The media file holds an index that must be loaded first: {@code sidx} boxes (ISO/IEC 14496-12,
   * section 8.16.3) or WebM {@code Cues}.
   *
   * @param address the media file
   * @param indexRange where the index lies in it
   */
  record Indexed(Address address, ByteRange indexRange) implements SegmentAddressing {
    /** A file that is in one place only. */
    public Indexed(String url, ByteRange indexRange) {
      this(Address.of(url), indexRange);
    }

    /** The media file's URL at the place that is asked first, absolute. */
    public String url() {
      return address.url();
    }
  }

  /**
   * Nothing names them; they are looked for in the media file itself.
   *
   * @param address the media file
   * @param search finds them; the same one for all that play the file
   */
  record Searched(Address address, SegmentSearch search) implements SegmentAddressing {}

  /**
   * A playlist of its own names them and must be loaded first.
   *
   * @param address where the playlist is
   * @param reader reads it
   * @param known what was in it when the manifest was loaded; null where it has not been loaded
   */
  record Playlist(Address address, SegmentPlaylistReader reader, @Nullable SegmentIndex known)
      implements SegmentAddressing {}
}
