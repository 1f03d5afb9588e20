package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.Id3;
import dev.offstage.engine.mpegts.TsDemuxer;
import dev.offstage.engine.util.BigEndian;
import org.jspecify.annotations.Nullable;

/** What kind of segment some data is the start of. Playlists do not say, and names may lie. */
public enum SegmentKind {
  /** A transport stream; for {@link TsTransmuxer}. */
  MPEG_TS,
  /** Audio frames without a container; for {@link PackedAudioTransmuxer}. */
  PACKED_AUDIO,
  /** MP4, fragmented or not. */
  MP4,
  /** WebM. */
  WEBM,
  /** WebVTT. */
  WEBVTT,
  /** None of these. */
  UNKNOWN;

  /** How many bytes {@link #of} wants at least, unless the segment is shorter. */
  public static final int PROBE_BYTES = TsDemuxer.PACKET_BYTES + 1;

  static final int AUDIO_SYNC_BYTES = 4;
  private static final int MAX_SEARCH_PACKETS = 3;

  /** The kinds of frames in packed audio. */
  enum Audio {
    ADTS,
    MPEG,
    AC3
  }

  /** Whether a {@link Transmuxer} has to make of it what SourceBuffers take. */
  public boolean isTransmuxed() {
    return this == MPEG_TS || this == PACKED_AUDIO;
  }

  /**
   * Looks at the first bytes of a segment.
   *
   * @param data holds them
   * @param to how many there are
   */
  public static SegmentKind of(byte[] data, int to) {
    if (to >= 8) {
      // Any box that may come first: ftyp, styp, moof, moov, sidx, emsg, prft, free, skip, mdat.
      switch (BigEndian.i32(data, 4)) {
        case 0x66747970,
        0x73747970,
        0x6D6F6F66,
        0x6D6F6F76,
        0x73696478,
        0x656D7367,
        0x70726674,
        0x66726565,
        0x736B6970,
        0x6D646174:
          return MP4;
        default:
          break;
      }
    }
    if (to >= 4 && BigEndian.i32(data, 0) == 0x1A45DFA3) {
      return WEBM;
    }
    if (to >= 3 && Id3.mayStart(data, 0, to)) {
      return PACKED_AUDIO;
    }
    if (isTransportStream(data, to)) {
      return MPEG_TS;
    }
    if (isWebVtt(data, to)) {
      return WEBVTT;
    }
    return audio(data, 0, to) != null ? PACKED_AUDIO : UNKNOWN;
  }

  /**
   * Looks at the first bytes of a file that may also be text: no text begins as media does.
   *
   * @param data holds them
   * @param to how many there are
   */
  public static SegmentKind ofFile(byte[] data, int to) {
    if (to > 0 && data[0] == TsDemuxer.SYNC) {
      return isTransportStream(data, to) ? MPEG_TS : UNKNOWN;
    }
    boolean isAudio = Id3.size(data, 0, to) != 0 || audio(data, 0, to) != null;
    return isAudio ? PACKED_AUDIO : UNKNOWN;
  }

  /**
   * Whether an MP4 box may begin there, known or not: they are named by small letters and digits.
   */
  public static boolean mayBeBox(byte[] data) {
    for (int i = 4; i < 8 && i < data.length; i++) {
      int c = data[i];
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == ' ')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTransportStream(byte[] data, int to) {
    int limit = Math.min(to, MAX_SEARCH_PACKETS * TsDemuxer.PACKET_BYTES);
    for (int at = 0; at < limit; at++) {
      int next = at + TsDemuxer.PACKET_BYTES;
      if (data[at] == TsDemuxer.SYNC && (next < to ? data[next] == TsDemuxer.SYNC : at == 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWebVtt(byte[] data, int to) {
    boolean hasMark = to >= 3 && data[0] == -17 && data[1] == -69 && data[2] == -65;
    int at = hasMark ? 3 : 0;
    String word = "WEBVTT";
    if (to - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (data[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** What frames begin at {@code at}, or null. */
  static @Nullable Audio audio(byte[] data, int at, int to) {
    if (to - at < 2) {
      return null;
    }
    int sync = (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
    if ((sync & 0xFFF6) == 0xFFF0) {
      return Audio.ADTS;
    }
    if ((sync & 0xFFE0) == 0xFFE0) {
      return Audio.MPEG;
    }
    return sync == 0x0B77 ? Audio.AC3 : null;
  }
}
