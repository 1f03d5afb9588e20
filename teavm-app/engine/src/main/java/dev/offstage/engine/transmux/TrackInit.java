package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.AudioFormat;
import dev.offstage.engine.codec.VideoFormat;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.mp4.InitWriter;
import org.jspecify.annotations.Nullable;

/**
 * An init segment: the fragments of its type that follow are of this format.
 *
 * @param type the track's; video where it has both
 * @param contentType what a SourceBuffer is made with, such as {@code audio/mp4; codecs="opus"}
 * @param codec as MIME types name it (RFC 6381), such as {@code avc1.64001f}; by commas where there
 *     are two tracks
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
  /** An init segment of MP4, of one track or two; one format at least is there. */
  static TrackInit of(@Nullable VideoFormat video, @Nullable AudioFormat audio) {
    MediaType type = video == null ? MediaType.AUDIO : MediaType.VIDEO;
    String codec = video == null ? "" : video.codec();
    if (audio != null) {
      codec = codec.isEmpty() ? audio.codec() : codec + ',' + audio.codec();
    }
    String contentType = type.wireName() + "/mp4; codecs=\"" + codec + '"';
    byte[] data = InitWriter.write(video, Timeline.RATE, audio);
    return new TrackInit(type, contentType, codec, data, video, audio);
  }

  /** One for both tracks. */
  static TrackInit of(@Nullable TrackInit video, @Nullable TrackInit audio) {
    return of(video == null ? null : video.video, audio == null ? null : audio.audio);
  }
}
