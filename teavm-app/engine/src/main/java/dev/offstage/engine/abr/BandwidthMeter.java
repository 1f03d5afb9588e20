package dev.offstage.engine.abr;

import dev.offstage.engine.net.TransferListener;
import dev.offstage.engine.util.Clock;

/**
 * Measures the network by all transfers together: what came while at least one was receiving.
 * Parallel transfers are thus not under-counted, and the wait for a first byte does not count as
 * slowness.
 *
 * <p>Two exponentially weighted averages, one quick and one slow; the estimate is the lower of the
 * two, so that it falls fast and rises with care.
 */
public final class BandwidthMeter implements TransferListener {
  /** Samples of fewer bytes say more about latency than about bandwidth. */
  private static final int SMALLEST_SAMPLE_BYTES = 16 * 1024;

  private static final double SHORTEST_SAMPLE_MS = 2;

  private final Clock clock;
  private final Ewma fast = new Ewma(2_000);
  private final Ewma slow = new Ewma(8_000);
  private int receiving;
  private double sampleStartMs;
  private double sampleBytes;

  public BandwidthMeter(Clock clock) {
    this.clock = clock;
  }

  /** Bits per second, or {@code ifUnknownBps} until enough has been measured. */
  public double estimateBps(double ifUnknownBps) {
    if (fast.weight() == 0) {
      return ifUnknownBps;
    }
    return Math.min(fast.average(), slow.average());
  }

  @Override
  public void onTransferStart() {
    if (receiving++ == 0) {
      sampleStartMs = clock.nowMs();
      sampleBytes = 0;
    }
  }

  @Override
  public void onTransferBytes(int bytes) {
    sampleBytes += bytes;
  }

  @Override
  public void onTransferEnd() {
    receiving--;
    double now = clock.nowMs();
    double durationMs = now - sampleStartMs;
    if (sampleBytes >= SMALLEST_SAMPLE_BYTES && durationMs >= SHORTEST_SAMPLE_MS) {
      double bps = sampleBytes * 8_000 / durationMs;
      fast.add(durationMs, bps);
      slow.add(durationMs, bps);
      sampleStartMs = now;
      sampleBytes = 0;
    }
  }
}
