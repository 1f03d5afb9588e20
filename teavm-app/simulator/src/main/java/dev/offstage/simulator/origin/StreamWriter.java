package dev.offstage.simulator.origin;

import dev.offstage.simulator.media.SegmentTag;
import dev.offstage.simulator.media.VirtualBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments that the engine takes apart itself: transport streams (ISO/IEC 13818-1) of H.264
 * and AAC, and AAC without a container (RFC 8216, section 3.4). Headers and timestamps are real;
 * what would be decoded is not.
 */
final class StreamWriter {
  private static final int PACKET_BYTES = 188;
  private static final int PAYLOAD_BYTES = 184;
  private static final int MAP_PID = 4096;
  private static final int VIDEO_PID = 256;
  private static final int AUDIO_PID = 257;
  private static final int CLOCK_HZ = 90_000;
  private static final int FRAMES_IN_PACKET = 5;
  private static final int ADTS_HEADER_BYTES = 7;

  /** Of 320x180 at 25 frames per second, and the start of a picture that can be decoded alone. */
  private static final byte[] KEY_FRAME =
      HexFormat.of()
          .parseHex(
              "0000000109f0"
                  + "00000001674d4015eca0a0cfcf80880000030008000003019078b16cb0"
                  + "0000000168ebecb2"
                  + "00000001658884");

  private static final byte[] OTHER_FRAME = HexFormat.of().parseHex("0000000109f000000001419a");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int[] counters = new int[8192];

  private StreamWriter() {}

  /** A transport stream with pictures, sound, or both. */
  static VirtualBytes stream(@Nullable SegmentTag video, @Nullable SegmentTag audio) {
    StreamWriter writer = new StreamWriter();
    writer.tables(video != null, audio != null);
    int pictures = video == null ? 0 : frames(video);
    int sounds = audio == null ? 0 : frames(audio);
    int sound = 0;
    for (int i = 0; i < pictures || sound < sounds; i++) {
      if (video != null && i < pictures) {
        writer.picture(video, i, pictures);
      }
      // Sound comes with the picture that it is heard with, or by itself.
      double untilS =
          video == null || i + 1 >= pictures
              ? Double.POSITIVE_INFINITY
              : video.startS() + (i + 1) * video.frameS();
      while (audio != null && sound < sounds && timeS(audio, sound) < untilS) {
        int count = Math.min(FRAMES_IN_PACKET, sounds - sound);
        byte[] data = adts(audio, sound, count);
        writer.packets(AUDIO_PID, pes(0xC0, timeS(audio, sound), data));
        sound += count;
      }
    }
    return VirtualBytes.of(writer.out.toByteArray());
  }

