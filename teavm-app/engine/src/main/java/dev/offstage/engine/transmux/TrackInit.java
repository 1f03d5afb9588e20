package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.AudioFormat;
import dev.offstage.engine.codec.VideoFormat;
import dev.offstage.engine.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * An init segment: the fragments of its type that follow are of this format.
 *
 * @param type the track's
 * @param codec as MIME types name it (RFC 6381), such as {@code avc1.64001f}
 * @param data the segment, in an array of its own
 * @param video the format, of video
 * @param audio the format, of audio
 */
public record TrackInit(
    MediaType type,
    String codec,
    byte[] data,
    @Nullable VideoFormat video,
    @Nullable AudioFormat audio)
    implements Transmuxed {
  /** The MIME type that a SourceBuffer is made with, such as {@code audio/mp4; codecs="opus"}. */
  public String contentType() {
    return type.wireName() + "/mp4; codecs=\"" + codec + '"';
  }
}
