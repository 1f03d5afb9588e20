package dev.offstage.engine.abr;

import dev.offstage.engine.net.TransferListener;
import dev.offstage.engine.util.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What one session may count on where several share the network: what the others leave, and an
 * equal part at the least. A session that has loaded nothing for a while, as one that is paused or
 * has everything, wants nothing.
 */
public final class BandwidthShare implements TransferListener {
  private static final double IDLE_MS = 10_000;

  private final All all;
  private int receiving;
  private double lastMs = Double.NEGATIVE_INFINITY;
  private double usedBps;
  private boolean closed;

  private BandwidthShare(All all) {
    this.all = all;
  }

  /** What the session's media needs, bits per second. */
  public void use(double bps) {
    usedBps = bps;
  }

  /** Of what the network gives to all of them, this one's part; both in bits per second. */
  public double ofBps(double bps) {
    int count = 1;
    double othersBps = 0;
    for (BandwidthShare share : all.shares) {
      if (share != this && share.isActive()) {
        count++;
        othersBps += share.usedBps;
      }
    }
    return Math.max(bps / count, bps - othersBps);
  }

  /** The session is over. */
  public void close() {
    closed = true;
  }

  private boolean isActive() {
    return !closed && (receiving > 0 || all.clock.nowMs() - lastMs < IDLE_MS);
  }

  @Override
  public void onTransferStart(double waitMs) {
    receiving++;
    all.meter.onTransferStart(waitMs);
  }

  @Override
  public void onTransferBytes(int bytes) {
    all.meter.onTransferBytes(bytes);
  }

  @Override
  public void onTransferEnd() {
    receiving--;
    lastMs = all.clock.nowMs();
    all.meter.onTransferEnd();
  }

  /** The shares of all sessions, whose transfers are measured together. */
  public static final class All {
    private final BandwidthMeter meter;
    private final Clock clock;
    private final List<BandwidthShare> shares = new ArrayList<>();

    public All(BandwidthMeter meter, Clock clock) {
      this.meter = meter;
      this.clock = clock;
    }

    /** The share of a new session. */
    public BandwidthShare open() {
      shares.removeIf(share -> share.closed);
      BandwidthShare share = new BandwidthShare(this);
      shares.add(share);
      return share;
    }
  }
}
