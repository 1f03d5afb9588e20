package dev.offstage.engine.codec;

import java.util.Arrays;

/**
 * What a decoder has to know of an audio stream beforehand.
 *
 * @param codec as MIME types name it (RFC 6381), such as {@code mp4a.40.2}
 * @param sampleEntry the type of the sample entry in MP4, four characters
 * @param sampleRate samples per second of the stream's frames, positive; decoders may double it
 * @param channels how many, positive
 * @param configType the type of the box that holds the configuration, four characters
 * @param config the body of that box; not to be changed
 */
public record AudioFormat(
    String codec,
    String sampleEntry,
    int sampleRate,
    int channels,
    String configType,
    byte[] config) {
  /** Whether a decoder that is set up for one can go on with the other. */
  public boolean isSameAs(AudioFormat other) {
    return codec.equals(other.codec)
        && sampleRate == other.sampleRate
        && channels == other.channels
        && Arrays.equals(config, other.config);
  }
}
