package dev.offstage.e2e.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void quartiles_betweenValues_areInterpolated() {
    assertEquals(new Summary(4, 1, 1.75, 2.5, 3.25, 4), Summary.of(List.of(4.0, 1.0, 3.0, 2.0)));
  }

  @Test
  void summary_ofOneValue_isThatValue() {
    assertEquals(new Summary(1, 7, 7, 7, 7, 7), Summary.of(List.of(7.0)));
  }

  @Test
  void summary_ofNothing_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Summary.of(List.of()));
  }
}
