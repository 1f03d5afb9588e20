package dev.offstage.engine.mpegts;

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
    int pid, StreamKind kind, int streamType, String language, int opusChannelConfig) {}
