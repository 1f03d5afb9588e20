package dev.offstage.engine.transmux;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes ID3 tags of version 2.4. */
final class Id3Tags {
  private Id3Tags() {}

  static byte[] tag(byte[]... frames) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      body.writeBytes(frame);
    }
    ByteArrayOutputStream tag = new ByteArrayOutputStream();
    tag.writeBytes(new byte[] {'I', 'D', '3', 4, 0, 0});
    tag.writeBytes(synchsafe(body.size()));
    tag.writeBytes(body.toByteArray());
    return tag.toByteArray();
  }

  static byte[] frame(String id, String content) {
    return frame(id, content.getBytes(StandardCharsets.ISO_8859_1));
  }

  static byte[] frame(String id, byte[] content) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
    frame.writeBytes(synchsafe(content.length));
    frame.writeBytes(new byte[2]);
    frame.writeBytes(content);
    return frame.toByteArray();
  }

  /** The frame that says when packed audio starts. */
  static byte[] timestamp(long ticks) {
    String owner = "com.apple.streaming.transportStreamTimestamp\0";
    byte[] content = new byte[owner.length() + 8];
    for (int i = 0; i < owner.length(); i++) {
      content[i] = (byte) owner.charAt(i);
    }
    for (int i = 0; i < 8; i++) {
      content[owner.length() + i] = (byte) (ticks >> 56 - 8 * i);
    }
    return frame("PRIV", content);
  }

  private static byte[] synchsafe(int size) {
    return new byte[] {
      (byte) (size >> 21 & 127),
      (byte) (size >> 14 & 127),
      (byte) (size >> 7 & 127),
      (byte) (size & 127)
    };
  }
}
