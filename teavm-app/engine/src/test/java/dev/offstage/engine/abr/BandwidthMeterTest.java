package dev.offstage.engine.abr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.testing.ManualTime;
import org.junit.jupiter.api.Test;

class BandwidthMeterTest {
  /** 1 Mbit/s. */
  private static final int BYTES_PER_MS = 125;

  private final ManualTime time = new ManualTime();
  private final BandwidthMeter meter = new BandwidthMeter(time);

  @Test
  void nothingMeasured_isWhatItIsTold() {
    assertEquals(777, meter.estimateBps(777));
  }

  @Test
  void oneTransfer_isMeasuredExactly() {
    transfer(1_000, BYTES_PER_MS);
    assertEquals(1_000_000, meter.estimateBps(0), 1);
  }

  @Test
  void waitForTheFirstByte_doesNotCount() {
    for (int i = 0; i < 10; i++) {
      time.pass(700); // the request is on its way: nothing has begun to arrive
      transfer(300, BYTES_PER_MS);
    }
    assertEquals(1_000_000, meter.estimateBps(0), 1);
  }

  @Test
  void parallelTransfers_areCountedTogether() {
    meter.onTransferStart(20);
    meter.onTransferStart(20);
    for (int i = 0; i < 100; i++) {
      time.pass(10);
      meter.onTransferBytes(5 * BYTES_PER_MS);
      meter.onTransferBytes(5 * BYTES_PER_MS);
    }
    meter.onTransferEnd();
    meter.onTransferEnd();
    assertEquals(1_000_000, meter.estimateBps(0), 1);
  }

  @Test
  void overlappingTransfers_areCountedTogether() {
    meter.onTransferStart(20);
    pass(500, BYTES_PER_MS);
    meter.onTransferStart(20);
    pass(500, BYTES_PER_MS);
    meter.onTransferEnd();
    pass(500, BYTES_PER_MS);
    meter.onTransferEnd();
    assertEquals(1_000_000, meter.estimateBps(0), 1);
  }

  @Test
  void tinyTransfers_sayNothing() {
    for (int i = 0; i < 20; i++) {
      transfer(1, 1_000);
    }
    assertEquals(5, meter.estimateBps(5));
  }

  @Test
  void bytesThatCameAtOnce_sayNothing() {
    meter.onTransferStart(20);
    meter.onTransferBytes(1_000_000); // out of the browser's cache
    meter.onTransferEnd();
    assertEquals(5, meter.estimateBps(5));
  }

  @Test
  void lineThatFallsDuringALongTransfer_isMeasuredAsItIsNow() {
    meter.onTransferStart(20);
    for (int i = 0; i < 30; i++) {
      pass(100, 4 * BYTES_PER_MS);
    }
    for (int i = 0; i < 40; i++) {
      pass(100, BYTES_PER_MS);
    }
    double[] recentBps = meter.recentBps();
    assertEquals(1_000_000, recentBps[0], 1);
    assertEquals(4_000_000, recentBps[recentBps.length - 1], 1);
  }

  @Test
  void fall_isFollowedFasterThanRise() {
    for (int i = 0; i < 20; i++) {
      transfer(1_000, 4 * BYTES_PER_MS);
    }
    for (int i = 0; i < 3; i++) {
      transfer(1_000, BYTES_PER_MS);
    }
    double fallen = meter.estimateBps(0);
    assertTrue(fallen < 2_500_000, "" + fallen);
    for (int i = 0; i < 20; i++) {
      transfer(1_000, BYTES_PER_MS);
    }
    for (int i = 0; i < 3; i++) {
      transfer(1_000, 4 * BYTES_PER_MS);
    }
    double risen = meter.estimateBps(0);
    assertTrue(risen < 2_000_000, "" + risen);
    assertTrue(risen > 1_000_000, "" + risen);
  }

  private void transfer(int durationMs, int bytesPerMs) {
    meter.onTransferStart(20);
    pass(durationMs, bytesPerMs);
    meter.onTransferEnd();
  }

  private void pass(int durationMs, int bytesPerMs) {
    time.pass(durationMs);
    meter.onTransferBytes(durationMs * bytesPerMs);
  }
}
