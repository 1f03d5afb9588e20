package dev.offstage.engine.mp4;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.util.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventMessagesTest {
  private static final String ID3 = "https://aomedia.org/emsg/ID3";
  private static final byte[] TAG = "ID3 something".getBytes(US_ASCII);

  private static byte[] box(String type, byte[] body) {
    return new ByteWriter().u32(8 + body.length).ascii(type).bytes(body, 0, body.length).toArray();
  }

  private static byte[] onTheTimeline(String scheme, int timescale, double ticks) {
    ByteWriter body = new ByteWriter().u32(1 << 24).u32(timescale).u64(ticks).u32(0).u32(7);
    return box("emsg", body.ascii(scheme).u8(0).u8(0).bytes(TAG, 0, TAG.length).toArray());
  }

  private static byte[] fromTheStart(String scheme, int timescale, int ticks) {
    ByteWriter body = new ByteWriter().u32(0).ascii(scheme).u8(0).ascii("v").u8(0);
    body.u32(timescale).u32(ticks).u32(0).u32(7).bytes(TAG, 0, TAG.length);
    return box("emsg", body.toArray());
  }

  private static byte[] longBox(String type, byte[] body) {
    ByteWriter out = new ByteWriter().u32(1).ascii(type).u64(16 + body.length);
    return out.bytes(body, 0, body.length).toArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteWriter all = new ByteWriter();
    for (byte[] part : parts) {
      all.bytes(part, 0, part.length);
    }
    return all.toArray();
  }

  private static List<EventMessage> read(byte[] segment, int pieceBytes) {
    EventMessages messages = new EventMessages();
    List<EventMessage> found = new ArrayList<>();
    for (int at = 0; at < segment.length; at += pieceBytes) {
      int end = Math.min(segment.length, at + pieceBytes);
      found.addAll(messages.take(new ArrayBytes(Arrays.copyOfRange(segment, at, end))));
    }
    return found;
  }

  @Test
  void messages_betweenOtherBoxes_areFound_howeverTheSegmentIsCut() {
    byte[] segment =
        join(
            box("styp", new byte[4]),
            onTheTimeline(ID3, 90_000, 1e15),
            box("free", new byte[0]),
            fromTheStart("urn:other", 1_000, 1_500),
            box("moof", new byte[100]),
            longBox("mdat", onTheTimeline(ID3, 1, 5)),
            onTheTimeline(ID3, 1_000, 2_250),
            box("moof", new byte[9]),
            box("mdat", new byte[300]));
    for (int pieceBytes : new int[] {1, 7, 8, 16, 33, 100, segment.length}) {
      List<EventMessage> found = read(segment, pieceBytes);
      assertEquals(3, found.size(), "pieces of " + pieceBytes);
      assertEquals(1e15 / 90_000, found.get(0).timeS());
      assertFalse(found.get(0).isRelative());
      assertTrue(found.get(0).isId3());
      assertArrayEquals(TAG, found.get(0).data());
      assertEquals(1.5, found.get(1).timeS());
      assertTrue(found.get(1).isRelative());
      assertEquals("urn:other", found.get(1).scheme());
      assertFalse(found.get(1).isId3());
      assertArrayEquals(TAG, found.get(1).data());
      assertEquals(2.25, found.get(2).timeS());
    }
  }

  @Test
  void segment_isNotCopiedOut_butForHeadersAndMessages() {
    byte[] segment = join(onTheTimeline(ID3, 1, 1), box("moof", new byte[900]), box("mdat", TAG));
    int[] copied = {0};
    Bytes counting =
        new Bytes() {
          @Override
          public int sizeBytes() {
            return segment.length;
          }

          @Override
          public byte[] copy(int from, int to) {
            copied[0] += to - from;
            return Arrays.copyOfRange(segment, from, to);
          }

          @Override
          public Bytes slice(int from, int to) {
            throw new UnsupportedOperationException();
          }
        };
    assertEquals(1, new EventMessages().take(counting).size());
    assertTrue(copied[0] < 150, copied[0] + " bytes");
  }

  @Test
  void message_cutOffOrDamaged_isPassedOver() {
    byte[] whole = join(fromTheStart(ID3, 1_000, 1), onTheTimeline(ID3, 90_000, 9));
    for (int length = 0; length < whole.length; length++) {
      for (EventMessage message : read(Arrays.copyOf(whole, length), 11)) {
        assertArrayEquals(TAG, message.data());
      }
    }
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      for (EventMessage message : read(damaged, 50)) {
        assertTrue(message.timeS() >= 0 && message.timeS() < Double.POSITIVE_INFINITY);
      }
    }
    assertEquals(List.of(), read(onTheTimeline(ID3, 0, 9), 50));
    assertEquals(List.of(), read(box("emsg", new byte[0]), 50));
  }

  @Test
  void boxToTheEnd_andGarbage_endTheSearch() {
    byte[] endless = new ByteWriter().u32(0).ascii("mdat").toArray();
    byte[] tooShort = new ByteWriter().u32(3).ascii("free").toArray();
    for (byte[] last : List.of(endless, tooShort)) {
      byte[] segment = join(onTheTimeline(ID3, 1, 1), last, onTheTimeline(ID3, 1, 2));
      assertEquals(1, read(segment, 1_000).size());
    }
  }
}
