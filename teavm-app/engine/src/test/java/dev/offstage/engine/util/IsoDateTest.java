package dev.offstage.engine.util;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDateTest {
  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "1970-01-01, 0",
    "1970-01-01T00:00, 0",
    "2010-02-19T14:54:23.031+08:00, 1266562463031",
    "2010-02-19T14:54:23.031+0800, 1266562463031",
    "2010-02-19T14:54:23.031+08, 1266562463031",
    "2010-02-19 06:54:23.031, 1266562463031",
    "1969-12-31T23:59:59.5-00:00, -500"
  })
  void moment_isRead(String text, double ms) {
    assertEquals(ms, IsoDate.ms(text), 1e-3);
  }

  @Test
  void everyDay_isTheCalendars() {
    OffsetDateTime day = OffsetDateTime.of(1890, 1, 1, 12, 30, 0, 0, ZoneOffset.ofHours(-3));
    for (int i = 0; i < 130_000; i++) {
      assertEquals(day.toInstant().toEpochMilli(), IsoDate.ms(day.toString()), day.toString());
      day = day.plusDays(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2010",
        "2010-13-01T00:00:00Z",
        "2010-01-00T00:00:00Z",
        "2010-01-01T25:00:00Z",
        "2010-01-01T00:60:00Z",
        "2010-01-01T00:00:00ZZ",
        "2010-01-01T00:00:00 +1"
      })
  void otherText_isNaN(String text) {
    assertTrue(Double.isNaN(IsoDate.ms(text)), text);
  }
}
