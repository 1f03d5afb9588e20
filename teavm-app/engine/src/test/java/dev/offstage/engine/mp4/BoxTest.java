package dev.offstage.engine.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.offstage.engine.error.ParserException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoxTest {
  private static final int FREE = 0x66726565;

  @Test
  void read_sizeOf32Bits_isUnsigned() {
    byte[] data = ByteBuffer.allocate(9).put((byte) 9).putInt(0xFFFFFFFF).putInt(FREE).array();
    Box box = Box.read(data, 1);
    assertEquals(new Box(FREE, 1, 9, 4294967296.0), box);
    assertEquals("free", box.typeName());
  }

  @Test
  void read_sizeOf64Bits_isExact() {
    byte[] data = ByteBuffer.allocate(16).putInt(1).putInt(FREE).putLong((1L << 53) - 1).array();
    assertEquals(new Box(FREE, 0, 16, 9007199254740991.0), Box.read(data, 0));
  }

  @Test
  void read_size0_lastsToTheEnd() {
    byte[] data = ByteBuffer.allocate(8).putInt(0).putInt(FREE).array();
    assertEquals(new Box(FREE, 0, 8, Double.POSITIVE_INFINITY), Box.read(data, 0));
  }

  @Test
  void read_uuid_hasALongerHeader() {
    byte[] data = ByteBuffer.allocate(24).putInt(30).putInt(Box.UUID).array();
    assertEquals(new Box(Box.UUID, 0, 24, 30), Box.read(data, 0));
  }

  @Test
  void read_headerCutOff_isNull() {
    byte[] wide = ByteBuffer.allocate(16).putInt(1).putInt(FREE).putLong(16).array();
    byte[] uuid = ByteBuffer.allocate(23).putInt(30).putInt(Box.UUID).array();
    for (int length = 0; length < 16; length++) {
      assertNull(Box.read(Arrays.copyOf(wide, length), 0));
    }
    assertNull(Box.read(uuid, 0));
    assertNull(Box.read(wide, 16));
  }

  @Test
  void read_smallerThanItsHeader_fails() {
    byte[] small = ByteBuffer.allocate(8).putInt(7).putInt(FREE).array();
    assertThrows(ParserException.class, () -> Box.read(small, 0));
    byte[] wide = ByteBuffer.allocate(16).putInt(1).putInt(FREE).putLong(15).array();
    assertThrows(ParserException.class, () -> Box.read(wide, 0));
  }
}
