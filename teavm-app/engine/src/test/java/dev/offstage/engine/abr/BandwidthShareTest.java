package dev.offstage.engine.abr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BandwidthShareTest {
  private double nowMs;
  private final BandwidthShare.All all =
      new BandwidthShare.All(new BandwidthMeter(() -> nowMs), () -> nowMs);

  @Test
  void of_oneSession_isEverything() {
    assertEquals(10e6, loading(4e6).ofBps(10e6));
  }

  @Test
  void of_others_isWhatTheyLeave() {
    BandwidthShare ours = loading(1e6);
    loading(2e6);
    loading(3e6);
    assertEquals(5e6, ours.ofBps(10e6));
  }

  @Test
  void of_greedyOthers_isAnEqualPartAtTheLeast() {
    BandwidthShare ours = loading(1e6);
    loading(6e6);
    loading(6e6);
    loading(6e6);
    assertEquals(2.5e6, ours.ofBps(10e6));
  }

  @Test
  void of_othersThatLoadNothingForLong_isEverything() {
    BandwidthShare other = loading(6e6);
    BandwidthShare ours = loading(1e6);
    other.onTransferEnd();
    nowMs += 9_999;
    assertEquals(5e6, ours.ofBps(10e6));
    nowMs += 1;
    assertEquals(10e6, ours.ofBps(10e6));
    other.onTransferStart(5);
    assertEquals(5e6, ours.ofBps(10e6));
  }

  @Test
  void of_othersThatAreOver_isEverything() {
    BandwidthShare other = loading(6e6);
    BandwidthShare ours = loading(1e6);
    other.close();
    assertEquals(10e6, ours.ofBps(10e6));
    loading(2e6);
    assertEquals(8e6, ours.ofBps(10e6));
  }

  @Test
  void transfers_ofAll_areMeasuredTogether() {
    BandwidthMeter meter = new BandwidthMeter(() -> nowMs);
    BandwidthShare.All shares = new BandwidthShare.All(meter, () -> nowMs);
    BandwidthShare one = shares.open();
    BandwidthShare two = shares.open();
    one.onTransferStart(0);
    two.onTransferStart(0);
    nowMs += 1_000;
    one.onTransferBytes(500_000);
    two.onTransferBytes(500_000);
    one.onTransferEnd();
    two.onTransferEnd();
    assertEquals(8e6, meter.estimateBps(0), 1);
  }

  /** A session that is loading media of this bandwidth. */
  private BandwidthShare loading(double bps) {
    BandwidthShare share = all.open();
    share.use(bps);
    share.onTransferStart(5);
    return share;
  }
}
