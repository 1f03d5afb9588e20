package dev.offstage.engine.mpegts;

import java.util.ArrayList;
import java.util.List;

/**
 * A programme map section (ISO/IEC 13818-1, section 2.4.4.8).
 *
 * @param program its number
 * @param streams all elementary streams, in order
 */
record ProgramMap(int program, List<ElementaryStream> streams) {
  private static final int HEADER_BYTES = 12;
  private static final int CRC_BYTES = 4;
  private static final int REGISTRATION = 0x05;
  private static final int LANGUAGE = 0x0A;
  private static final int METADATA = 0x26;
  private static final int DVB_AC3 = 0x6A;
  private static final int DVB_EAC3 = 0x7A;
  private static final int DVB_AAC = 0x7C;
  private static final int DVB_EXTENSION = 0x7F;
  private static final int OPUS_EXTENSION = 0x80;
  private static final int DEFAULT_OPUS_CHANNELS = 2;

  /** Whether any stream is one that can be played, or could be if it were not encrypted. */
  boolean hasMedia() {
    for (ElementaryStream stream : streams) {
      StreamKind kind = stream.kind();
      if (kind.isAudio() || kind.isVideo() || kind == StreamKind.SAMPLE_ENCRYPTED) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a section.
   *
   * @param section the whole of it, with the checksum, at least 16 bytes
   */
  static ProgramMap read(byte[] section) {
    List<ElementaryStream> streams = new ArrayList<>();
    int end = section.length - CRC_BYTES;
    int at = HEADER_BYTES + length12(section, 10);
    while (at + 5 <= end) {
      int pid = (section[at + 1] & 31) << 8 | section[at + 2] & 0xFF;
      int descriptors = at + 5;
      int next = Math.min(end, descriptors + length12(section, at + 3));
      streams.add(stream(pid, section[at] & 0xFF, section, descriptors, next));
      at = next;
    }
    return new ProgramMap((section[3] & 0xFF) << 8 | section[4] & 0xFF, streams);
  }

  static int length12(byte[] data, int at) {
    return (data[at] & 15) << 8 | data[at + 1] & 0xFF;
  }

  private static ElementaryStream stream(int pid, int streamType, byte[] data, int from, int to) {
    StreamKind described = StreamKind.OTHER;
    String registration = "";
    String language = "";
    int opusChannels = DEFAULT_OPUS_CHANNELS;
    for (int at = from; at + 2 <= to; at += 2 + (data[at + 1] & 0xFF)) {
      int body = at + 2;
      int end = Math.min(to, body + (data[at + 1] & 0xFF));
      switch (data[at] & 0xFF) {
        case REGISTRATION:
          registration = ascii(data, body, Math.min(end, body + 4));
          break;
        case LANGUAGE:
          language = ascii(data, body, Math.min(end, body + 3));
          break;
        case METADATA:
          if (ascii(data, body, end).contains("ID3 ")) {
            described = StreamKind.ID3;
          }
          break;
        case DVB_AC3, DVB_EAC3:
          described = StreamKind.AC3;
          break;
        case DVB_AAC:
          described = StreamKind.ADTS;
          break;
        case DVB_EXTENSION:
          if (end - body >= 2 && (data[body] & 0xFF) == OPUS_EXTENSION) {
            opusChannels = data[body + 1] & 0xFF;
          }
          break;
        default:
          break;
      }
    }
    StreamKind kind = ofType(streamType, registration, described);
    return new ElementaryStream(pid, kind, streamType, language, opusChannels);
  }

  private static StreamKind ofType(int type, String registration, StreamKind described) {
    return switch (type) {
      case 0x03, 0x04 -> StreamKind.MPEG_AUDIO;
      case 0x0F -> StreamKind.ADTS;
      case 0x11 -> StreamKind.LATM;
      case 0x15 -> StreamKind.ID3;
      case 0x1B -> StreamKind.AVC;
      case 0x24 -> StreamKind.HEVC;
      // ATSC A/53 part 3 and A/52 annex G, as cable and HLS use them.
      case 0x81, 0x87 -> StreamKind.AC3;
      // Sample encryption for HLS: H.264, AAC, AC-3, E-AC-3.
      case 0xDB, 0xCF, 0xC1, 0xC2 -> StreamKind.SAMPLE_ENCRYPTED;
      case 0x06 -> ofRegistration(registration, described);
      default -> StreamKind.OTHER;
    };
  }

  private static StreamKind ofRegistration(String registration, StreamKind described) {
    return switch (registration) {
      case "Opus" -> StreamKind.OPUS;
      case "AC-3", "EAC3" -> StreamKind.AC3;
      case "HEVC" -> StreamKind.HEVC;
      case "ID3 " -> StreamKind.ID3;
      default -> described;
    };
  }

  private static String ascii(byte[] data, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      out.append((char) (data[i] & 0x7F));
    }
    return out.toString();
  }
}
