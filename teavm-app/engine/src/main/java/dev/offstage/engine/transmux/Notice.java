package dev.offstage.engine.transmux;

/**
 * Something about the media is not as it should be; what can be played is played all the same.
 *
 * @param kind what
 * @param count how many packets, frames or bytes it concerns
 */
public record Notice(Kind kind, int count) implements Transmuxed {
  /** What may be wrong. */
  public enum Kind {
    /** Transport packets are missing. */
    PACKETS_LOST,
    /** Bytes lay between packets, or between the frames of packed audio. */
    BYTES_SKIPPED,
    /** Pictures before the first key frame were dropped. */
    PICTURES_BEFORE_KEY,
    /** Pictures that lost data were dropped. */
    PICTURES_DAMAGED,
    /** Frames of silence were put where the audio's timestamps leave a gap. */
    SILENCE_INSERTED,
    /** Audio frames were dropped that overlap what came before them. */
    AUDIO_OVERLAPPING,
    /** The timestamps leap. */
    TIME_LEAP,
    /** Frames were dropped because their format is unknown or not supported. */
    FORMAT_UNSUPPORTED,
    /** Packets or samples are encrypted. */
    ENCRYPTED
  }
}
