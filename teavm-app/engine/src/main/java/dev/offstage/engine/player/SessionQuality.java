package dev.offstage.engine.player;

import dev.offstage.engine.abr.BandwidthMeter;
import dev.offstage.engine.abr.QualityPolicy;
import dev.offstage.engine.config.AbrConfig;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.stream.QualityChooser;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The choice of quality in one session: the application's pin, else the policy's opinion. */
final class SessionQuality implements QualityChooser {
  private final BandwidthMeter meter;
  private final QualityPolicy policy;
  private final Supplier<AbrConfig> config;
  private final double share;
  private double reservedBps;
  private @Nullable String pinnedId;
  private int pinnedBandwidthBps;

  /**
   * @param share the part of the bandwidth that this track may use, 0 to 1
   */
  SessionQuality(
      BandwidthMeter meter, QualityPolicy policy, Supplier<AbrConfig> config, double share) {
    this.share = share;
    this.meter = meter;
    this.policy = policy;
    this.config = config;
  }

  /** Leaves so much of the bandwidth to tracks whose quality is not chosen here. */
  void reserve(double bps) {
    reservedBps = bps;
  }

  /** Stays with this Representation from now on; null to choose again. */
  void pin(@Nullable Representation representation) {
    pinnedId = representation == null ? null : representation.id();
    pinnedBandwidthBps = representation == null ? 0 : representation.bandwidthBps();
  }

  /** Whether the application has pinned a quality. */
  boolean isPinned() {
    return pinnedId != null;
  }

  @Override
  public Representation choose(AdaptationSet set, double bufferedS, @Nullable String currentId) {
    List<Representation> representations = set.representations();
    if (pinnedId != null) {
      return pinnedAmong(representations);
    }
    int[] bitrates = new int[representations.size()];
    int currentIndex = -1;
    for (int i = 0; i < bitrates.length; i++) {
      bitrates[i] = representations.get(i).bandwidthBps();
      if (representations.get(i).id().equals(currentId)) {
        currentIndex = i;
      }
    }
    AbrConfig abr = config.get();
    return representations.get(
        policy.choose(
            new QualityPolicy.Situation(
                bitrates,
                meter.estimateBps(abr.initialBandwidthBps()),
                abr.safetyFactor() * share,
                reservedBps,
                bufferedS,
                currentIndex)));
  }

  /** The pinned one; in a period that does not have it, the one nearest in bit rate. */
  private Representation pinnedAmong(List<Representation> representations) {
    Representation nearest = representations.get(0);
    for (Representation candidate : representations) {
      if (candidate.id().equals(pinnedId)) {
        return candidate;
      }
      if (Math.abs(candidate.bandwidthBps() - pinnedBandwidthBps)
          < Math.abs(nearest.bandwidthBps() - pinnedBandwidthBps)) {
        nearest = candidate;
      }
    }
    return nearest;
  }
}
