package dev.offstage.engine.util;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void decode_everyCodePoint_isWhatTheJdkReads() {
    byte[] encoded = new byte[4];
    for (int code = 0; code <= Character.MAX_CODE_POINT; code++) {
      if (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE) {
        int length = Utf8.encode(code, encoded, 0);
        String expected = Character.toString(code);
        assertEquals(expected, Utf8.decode(encoded, 0, length));
        assertEquals(expected, new String(encoded, 0, length, UTF_8));
      }
    }
  }

  @Test
  void decode_surrogates_areReplacedByteByByte() {
    // As the Encoding standard has it; the JDK makes fewer replacements of these.
    byte[] data = {(byte) 0xED, (byte) 0xA0, (byte) 0x80, 'x'};
    assertEquals("\uFFFD\uFFFD\uFFFDx", Utf8.decode(data, 0, 4));
  }

  @Test
  void decode_randomBytes_replacesAsTheJdkDoes() {
    Random random = new Random(8);
    int[] likely = {0x41, 0x80, 0x90, 0xA0, 0xBF, 0xC1, 0xC3, 0xE0, 0xE2, 0xF0, 0xF4, 0xF5};
    for (int i = 0; i < 20_000; i++) {
      byte[] data = new byte[random.nextInt(12)];
      for (int j = 0; j < data.length; j++) {
        data[j] = (byte) likely[random.nextInt(likely.length)];
      }
      assertEquals(
          new String(data, UTF_8), Utf8.decode(data, 0, data.length), Arrays.toString(data));
    }
  }
}
