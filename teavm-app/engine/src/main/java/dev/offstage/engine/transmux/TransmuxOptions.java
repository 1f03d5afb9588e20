package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.AdtsFramer;

/**
 * What a transmuxer has to know from elsewhere.
 *
 * @param sbr whether AAC in ADTS has SBR, as codec strings say: {@code mp4a.40.5} and {@code
 *     mp4a.40.29} have, {@code mp4a.40.2} has not
 * @param rawMpegAudio whether MPEG audio is to stay as it is, as {@code audio/mpeg}, for browsers
 *     that do not take it in MP4: Chromium does not, Firefox does
 * @param tracks which tracks are wanted, and how
 */
public record TransmuxOptions(AdtsFramer.Sbr sbr, boolean rawMpegAudio, Tracks tracks) {
  /** Which tracks are wanted. */
  public enum Tracks {
    /** Video and audio, each with init segments of its own. */
    APART,
    /** Video and audio for one SourceBuffer: one init segment has both. */
    TOGETHER,
    /** Video alone. */
    VIDEO,
    /** Audio alone. */
    AUDIO
  }

  /** Nothing is known, and all goes into MP4, each track for itself. */
  public static final TransmuxOptions DEFAULT =
      new TransmuxOptions(AdtsFramer.Sbr.BY_SAMPLE_RATE, false, Tracks.APART);
}
