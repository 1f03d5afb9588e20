package dev.offstage.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DataUrlsTest {
  @Test
  void base64_anyLength_isDecoded() {
    for (int length = 0; length < 40; length++) {
      byte[] bytes = new byte[length];
      new Random(length).nextBytes(bytes);
      String text = Base64.getEncoder().encodeToString(bytes);
      assertArrayEquals(bytes, DataUrls.decode("data:text/plain;base64," + text));
      String unpadded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
      assertArrayEquals(bytes, DataUrls.decode("data:;base64," + unpadded));
    }
  }

  @Test
  void escapes_areDecoded() {
    byte[] bytes = DataUrls.decode("data:,a%20%ffb%4");
    assertEquals("a \u00ffb%4", new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Test
  void whatIsMalformed_isNull() {
    assertNull(DataUrls.decode("data:text/plain"));
    assertNull(DataUrls.decode("data:;base64,a*b="));
  }

  @Test
  void otherUrls_areNone() {
    assertTrue(DataUrls.is("data:,x"));
    assertFalse(DataUrls.is("https://a.example/data:"));
  }
}
