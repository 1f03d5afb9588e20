package dev.offstage.engine.player;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StallMeterTest {
  private final StallMeter meter = new StallMeter();

  @Test
  void halt_countsOnceAndInFull() {
    for (double now = 0; now <= 2_000; now += 250) {
      meter.look(now, true);
    }
    meter.look(2_250, false);
    assertEquals(1, meter.count());
    assertEquals(2, meter.totalS(), 1e-9);
  }

  @Test
  void haltUnderWay_countsSoFar() {
    meter.look(0, true);
    meter.look(600, true);
    assertEquals(1, meter.count());
    assertEquals(0.6, meter.totalS(), 1e-9);
  }

  @Test
  void shortHalt_isNone() {
    meter.look(0, true);
    meter.look(200, true);
    meter.look(210, false);
    assertEquals(0, meter.count());
    assertEquals(0, meter.totalS());
  }

  @Test
  void secondHalt_countsAnew() {
    meter.look(0, true);
    meter.look(500, true);
    meter.look(600, false);
    meter.look(1_000, true);
    meter.look(1_400, true);
    assertEquals(2, meter.count());
    assertEquals(0.9, meter.totalS(), 1e-9);
  }
}
