package dev.offstage.engine.mp4;

import dev.offstage.engine.codec.AudioFormat;
import dev.offstage.engine.codec.VideoFormat;
import dev.offstage.engine.util.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes init segments of one or two tracks, numbered from 1, video first (ISO/IEC 14496-12,
 * section 8; MSE ISOBMFF).
 */
public final class InitWriter {
  private static final int UNITY = 0x10000;

  private final ByteWriter out = new ByteWriter(1024);
  private final BoxWriter boxes = new BoxWriter(out);

  private InitWriter() {}

  /**
   * The init segment of a video track, an audio track, or both.
   *
   * @param videoTimescale ticks per second of its fragments; those of audio count in samples
   */
  public static byte[] write(
      @Nullable VideoFormat video, int videoTimescale, @Nullable AudioFormat audio) {
    InitWriter writer = new InitWriter();
    int tracks = (video == null ? 0 : 1) + (audio == null ? 0 : 1);
    writer.begin(tracks);
    if (video != null) {
      double shown = (double) video.width() * video.parWidth() / video.parHeight();
      int width = (int) Math.min(65535, Math.max(1, shown));
      writer.beginTrack(1, videoTimescale, "vide", width, video.height());
      writer.videoEntry(video);
      writer.endTrack();
    }
    if (audio != null) {
      writer.beginTrack(tracks, audio.sampleRate(), "soun", 0, 0);
      writer.audioEntry(audio);
      writer.endTrack();
    }
    return writer.end(tracks);
  }

  private void begin(int tracks) {
    boxes.begin("ftyp").ascii("iso6").u32(0).ascii("iso6").ascii("mp41");
    boxes.end();
    boxes.begin("moov");
    boxes.beginFull("mvhd", 0, 0).u32(0).u32(0).u32(1000).u32(0);
    out.u32(UNITY).u16(0x100).zeros(10);
    matrix();
    out.zeros(24).u32(tracks + 1);
    boxes.end();
  }

  private void beginTrack(int track, int timescale, String handler, int width, int height) {
    boolean isVideo = width > 0;
    boxes.begin("trak");
    boxes.beginFull("tkhd", 0, 7).u32(0).u32(0).u32(track).zeros(8);
    out.zeros(8).u16(0).u16(0).u16(isVideo ? 0 : 0x100).u16(0);
    matrix();
    out.u32(width << 16).u32(height << 16);
    boxes.end();
    boxes.begin("mdia");
    boxes.beginFull("mdhd", 0, 0).u32(0).u32(0).u32(timescale).u32(0).u16(0x55C4).u16(0);
    boxes.end();
    boxes.beginFull("hdlr", 0, 0).u32(0).ascii(handler).zeros(12).u8(0);
    boxes.end();
    boxes.begin("minf");
    if (isVideo) {
      boxes.beginFull("vmhd", 0, 1).zeros(8);
    } else {
      boxes.beginFull("smhd", 0, 0).zeros(4);
    }
    boxes.end();
    boxes.begin("dinf");
    boxes.beginFull("dref", 0, 0).u32(1);
    boxes.beginFull("url ", 0, 1);
    boxes.end();
    boxes.end();
    boxes.end();
    boxes.begin("stbl");
    boxes.beginFull("stsd", 0, 0).u32(1);
  }

  private void videoEntry(VideoFormat format) {
    boxes.begin(format.sampleEntry()).zeros(6).u16(1).zeros(16);
    out.u16(format.width()).u16(format.height());
    out.u32(0x480000).u32(0x480000).u32(0).u16(1).zeros(32).u16(24).u16(0xFFFF);
    config(format.configType(), format.config());
    if (format.parWidth() != format.parHeight()) {
      boxes.begin("pasp").u32(format.parWidth()).u32(format.parHeight());
      boxes.end();
    }
    boxes.end();
  }

  private void audioEntry(AudioFormat format) {
    boxes.begin(format.sampleEntry()).zeros(6).u16(1).zeros(8);
    out.u16(format.channels()).u16(16).u32(0);
    // 16.16, so that rates beyond 65535 have no place; the configuration says what counts.
    out.u16(format.sampleRate() > 65535 ? 0 : format.sampleRate()).u16(0);
    config(format.configType(), format.config());
    boxes.end();
  }

  private void config(String type, byte[] body) {
    boxes.begin(type).bytes(body, 0, body.length);
    boxes.end();
  }

  private void endTrack() {
    boxes.end();
    // No samples here: they come in fragments.
    boxes.beginFull("stts", 0, 0).u32(0);
    boxes.end();
    boxes.beginFull("stsc", 0, 0).u32(0);
    boxes.end();
    boxes.beginFull("stsz", 0, 0).u32(0).u32(0);
    boxes.end();
    boxes.beginFull("stco", 0, 0).u32(0);
    for (int open = 0; open < 5; open++) {
      boxes.end(); // stco, stbl, minf, mdia, trak
    }
  }

  private byte[] end(int tracks) {
    boxes.begin("mvex");
    for (int track = 1; track <= tracks; track++) {
      boxes.beginFull("trex", 0, 0).u32(track).u32(1).zeros(12);
      boxes.end();
    }
    boxes.end();
    boxes.end();
    return out.toArray();
  }

  private void matrix() {
    out.u32(UNITY).zeros(12).u32(UNITY).zeros(12).u32(0x40000000);
  }
}
