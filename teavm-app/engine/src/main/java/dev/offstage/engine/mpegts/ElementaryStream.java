package dev.offstage.engine.mpegts;

import org.jspecify.annotations.Nullable;

/**
 * An elementary stream of the programme.
 *
 * @param pid of its packets
 * @param kind what it is
 * @param streamType the number that the programme map has for it
 * @param language ISO 639-2, three letters, or empty
 * @param opusChannelConfig of Opus: 0 for two separate channels, else how many
 */
public record ElementaryStream(
    int pid, StreamKind kind, int streamType, String language, int opusChannelConfig) {
  /** Whether packets of the other one go on where those of this one end. */
  public boolean isSameAs(@Nullable ElementaryStream other) {
    return other != null
        && pid == other.pid
        && streamType == other.streamType
        && kind == other.kind
        && opusChannelConfig == other.opusChannelConfig;
  }
}
