package dev.offstage.engine.abr;

import dev.offstage.engine.net.TransferListener;
import dev.offstage.engine.util.Clock;

/**
 * Measures the network by all transfers together: what came while at least one was receiving.
 * Parallel transfers are thus not under-counted, and the wait for a first byte does not count as
 * slowness: it is measured apart.
 *
 * <p>Two exponentially weighted averages, one quick and one slow; the estimate is the lower of the
 * two, so that it falls fast and rises with care. For the latency it is the higher.
 */
public final class BandwidthMeter implements TransferListener {
  /** Samples of fewer bytes say more about latency than about bandwidth. */
  private static final int SMALLEST_SAMPLE_BYTES = 16 * 1024;

  private static final double SHORTEST_SAMPLE_MS = 2;

  /** A long transfer is more than one sample, for the line may change meanwhile. */
  private static final double LONGEST_SAMPLE_MS = 2_000;

  private static final double FAST_MS = 3_000;
  private static final double SLOW_MS = 8_000;

  /** A wait counts as if it were a segment of this length. */
  private static final double WAIT_WEIGHT_MS = 3_000;

  /** So many measurements are kept. */
  private static final int RECENT = 40;

  private final Clock clock;
  private final Ewma fast = new Ewma(FAST_MS);
  private final Ewma slow = new Ewma(SLOW_MS);
  private final Ewma fastWaitMs = new Ewma(FAST_MS);
  private final Ewma slowWaitMs = new Ewma(SLOW_MS);
  private final double[] recentBps = new double[RECENT];
  private int samples;
  private int receiving;
  private double sampleStartMs;
  private double sampleBytes;

  public BandwidthMeter(Clock clock) {
    this.clock = clock;
  }

  /** Whether enough has come to estimate anything. */
  public boolean isMeasured() {
    return fast.weight() > 0;
  }

  /** Bits per second, or {@code ifUnknownBps} until enough has been measured. */
  public double estimateBps(double ifUnknownBps) {
    return isMeasured() ? Math.min(fast.average(), slow.average()) : ifUnknownBps;
  }

  /** Seconds from a request to the first byte of its answer; 0 until one has been measured. */
  public double latencyS() {
    return fastWaitMs.weight() > 0
        ? Math.max(fastWaitMs.average(), slowWaitMs.average()) / 1_000
        : 0;
  }

  /** The last measurements in bits per second, the newest first. */
  public double[] recentBps() {
    double[] ordered = new double[Math.min(samples, RECENT)];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = recentBps[(samples - 1 - i) % RECENT];
    }
    return ordered;
  }

  @Override
  public void onTransferStart(double waitMs) {
    fastWaitMs.add(WAIT_WEIGHT_MS, waitMs);
    slowWaitMs.add(WAIT_WEIGHT_MS, waitMs);
    if (receiving++ == 0) {
      sampleStartMs = clock.nowMs();
      sampleBytes = 0;
    }
  }

  @Override
  public void onTransferBytes(int bytes) {
    sampleBytes += bytes;
    if (clock.nowMs() - sampleStartMs >= LONGEST_SAMPLE_MS) {
      takeSample();
    }
  }

  @Override
  public void onTransferEnd() {
    receiving--;
    takeSample();
  }

  /** Takes in what has come since the last sample, if that is enough to say anything. */
  private void takeSample() {
    double now = clock.nowMs();
    double durationMs = now - sampleStartMs;
    if (sampleBytes >= SMALLEST_SAMPLE_BYTES && durationMs >= SHORTEST_SAMPLE_MS) {
      double bps = sampleBytes * 8_000 / durationMs;
      recentBps[samples % RECENT] = bps;
      samples++;
      fast.add(durationMs, bps);
      slow.add(durationMs, bps);
      sampleStartMs = now;
      sampleBytes = 0;
    }
  }
}
