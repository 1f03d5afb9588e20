package dev.offstage.engine.player;

import dev.offstage.engine.abr.BandwidthMeter;
import dev.offstage.engine.abr.Ladder;
import dev.offstage.engine.abr.Policies;
import dev.offstage.engine.abr.QualityPolicy;
import dev.offstage.engine.config.AbrConfig;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.stream.QualityChooser;
import dev.offstage.engine.stream.UpcomingSegments;
import dev.offstage.engine.util.Lists;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The choice of quality in one session: the application's pin, else the policy's opinion. */
final class SessionQuality implements QualityChooser {
  /** What is only assumed of the network is trusted this much. */
  private static final double ASSUMED_FACTOR = 0.85;

  private final BandwidthMeter meter;
  private final Supplier<AbrConfig> config;
  private final double share;
  private double reservedBps;
  private @Nullable String pinnedId;
  private int pinnedBandwidthBps;
  private String policyName = "";
  private QualityPolicy policy;
  private QualityPolicy.Memory memory = QualityPolicy.Memory.NONE;
  private QualityPolicy.Memory memoryOfChoice = QualityPolicy.Memory.NONE;
  private int loadedCount;
  private int abandonedFor = -1;

  /**
   * @param share the part of the bandwidth that this track may use, 0 to 1
   */
  SessionQuality(BandwidthMeter meter, Supplier<AbrConfig> config, double share) {
    this.share = share;
    this.meter = meter;
    this.config = config;
    this.policy = Policies.named(policyName);
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
  public @Nullable Representation choose(Offer offer) {
    List<Representation> representations = offer.set().representations();
    if (pinnedId != null) {
      memoryOfChoice = QualityPolicy.Memory.NONE;
      return pinnedAmong(representations);
    }
    QualityPolicy.Choice choice = policy().choose(situation(offer), memory);
    memoryOfChoice = choice.memory();
    if (abandonedFor >= 0) {
      return representations.get(Math.min(abandonedFor, choice.index()));
    }
    return choice.waitS() > 0 ? null : representations.get(choice.index());
  }

  @Override
  public void onStarted() {
    memory = memoryOfChoice;
  }

  @Override
  public void onLoaded(Offer offer, Representation representation, double elapsedS) {
    loadedCount++;
    abandonedFor = -1;
    int index = Lists.indexOfSame(offer.set().representations(), representation);
    if (index >= 0) {
      memory = policy().loaded(situation(offer), index, elapsedS, memory);
      memoryOfChoice = memory;
    }
  }

  @Override
  public boolean givesUp(Offer offer, Progress progress) {
    int index = Lists.indexOfSame(offer.set().representations(), progress.representation());
    if (pinnedId != null || index < 0) {
      return false;
    }
    QualityPolicy.Situation situation = situation(offer);
    int lower =
        policy()
            .abandon(
                situation,
                new QualityPolicy.Progress(
                    index,
                    progress.sizeBits(),
                    progress.receivedBits(),
                    progress.elapsedS(),
                    progress.waitedS()),
                memory);
    if (lower < 0) {
      return false;
    }
    abandonedFor = lower;
    memory = policy().abandoned(situation, lower, memory);
    return true;
  }

  private QualityPolicy policy() {
    String name = config.get().policy();
    if (!name.equals(policyName)) {
      policyName = name;
      policy = Policies.named(name);
      memory = QualityPolicy.Memory.NONE;
    }
    return policy;
  }

  private QualityPolicy.Situation situation(Offer offer) {
    List<Representation> representations = offer.set().representations();
    int[] bitrates = new int[representations.size()];
    int currentIndex = -1;
    for (int i = 0; i < bitrates.length; i++) {
      bitrates[i] = representations.get(i).bandwidthBps();
      if (representations.get(i).id().equals(offer.currentId())) {
        currentIndex = i;
      }
    }
    AbrConfig abr = config.get();
    double bps = meter.estimateBps(abr.initialBandwidthBps() * ASSUMED_FACTOR);
    return new QualityPolicy.Situation(
        new Ladder(bitrates),
        Math.max(0, bps * share - reservedBps),
        meter.latencyS(),
        meter.isMeasured(),
        meter.spread(),
        abr.safetyFactor(),
        offer.bufferedS(),
        offer.goalS(),
        currentIndex,
        loadedCount,
        new Sizes(representations, offer.upcoming()));
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

  /** The segments to come as policies want to see them: with estimates for what is not known. */
  private record Sizes(List<Representation> representations, UpcomingSegments segments)
      implements QualityPolicy.Upcoming {
    @Override
    public double segmentS() {
      return segments.segmentS();
    }

    @Override
    public int count() {
      return segments.count();
    }

    @Override
    public double sizeBits(int index, int ahead) {
      double size = segments.sizeBits(representations.get(index), ahead);
      double usual = segments.segmentS() * representations.get(index).bandwidthBps();
      return Double.isNaN(size) ? usual : size;
    }
  }
}
