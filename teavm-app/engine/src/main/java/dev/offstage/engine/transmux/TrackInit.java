package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.AudioFormat;
import dev.offstage.engine.codec.VideoFormat;
import dev.offstage.engine.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * An init segment: the fragments of its type that follow are of this format.
 *
 * @param type the track's
 * @param contentType what a SourceBuffer is made with, such as {@code audio/mp4; codecs="opus"}
 * @param codec as MIME types name it (RFC 6381), such as {@code avc1.64001f}
 * @param data the segment, in an array of its own; empty where the container has none
 * @param video the format, of video
 * @param audio the format, of audio
 */
public record TrackInit(
    MediaType type,
    String contentType,
    String codec,
    byte[] data,
    @Nullable VideoFormat video,
    @Nullable AudioFormat audio)
    implements Transmuxed {
  /** An init segment of MP4. */
  static TrackInit ofMp4(
      MediaType type,
      String codec,
      byte[] data,
      @Nullable VideoFormat video,
      @Nullable AudioFormat audio) {
    String contentType = type.wireName() + "/mp4; codecs=\"" + codec + '"';
    return new TrackInit(type, contentType, codec, data, video, audio);
  }
}
