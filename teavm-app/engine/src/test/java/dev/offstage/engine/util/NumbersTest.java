package dev.offstage.engine.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @Test
  void integer_upTo2To53_isExactBothWays() {
    Random random = new Random(53);
    for (int i = 0; i < 10_000; i++) {
      long value = random.nextLong() >>> 11 + random.nextInt(52);
      assertEquals((double) value, Numbers.integer(Long.toString(value)));
      assertEquals(Long.toString(value), Numbers.print(value));
    }
    assertEquals(9007199254740992.0, Numbers.integer("9007199254740992"));
    assertEquals("9007199254740992", Numbers.print(9007199254740992.0));
    assertEquals("1000000000", Numbers.print(1e9));
    assertEquals("999999999", Numbers.print(999999999));
    assertEquals("0", Numbers.print(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "+",
        "1.5",
        "1e3",
        "0x10",
        "1 2",
        "9007199254740993000",
        "NaN",
        "--1"
      })
  void integer_anythingElse_isNaN(String text) {
    assertEquals(Double.NaN, Numbers.integer(text));
  }

  @Test
  void integer_signAndSpaces_areUnderstood() {
    assertEquals(-1, Numbers.integer("-1"));
    assertEquals(12, Numbers.integer(" +12\n"));
  }

  @Test
  void decimal_upTo15Digits_isTheNearestDouble() {
    Random random = new Random(15);
    for (int i = 0; i < 10_000; i++) {
      String text = random.nextInt(1_000_000) + "." + random.nextInt(1_000_000_000);
      assertEquals(Double.parseDouble(text), Numbers.decimal(text), text);
    }
    assertEquals(-0.5, Numbers.decimal("-.5"));
    assertEquals(3, Numbers.decimal("3."));
    assertEquals(0.1, Numbers.decimal("0.1000000000000000055511151231257827"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.2.3", "1,5", "1e3", "INF", "-"})
  void decimal_anythingElse_isNaN(String text) {
    assertEquals(Double.NaN, Numbers.decimal(text));
  }

  @Test
  void ratio_framerates_areDivided() {
    assertEquals(30000.0 / 1001, Numbers.ratio("30000/1001"));
    assertEquals(25, Numbers.ratio("25"));
    assertEquals(23.976, Numbers.ratio("23.976"));
    assertEquals(Double.NaN, Numbers.ratio("25/0"));
    assertEquals(Double.NaN, Numbers.ratio("0/0"));
    assertEquals(Double.NaN, Numbers.ratio("25/"));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0",
    "PT1H2M3.4S, 3723.4",
    "PT12.345S, 12.345",
    "PT634.566S, 634.566",
    "PT0.1S, 0.1",
    "PT.5S, 0.5",
    "P1DT1S, 86401",
    "P1Y2M3DT4H5M6S, 36993906",
    "P2W, 1209600",
    "P0Y0M0DT0H3M30.000S, 210",
    "PT52.208333333333336S, 52.208333333333336",
    "' PT2S ', 2",
    "-PT2S, -2"
  })
  void duration_iso8601_isSeconds(String text, double seconds) {
    assertEquals(seconds, Numbers.durationS(text), 1e-9);
  }

  @Test
  void duration_withFraction_isRoundedOnce() {
    Random random = new Random(8601);
    for (int i = 0; i < 10_000; i++) {
      int hours = random.nextInt(100);
      String seconds = random.nextInt(60) + "." + (1 + random.nextInt(999_999));
      double expected = Double.parseDouble(seconds) + hours * 3600.0;
      assertEquals(expected, Numbers.durationS("PT" + hours + "H" + seconds + "S"), 1e-9);
    }
    assertEquals(3723.4, Numbers.durationS("PT1H2M3.4S"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "P", "PT", "T1S", "PT1", "P1H", "PT1D", "PT1.5H", "PTS", "1S", "PT1X"})
  void duration_anythingElse_isNaN(String text) {
    assertEquals(Double.NaN, Numbers.durationS(text));
  }
}
