package dev.offstage.engine.mpegts;

/** What an elementary stream is. */
public enum StreamKind {
  /** H.264 video. */
  AVC,
  /** H.265 video. */
  HEVC,
  /** AAC in ADTS. */
  ADTS,
  /** AAC in LATM. */
  LATM,
  /** MPEG audio, layers 1 to 3. */
  MPEG_AUDIO,
  /** AC-3 or E-AC-3; the frames themselves say which. */
  AC3,
  /** Opus. */
  OPUS,
  /** ID3 tags. */
  ID3,
  /** Encrypted sample by sample (SAMPLE-AES). */
  SAMPLE_ENCRYPTED,
  /** Anything else. */
  OTHER;

  /** Whether it is video. */
  public boolean isVideo() {
    return this == AVC || this == HEVC;
  }

  /** Whether it is audio. */
  public boolean isAudio() {
    return ordinal() >= ADTS.ordinal() && ordinal() <= OPUS.ordinal();
  }
}