  /** Sound behind a tag that says when it starts. */
  static VirtualBytes packed(SegmentTag audio) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] owner =
        "com.apple.streaming.transportStreamTimestamp\0".getBytes(StandardCharsets.US_ASCII);
    packed.writeBytes(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, (byte) (owner.length + 18)});
    packed.writeBytes(new byte[] {'P', 'R', 'I', 'V', 0, 0, 0, (byte) (owner.length + 8), 0, 0});
    packed.writeBytes(owner);
    long ticks = ticks(audio.startS());
    for (int i = 7; i >= 0; i--) {
      packed.write((int) (ticks >> 8 * i));
    }
    packed.writeBytes(adts(audio, 0, frames(audio)));
    return VirtualBytes.of(packed.toByteArray());
  }

  private static int frames(SegmentTag tag) {
    return (int) Math.round((tag.endS() - tag.startS()) / tag.frameS());
  }

  private static double timeS(SegmentTag tag, int frame) {
    return tag.startS() + frame * tag.frameS();
  }

  private static long ticks(double timeS) {
    return Math.round(timeS * CLOCK_HZ) & (1L << 33) - 1;
  }

  private void picture(SegmentTag video, int index, int count) {
    double inGroupS = index * video.frameS() % video.gopS();
    boolean isKey = inGroupS < video.frameS() / 2 || inGroupS > video.gopS() - video.frameS() / 2;
    byte[] head = isKey ? KEY_FRAME : OTHER_FRAME;
    int size = Math.max(head.length + 8, video.sizeBytes() / count);
    byte[] data = Arrays.copyOf(head, size);
    Arrays.fill(data, head.length, size, (byte) 0x55);
    packets(VIDEO_PID, pes(0xE0, timeS(video, index), data));
  }

  /** Frames of AAC in ADTS (ISO/IEC 14496-3, section 1.A.2), 48 kHz, two channels. */
  private static byte[] adts(SegmentTag audio, int first, int count) {
    int size = ADTS_HEADER_BYTES + Math.max(8, audio.sizeBytes() / Math.max(1, frames(audio)));
    byte[] data = new byte[size * count];
    Arrays.fill(data, (byte) 0x21);
    for (int at = 0; at < data.length; at += size) {
      data[at] = (byte) 0xFF;
      data[at + 1] = (byte) 0xF1;
      data[at + 2] = 0x4C;
      data[at + 3] = (byte) (0x80 | size >> 11);
      data[at + 4] = (byte) (size >> 3);
      data[at + 5] = (byte) (size << 5 | 0x1F);
      data[at + 6] = (byte) 0xFC;
    }
    return data;
  }

  private static byte[] pes(int streamId, double timeS, byte[] data) {
    byte[] pes = new byte[14 + data.length];
    pes[2] = 1;
    pes[3] = (byte) streamId;
    int length = streamId == 0xE0 ? 0 : 8 + data.length;
    pes[4] = (byte) (length >> 8);
    pes[5] = (byte) length;
    pes[6] = (byte) 0x80;
    pes[7] = (byte) 0x80;
    pes[8] = 5;
    long ticks = ticks(timeS);
    pes[9] = (byte) (0x21 | ticks >> 29 & 14);
    pes[10] = (byte) (ticks >> 22);
    pes[11] = (byte) (ticks >> 14 | 1);
    pes[12] = (byte) (ticks >> 7);
    pes[13] = (byte) (ticks << 1 | 1);
    System.arraycopy(data, 0, pes, 14, data.length);
    return pes;
  }

  private void tables(boolean hasVideo, boolean hasAudio) {
    section(
        0, new byte[] {0, 0, 0, 0, 1, (byte) 0xC1, 0, 0, 0, 1, (byte) (0xE0 | MAP_PID >> 8), 0});
    ByteArrayOutputStream map = new ByteArrayOutputStream();
    map.writeBytes(new byte[] {2, 0, 0, 0, 1, (byte) 0xC1, 0, 0, -1, -1, (byte) 0xF0, 0});
    if (hasVideo) {
      map.writeBytes(new byte[] {0x1B, (byte) (0xE0 | VIDEO_PID >> 8), 0, (byte) 0xF0, 0});
    }
    if (hasAudio) {
      map.writeBytes(new byte[] {0x0F, (byte) (0xE0 | AUDIO_PID >> 8), 1, (byte) 0xF0, 0});
    }
    section(MAP_PID, map.toByteArray());
  }

  /** One packet with a section, to which length and checksum are added (section 2.4.4). */
  private void section(int pid, byte[] body) {
    int length = body.length - 3 + 4;
    body[1] = (byte) (0xB0 | length >> 8);
    body[2] = (byte) length;
    int crc = -1;
    for (int bit = 0; bit < body.length * 8; bit++) {
      boolean isSet = (crc >>> 31 ^ body[bit / 8] >> 7 - bit % 8 & 1) != 0;
      crc = crc << 1 ^ (isSet ? 0x04C11DB7 : 0);
    }
    byte[] payload = new byte[PAYLOAD_BYTES];
    Arrays.fill(payload, (byte) 0xFF);
    payload[0] = 0;
    System.arraycopy(body, 0, payload, 1, body.length);
    for (int i = 0; i < 4; i++) {
      payload[1 + body.length + i] = (byte) (crc >> 24 - 8 * i);
    }
    packets(pid, payload);
  }

  /** As many packets as the data takes; the last one is stuffed. */
  private void packets(int pid, byte[] data) {
    for (int at = 0; at < data.length; at += PAYLOAD_BYTES) {
      int size = Math.min(PAYLOAD_BYTES, data.length - at);
      int stuffing = PAYLOAD_BYTES - size;
      byte[] packet = new byte[PACKET_BYTES];
      packet[0] = 0x47;
      packet[1] = (byte) (pid >> 8 | (at == 0 ? 0x40 : 0));
      packet[2] = (byte) pid;
      packet[3] = (byte) ((stuffing > 0 ? 0x30 : 0x10) | counters[pid]);
      counters[pid] = counters[pid] + 1 & 15;
      if (stuffing > 0) {
        packet[4] = (byte) (stuffing - 1);
        if (stuffing > 1) {
          Arrays.fill(packet, 6, 4 + stuffing, (byte) 0xFF);
        }
      }
      System.arraycopy(data, at, packet, 4 + stuffing, size);
      out.writeBytes(packet);
    }
  }
}
