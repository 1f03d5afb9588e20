package dev.offstage.engine.presentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a Representation is encoded. Zero stands for what the manifest does not say.
 *
 * @param mimeType container, such as {@code video/mp4}
 * @param codecs RFC 6381, or null
 * @param width in pixels
 * @param height in pixels
 * @param frameRate frames per second
 * @param audioSamplingRateHz samples per second
 * @param audioChannels how many
 */
public record Format(
    String mimeType,
    @Nullable String codecs,
    int width,
    int height,
    double frameRate,
    int audioSamplingRateHz,
    int audioChannels) {

  /** MP3 in the two forms of which a browser knows one or the other: as it is, and in MP4. */
  public static List<Format> mp3(int audioSamplingRateHz, int audioChannels) {
    return List.of(
        new Format("audio/mpeg", null, 0, 0, 0, audioSamplingRateHz, audioChannels),
        new Format("audio/mp4", "mp3", 0, 0, 0, audioSamplingRateHz, audioChannels));
  }

  /** The type as {@code MediaSource.isTypeSupported} wants it. */
  public String contentType() {
    return codecs == null ? mimeType : mimeType + "; codecs=\"" + codecs + '"';
  }
}
