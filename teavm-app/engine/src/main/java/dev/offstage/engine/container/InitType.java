package dev.offstage.engine.container;

import dev.offstage.engine.codec.Codecs;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.mp4.InitSegmentReader;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.webm.WebmTracks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads in media itself what a SourceBuffer for it has to be made with. */
public final class InitType {
  /** By then a segment that needs no init segment has told of its tracks. */
  private static final int MOST_BYTES = 1 << 14;

  private InitType() {}

  /**
   * The type, such as {@code video/mp4; codecs="avc1.4d401f"}.
   *
   * @param init the init segment, or null where the segment begins with that itself
   * @param pieces of the segment, from its first byte on
   * @param told what a manifest says of it
   * @return null where these bytes do not say
   */
  public static @Nullable String of(@Nullable Bytes init, Iterable<Bytes> pieces, Format told) {
    byte[] header =
        init == null ? SegmentStart.join(pieces, MOST_BYTES) : init.copy(0, init.sizeBytes());
    boolean isWebm = WebmTracks.isWebm(header);
    List<String> tracks = isWebm ? WebmTracks.codecs(header) : InitSegmentReader.codecs(header);
    String video = null;
    String audio = null;
    for (String codec : tracks) {
      if (Codecs.video(codec) != null && video == null) {
        video = codec;
      } else if (Codecs.audio(codec) != null && audio == null) {
        audio = codec;
      } else {
        return null;
      }
    }
    if (video == null && audio == null) {
      return null;
    }
    String codecs = video == null ? audio : audio == null ? video : video + ',' + audio;
    String type = told.mimeType().substring(0, told.mimeType().indexOf('/') + 1);
    return type + (isWebm ? "webm" : "mp4") + "; codecs=\"" + codecs + '"';
  }
}
