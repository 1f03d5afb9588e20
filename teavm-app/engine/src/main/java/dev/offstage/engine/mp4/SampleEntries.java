package dev.offstage.engine.mp4;

import dev.offstage.engine.codec.Codecs;
import dev.offstage.engine.util.Hex;

/**
 * Names the codec of a sample entry as {@code codecs} parameters do (RFC 6381; codecs' own specs).
 */
final class SampleEntries {
  private static final int AVC1 = 0x61766331;
  private static final int AVC3 = 0x61766333;
  private static final int AVCC = 0x61766343;
  private static final int HVC1 = 0x68766331;
  private static final int HEV1 = 0x68657631;
  private static final int HVCC = 0x68766343;
  private static final int MP4A = 0x6D703461;
  private static final int ESDS = 0x65736473;
  private static final int AV01 = 0x61763031;
  private static final int AV1C = 0x61763143;
  private static final int VP09 = 0x76703039;
  private static final int VPCC = 0x76706343;
  private static final int AC_3 = 0x61632D33;
  private static final int EC_3 = 0x65632D33;
  private static final int OPUS = 0x4F707573;
  private static final int FLAC = 0x664C6143;

  /** What a VisualSampleEntry has in front of its boxes (ISO/IEC 14496-12, section 12.1.3). */
  private static final int VISUAL_BYTES = 78;

  /** What an AudioSampleEntry has in front of its boxes (section 12.2.3). */
  private static final int AUDIO_BYTES = 28;

  private SampleEntries() {}

  /** The codec of the entry that the cursor stands at; empty where it is not known. */
  static String codec(Boxes.Cursor entry) {
    return switch (entry.type()) {
      case AVC1 -> avc("avc1", find(entry, VISUAL_BYTES, AVCC));
      case AVC3 -> avc("avc3", find(entry, VISUAL_BYTES, AVCC));
      case HVC1 -> hevc("hvc1", find(entry, VISUAL_BYTES, HVCC));
      case HEV1 -> hevc("hev1", find(entry, VISUAL_BYTES, HVCC));
      case AV01 -> av1(find(entry, VISUAL_BYTES, AV1C));
      case VP09 -> vp9(find(entry, VISUAL_BYTES, VPCC));
      case MP4A -> mp4a(find(entry, AUDIO_BYTES, ESDS));
      case AC_3 -> "ac-3";
      case EC_3 -> "ec-3";
      case OPUS -> "opus";
      case FLAC -> "flac";
      default -> "";
    };
  }

  /** A cursor at the first box of a type, or behind all. */
  private static Boxes.Cursor find(Boxes.Cursor entry, int skippedBytes, int type) {
    Boxes.Cursor inner = entry.children(skippedBytes);
    while (inner.next()) {
      if (inner.type() == type) {
        return inner;
      }
    }
    return Boxes.in(new byte[0], 0, 0);
  }

  /** ISO/IEC 14496-15, section 5.3.3.1: profile, constraints, level. */
  private static String avc(String type, Boxes.Cursor config) {
    return config.bodyBytes() < 4
        ? ""
        : type
            + '.'
            + Hex.ofByte(config.u8(1))
            + Hex.ofByte(config.u8(2))
            + Hex.ofByte(config.u8(3));
  }

  /** ISO/IEC 14496-15, section 8.3.3.1 and annex E.3. */
  private static String hevc(String type, Boxes.Cursor config) {
    if (config.bodyBytes() < 13) {
      return "";
    }
    int profile = config.u8(1);
    StringBuilder name = new StringBuilder(type).append('.');
    name.append(profile >> 6 == 0 ? "" : "" + (char) ('@' + (profile >> 6))).append(profile & 31);
    int compatibility = 0;
    for (int i = 0; i < 32; i++) {
      compatibility |= (config.u8(2 + i / 8) >> (7 - i % 8) & 1) << i;
    }
    name.append('.').append(Hex.shortest(compatibility));
    name.append((profile & 32) == 0 ? ".L" : ".H").append(config.u8(12));
    int last = 11;
    while (last > 6 && config.u8(last) == 0) {
      last--;
    }
    for (int i = 6; i <= last; i++) {
      name.append('.').append(Hex.shortest(config.u8(i)));
    }
    return name.toString();
  }

  private static String av1(Boxes.Cursor config) {
    if (config.bodyBytes() < 3) {
      return "";
    }
    return Codecs.av1(config.u8(1), config.u8(2));
  }

  /** VP Codec ISO Media File Format Binding, section 2. */
  private static String vp9(Boxes.Cursor config) {
    return config.bodyBytes() < 7
        ? ""
        : "vp09." + two(config.u8(4)) + '.' + two(config.u8(5)) + '.' + two(config.u8(6) >> 4);
  }

  /** ISO/IEC 14496-1, section 7.2.6: object type, and of MPEG-4 audio the audio object type. */
  private static String mp4a(Boxes.Cursor esds) {
    int at = 4;
    if (esds.u8(at) == 3) {
      at = behindLength(esds, at + 1);
      int flags = esds.u8(at + 2);
      at += 3;
      at += (flags & 0x80) != 0 ? 2 : 0;
      at += (flags & 0x40) != 0 ? 1 + Math.max(0, esds.u8(at)) : 0;
      at += (flags & 0x20) != 0 ? 2 : 0;
    }
    if (esds.u8(at) != 4) {
      return "";
    }
    at = behindLength(esds, at + 1);
    int objectType = esds.u8(at);
    if (objectType != 0x40) {
      return objectType < 0 ? "" : "mp4a." + Hex.ofByte(objectType);
    }
    at += 13;
    if (esds.u8(at) != 5) {
      return "mp4a.40.2";
    }
    at = behindLength(esds, at + 1);
    int first = esds.u8(at);
    int audioObject = first >> 3;
    if (audioObject == 31) {
      audioObject = 32 + ((first & 7) << 3 | esds.u8(at + 1) >> 5 & 7);
    }
    return first < 0 ? "mp4a.40.2" : "mp4a.40." + audioObject;
  }

  private static int behindLength(Boxes.Cursor esds, int at) {
    int end = at;
    while (end < at + 3 && (esds.u8(end) & 0x80) != 0 && esds.u8(end) >= 0) {
      end++;
    }
    return end + 1;
  }

  private static String two(int value) {
    return (value < 10 ? "0" : "") + value;
  }
}
