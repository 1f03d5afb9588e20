package dev.offstage.engine.player;

import dev.offstage.engine.abr.BandwidthMeter;
import dev.offstage.engine.abr.BandwidthShare;
import dev.offstage.engine.abr.Ladder;
import dev.offstage.engine.abr.Policies;
import dev.offstage.engine.abr.QualityPolicy;
import dev.offstage.engine.config.AbrConfig;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.stream.QualityChooser;
import dev.offstage.engine.stream.UpcomingSegments;
import dev.offstage.engine.util.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The choice of quality in one session: the application's pin, else the policy's opinion. */
final class SessionQuality implements QualityChooser {
  /** What is only assumed of the network is trusted this much. */
  private static final double ASSUMED_FACTOR = 0.85;

  /** Whatever the other tracks need, this part of the bandwidth is left. */
  private static final double LEAST_SHARE = 0.05;

  private final BandwidthMeter meter;
  private final BandwidthShare bandwidth;
  private final Supplier<AbrConfig> config;
  private final double share;
  private double reservedBps;
  private @Nullable String pinnedId;
  private int pinnedBandwidthBps;
  private String policyName = "";
  private QualityPolicy policy;
  private QualityPolicy.Memory memory = QualityPolicy.Memory.NONE;
  private QualityPolicy.Memory memoryOfChoice = QualityPolicy.Memory.NONE;
  private List<Representation> ladderOf = List.of();
  private Ladder ladder = new Ladder(new int[] {1});
  private int loadedCount;
  private int abandonedFor = -1;

  /**
   * @param share the part of the session's bandwidth that this track may use, 0 to 1
   */
  SessionQuality(
      BandwidthMeter meter, BandwidthShare bandwidth, Supplier<AbrConfig> config, double share) {
    this.share = share;
    this.bandwidth = bandwidth;
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
    QualityPolicy.Situation situation = situation(offer);
    int index = Lists.indexOfSame(offer.set().representations(), representation);
    if (index >= 0 && index <= situation.ladder().top()) {
      memory = policy().loaded(situation, index, elapsedS, memory);
      memoryOfChoice = memory;
    }
  }

  @Override
  public boolean givesUp(Offer offer, Progress progress) {
    int index = Lists.indexOfSame(offer.set().representations(), progress.representation());
    if (pinnedId != null || index <= 0) {
      return false;
    }
    QualityPolicy.Situation situation = situation(offer);
    if (index > situation.ladder().top()) {
      return false;
    }
    int lower = policy().abandon(situation, progress(index, progress), memory);
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
    AbrConfig abr = config.get();
    int count = representations.size();
    while (count > 1 && isTooMuch(representations, count - 1, abr)) {
      count--;
    }
    if (representations != ladderOf || ladder.top() != count - 1) {
      ladderOf = representations;
      ladder = ladder(representations, count);
    }
    int currentIndex = -1;
    for (int i = 0; i < representations.size(); i++) {
      if (representations.get(i).id().equals(offer.currentId())) {
        currentIndex = i;
      }
    }
    double bps = meter.estimateBps(abr.initialBandwidthBps() * ASSUMED_FACTOR);
    double[] recentBps = meter.recentBps();
    for (int i = 0; i < recentBps.length; i++) {
      recentBps[i] = ours(recentBps[i]);
    }
    return new QualityPolicy.Situation(
        ladder,
        ours(bps),
        meter.latencyS(),
        meter.isMeasured(),
        recentBps,
        abr.safetyFactor(),
        offer.bufferedS(),
        offer.goalS(),
        currentIndex,
        loadedCount,
        new Sizes(representations, offer.upcoming()));
  }

  /** Whether it has more bits than may be, or more pixels than are of use to the element. */
  private static boolean isTooMuch(List<Representation> all, int index, AbrConfig abr) {
    double pixels = pixels(all.get(index));
    for (int i = 0; i < index; i++) {
      Format lower = all.get(i).format();
      // The picture is fitted in: one of the two is filled, the other one has bars.
      boolean fills = lower.width() >= abr.widthPx() || lower.height() >= abr.heightPx();
      if (abr.widthPx() > 0 && fills && pixels(all.get(i)) < pixels) {
        return true;
      }
    }
    return all.get(index).bandwidthBps() > abr.maxBitrateBps();
  }

  private static double pixels(Representation of) {
    return of.format().width() * of.format().height();
  }

  private static Ladder ladder(List<Representation> representations, int count) {
    int[] bitrates = new int[count];
    for (int i = 0; i < count; i++) {
      bitrates[i] = representations.get(i).bandwidthBps();
    }
    return new Ladder(bitrates);
  }

  /** What this track may use of what the network gives; a little in any case. */
  private double ours(double networkBps) {
    double bps = bandwidth.ofBps(networkBps);
    return Math.max(bps * share - reservedBps, bps * LEAST_SHARE);
  }

  @Override
  public @Nullable Again again(Offer offer, List<Buffered> segments) {
    List<Representation> representations = offer.set().representations();
    if (pinnedId != null || loadedCount == 0) {
      return null;
    }
    QualityPolicy.Situation situation = situation(offer);
    List<QualityPolicy.Buffered> indexed = new ArrayList<>();
    for (Buffered segment : segments) {
      indexed.add(indexed(segment, representations, situation.ladder()));
    }
    QualityPolicy.Again again = policy().again(situation, indexed);
    return again == null ? null : new Again(again.segment(), representations.get(again.index()));
  }

  @Override
  public boolean stopsAgain(Offer offer, Buffered segment, Progress progress) {
    List<Representation> representations = offer.set().representations();
    QualityPolicy.Situation situation = situation(offer);
    int index = Lists.indexOfSame(representations, progress.representation());
    return pinnedId != null
        || index < 0
        || index > situation.ladder().top()
        || policy()
            .stopAgain(
                situation,
                indexed(segment, representations, situation.ladder()),
                progress(index, progress));
  }

  private static QualityPolicy.Buffered indexed(
      Buffered segment, List<Representation> representations, Ladder ladder) {
    // What is above the ladder counts as its top: there is nothing better.
    int index = Lists.indexOfSame(representations, segment.representation());
    return new QualityPolicy.Buffered(
        Math.min(index, ladder.top()),
        segment.aheadS(),
        new Sizes(representations, segment.upcoming()));
  }

  private static QualityPolicy.Progress progress(int index, Progress progress) {
    return new QualityPolicy.Progress(
        index,
        progress.sizeBits(),
        progress.receivedBits(),
        progress.elapsedS(),
        progress.waitedS(),
        progress.lateS(),
        progress.lateBits());
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
      int bps = representations.get(index).bandwidthBps();
      // What is hard to encode in one quality is so in all: the nearest one that is known will do.
      for (int away = 0; away < representations.size(); away++) {
        for (int other = index - away; other <= index + away; other += Math.max(1, 2 * away)) {
          if (other >= 0 && other < representations.size()) {
            Representation near = representations.get(other);
            double size = segments.sizeBits(near, ahead);
            if (!Double.isNaN(size)) {
              return size * bps / near.bandwidthBps();
            }
          }
        }
      }
      return segments.segmentS() * bps;
    }
  }
}
