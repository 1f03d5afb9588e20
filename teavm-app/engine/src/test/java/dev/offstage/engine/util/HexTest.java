package dev.offstage.engine.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HexTest {
  @Test
  void digit_ofEitherCase_isItsValue() {
    for (char c = 0; c < 0x80; c++) {
      assertEquals(Character.digit(c, 16), Hex.digit(c), "character " + (int) c);
    }
  }

  @Test
  void digit_ofAnotherScript_isNone() {
    assertEquals(-1, Hex.digit('\u0663'));
    assertEquals(-1, Hex.digit('\uFF11'));
  }

  @Test
  void ofByte_ofAnyByte_hasTwoDigits() {
    for (int value = 0; value < 256; value++) {
      assertEquals(String.format("%02x", value), Hex.ofByte(value));
    }
  }

  @Test
  void shortest_ofAnyNumber_isWhatTheJdkPrints() {
    assertEquals("0", Hex.shortest(0));
    assertEquals("FFFFFFFF", Hex.shortest(-1));
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      int value = random.nextInt() >>> random.nextInt(32);
      assertEquals(String.format("%X", value), Hex.shortest(value));
    }
  }

  @Test
  void lowerCase_ofMixedText_changesAsciiLettersAlone() {
    assertEquals("zh-hant-ÄÖ@[`{", Ascii.lowerCase("Zh-HANT-ÄÖ@[`{"));
  }
}
