package dev.offstage.engine.abr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The player's own: looks some segments ahead, with their sizes where these are known, and takes
 * the quality from which the best is to be expected.
 *
 * <p>The line stays as it is or changes as it has lately done ({@link LineModel}). For each state
 * of the line and each level of the buffer, from the last segment looked at back to the next one,
 * the best that can be had from there on is worked out: what qualities are worth, less what halts
 * cost, plus what is left in the buffer at the end. A segment that would take too long counts as
 * given up in favour of the lowest quality, as {@link #abandon} would do. All of it is a few
 * thousand additions for a choice.
 */
final class LookaheadPolicy implements QualityPolicy {
  private static final int SEGMENTS_AHEAD = 6;

  /** Levels of the buffer are so many seconds apart. */
  private static final double LEVEL_STEP_S = 1;

  /** The chance that the line is the same for the next segment. */
  private static final double STAYS = 0.95;

  /** What a segment's duration of standstill costs, in utility. */
  private static final double STALL_COST = 6;

  /** With less than this in the buffer, playback is at the mercy of the next hiccup. */
  private static final double LOW_S = 4;

  /** What it costs to have nothing left when a segment comes, and in part to have little. */
  private static final double LOW_COST = 0.3;

  /** What a segment's duration in the buffer is worth in the end, where there is little. */
  private static final double BUFFER_WORTH = 1.54;

  /** Each second that is in the buffer already takes so much from that. */
  private static final double WORTH_FALLS = 0.04;

  /** What a change of quality costs, for each unit of utility between the two. */
  private static final double CHANGE_COST = 0.05;

  /** What each change of quality costs besides, however small it is. */
  private static final double SWITCH_COST = 0.8;

  /** A segment that takes too long is given up after so many seconds. */
  private static final double GIVEN_UP_AFTER_S = 2;

  /** More than this in the buffer is not told from this. */
  private static final double MOST_LOOKED_AT_S = 38;

  /** Nothing is given up earlier. */
  private static final double GRACE_S = 0.5;

  /** What has come in so many seconds of late outweighs what was assumed. */
  private static final double LATE_S = 1.5;

  /** Before, what was assumed counts as if it had been measured for so long, and hardly later. */
  private static final double ASSUMED_S = 0.5;

  private static final double LEAST_ASSUMED = 0.02;

  /** A segment whose rest takes less than this part of the buffer does no harm. */
  private static final double HARMLESS = 0.8;

  /** A segment is loaded again only for more than this, in utility: it is loaded twice then. */
  private static final double AGAIN_COST = 0.3;

  /** What is loaded again has to come this long before it plays. */
  private static final double CLOSEST_S = 2;

  /** And so it has to if it takes this many times as long as it is thought to. */
  private static final double SURE = 1.5;

  /** What it costs to give up a segment, in utility. */
  private static final double GIVING_UP_COST = 0.3;

  @Override
  public Choice choose(Situation situation, Memory memory) {
    if (!situation.measured() || situation.recentBps().length == 0) {
      int index = situation.sustainable(situation.bandwidthBps() * situation.safetyFactor());
      return new Choice(index, 0, memory);
    }
    Outlook outlook = Outlook.from(situation, 1);
    Ladder ladder = situation.ladder();
    outlook.load(0);
    int best = 0;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= ladder.top(); i++) {
      double value = outlook.now(i, situation.bufferedS());
      if (situation.currentIndex() >= 0) {
        value -= switchCost(ladder, situation.lastIndex(), i);
      }
      if (value > bestValue) {
        best = i;
        bestValue = value;
      }
    }
    return new Choice(best, 0, memory);
  }

  /**
   * {@inheritDoc}
   *
   * <p>What the rest of the segment will take is judged by what has come of late: the average since
   * the request would hide for long that a line has gone bad.
   */
  @Override
  public int abandon(Situation situation, Progress progress, Memory memory) {
    if (progress.elapsedS() < GRACE_S || progress.lateS() <= 0) {
      return -1;
    }
    double bps = lateBps(situation, progress);
    double leftS = leftS(situation, progress, bps);
    if (leftS < HARMLESS * situation.bufferedS()) {
      return -1;
    }
    Ladder ladder = situation.ladder();
    int best = -1;
    double bestValue = ladder.utility(progress.index()) + after(situation, leftS) + GIVING_UP_COST;
    for (int i = 0; i < progress.index(); i++) {
      double takesS = situation.upcoming().sizeBits(i, 0) / Math.max(1, bps) + situation.latencyS();
      double value = ladder.utility(i) + after(situation, takesS);
      if (takesS < leftS && value > bestValue) {
        best = i;
        bestValue = value;
      }
    }
    return best;
  }

  @Override
  public @Nullable Again again(Situation situation, List<Buffered> segments) {
    if (!situation.measured() || situation.recentBps().length == 0) {
      return null;
    }
    Ladder ladder = situation.ladder();
    Outlook outlook = null;
    Again best = null;
    double bestValue = AGAIN_COST;
    int looked = 0; // up to this quality, a segment before it in its run is the better choice
    for (int segment = 0; segment < segments.size(); segment++) {
      Buffered buffered = segments.get(segment);
      if (segment == 0 || segments.get(segment - 1).index() != buffered.index()) {
        looked = buffered.index();
      }
      for (int i = looked + 1; i <= ladder.top(); i++) {
        double bits = buffered.upcoming().sizeBits(i, 0);
        double gain = gain(ladder, segments, segment, i);
        if (gain <= bestValue) {
          continue;
        }
        if (outlook == null) {
          outlook = Outlook.from(situation, 0);
        }
        if (outlook.arrivesInS(bits) * SURE > buffered.aheadS() - CLOSEST_S) {
          break;
        }
        looked = i;
        double value = gain - outlook.lossBy(bits);
        if (value > bestValue) {
          best = new Again(segment, i);
          bestValue = value;
        }
      }
    }
    return best;
  }

  @Override
  public boolean stopAgain(Situation situation, Buffered segment, Progress progress) {
    if (progress.elapsedS() < GRACE_S) {
      return false;
    }
    double leftS = leftS(situation, progress, lateBps(situation, progress));
    double segmentS = situation.upcoming().segmentS();
    double gain =
        situation.ladder().utility(progress.index()) - situation.ladder().utility(segment.index());
    double fullS = Math.min(situation.goalS(), MOST_LOOKED_AT_S);
    double levelS = Math.min(situation.bufferedS(), fullS);
    double left = Outlook.worth(Math.max(0, levelS - leftS));
    double loss = (Outlook.worth(levelS) - left) / segmentS;
    return leftS > segment.aheadS() - CLOSEST_S / 2 || gain < loss;
  }

  private static double lateBps(Situation situation, Progress progress) {
    double assumedS = ASSUMED_S * Math.max(LEAST_ASSUMED, 1 - progress.lateS() / LATE_S);
    return (progress.lateBits() + situation.bandwidthBps() * assumedS)
        / (progress.lateS() + assumedS);
  }

  private static double leftS(Situation situation, Progress progress, double bps) {
    return (progress.sizeBits() - progress.receivedBits()) / Math.max(1, bps);
  }

  /**
   * What is gained by another quality of a buffered segment. If the segments behind it that are
   * equal to it are loaded again, too, there are fewer changes of quality, or more; that counts for
   * each of them with its part.
   */
  private static double gain(Ladder ladder, List<Buffered> segments, int first, int index) {
    int own = segments.get(first).index();
    int end = first + 1;
    while (end < segments.size() && segments.get(end).index() == own) {
      end++;
    }
    int before = first == 0 ? own : segments.get(first - 1).index();
    int after = end == segments.size() ? index : segments.get(end).index();
    double saved =
        switchCost(ladder, before, own)
            + (end == segments.size() ? 0 : switchCost(ladder, own, after))
            - switchCost(ladder, before, index)
            - switchCost(ladder, index, after);
    return ladder.utility(index) - ladder.utility(own) + saved / (end - first);
  }

  private static double switchCost(Ladder ladder, int from, int to) {
    double change = Math.abs(ladder.utility(to) - ladder.utility(from));
    return from == to ? 0 : SWITCH_COST + CHANGE_COST * change;
  }

  /** What the buffer is worth when a segment has come, less what its halts cost. */
  private static double after(Situation situation, double takesS) {
    double segmentS = situation.upcoming().segmentS();
    double levelS = Math.max(0, situation.bufferedS() - takesS) + segmentS;
    double haltS = Math.max(0, takesS - situation.bufferedS());
    return (Math.min(situation.goalS(), levelS) - STALL_COST * haltS) / segmentS;
  }

  /** The best that is to be expected, for each state of the line and level of the buffer. */
  private static final class Outlook {
    private final Situation situation;
    private final LineModel line;
    private final double segmentS;
    private final double fullS;

    /** The state in which the line is now; the states before it are the model's others. */
    private final int now;

    private final int levels;

    /** From the segment looked at last on, by the state, the quality before it and the level. */
    private double[][][] values;

    private double[][][] spare;

    /** How long the segment looked at takes, by quality and state. */
    private final double[][] takesS;

    /** What is to be expected in each state, were it to stay. */
    private final double[] byState;

    /** What is to be expected after each quality, if another follows that is not higher. */
    private final double[] down;

    /** What it costs to change from the quality below by itself; 0 at both ends of the ladder. */
    private final double[] stepCost;

    /**
     * What is to be expected from a segment on.
     *
     * @param ahead 0 for the next one, 1 for the one after it
     */
    static Outlook from(Situation situation, int ahead) {
      LineModel line = LineModel.of(situation.recentBps(), situation.bandwidthBps());
      Outlook outlook = new Outlook(situation, line);
      int last = Math.min(SEGMENTS_AHEAD, situation.upcoming().count()) - 1;
      for (int segment = last; segment >= ahead; segment--) {
        outlook.stepBack(segment);
      }
      return outlook;
    }

    private Outlook(Situation situation, LineModel line) {
      this.situation = situation;
      this.line = line;
      segmentS = situation.upcoming().segmentS();
      fullS = Math.min(situation.goalS(), MOST_LOOKED_AT_S);
      now = line.otherBps().length;
      levels = (int) Math.ceil(fullS / LEVEL_STEP_S) + 1;
      int qualities = situation.ladder().top() + 1;
      values = new double[now + 1][qualities][levels];
      spare = new double[now + 1][qualities][levels];
      takesS = new double[qualities][now + 1];
      byState = new double[now + 1];
      down = new double[qualities];
      stepCost = new double[qualities + 1];
      Ladder ladder = situation.ladder();
      for (int i = 1; i < qualities; i++) {
        stepCost[i] = CHANGE_COST * (ladder.utility(i) - ladder.utility(i - 1));
      }
      if (situation.upcoming().count() > SEGMENTS_AHEAD) {
        for (double[][] byQuality : values) {
          for (double[] byLevel : byQuality) {
            for (int i = 0; i < levels; i++) {
              byLevel[i] = worth(levelS(i)) / segmentS;
            }
          }
        }
      }
    }

    /** Looks at a segment: how long it takes. */
    void load(int ahead) {
      for (int i = 0; i < takesS.length; i++) {
        double bits = situation.upcoming().sizeBits(i, ahead);
        for (int state = 0; state <= now; state++) {
          double bps = state == now ? line.nowBps() : line.otherBps()[state];
          takesS[i][state] = bits / bps + situation.latencyS();
        }
      }
    }

    /** Adds the choice of one more segment in front of what has been looked at. */
    void stepBack(int ahead) {
      load(ahead);
      for (int level = 0; level < levels; level++) {
        for (int i = 0; i < takesS.length; i++) {
          double changed = expect(i, levelS(level)) * (1 - STAYS);
          for (int state = 0; state <= now; state++) {
            spare[state][i][level] = STAYS * byState[state] + changed;
          }
        }
      }
      for (double[][] byQuality : spare) {
        allowSwitches(byQuality);
      }
      double[][][] done = spare;
      spare = values;
      values = done;
    }

    /**
     * Turns what is to be expected of each quality into what is to be expected after each quality:
     * of it, or of the best other one less what the change costs.
     */
    private void allowSwitches(double[][] byQuality) {
      int qualities = byQuality.length;
      for (int level = 0; level < levels; level++) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < qualities; i++) {
          best = larger(best - stepCost[i], byQuality[i][level] - SWITCH_COST);
          down[i] = best;
        }
        best = Double.NEGATIVE_INFINITY;
        for (int i = qualities - 1; i >= 0; i--) {
          double own = byQuality[i][level];
          best = larger(best - stepCost[i + 1], own - SWITCH_COST);
          byQuality[i][level] = larger(own, larger(best, down[i]));
        }
      }
    }

    /** {@link Math#max} without its care for NaN and -0, which is dear in the innermost loops. */
    private static double larger(double a, double b) {
      return a > b ? a : b;
    }

    /** What is to be expected of a quality for the segment looked at, as things stand. */
    double now(int index, double levelS) {
      double changed = expect(index, levelS) * (1 - STAYS);
      return STAYS * byState[now] + changed;
    }

    /**
     * Fills {@link #byState}.
     *
     * @return what is to be expected if the line changes
     */
    private double expect(int index, double levelS) {
      double utility = situation.ladder().utility(index);
      double changed = 0;
      for (int state = 0; state <= now; state++) {
        double takes = takesS[index][state];
        double value = utility + after(levelS, takes, values[state][index]);
        double givenUp = GIVEN_UP_AFTER_S + takesS[0][state];
        if (takes > givenUp) {
          value = Math.max(value, after(levelS, givenUp, values[state][0]));
        }
        byState[state] = value;
        if (state < now) {
          changed += line.chances()[state] * value;
        }
      }
      return changed;
    }

    /** What is to be expected from the next segment on, less what the halt before it costs. */
    private double after(double levelS, double takes, double[] byLevel) {
      double haltS = larger(0, takes - levelS);
      double leftS = larger(0, levelS - takes);
      return at(byLevel, leftS + segmentS)
          - STALL_COST * haltS / segmentS
          - LOW_COST * larger(0, 1 - leftS / LOW_S);
    }

    private double at(double[] byLevel, double levelS) {
      double next = larger(0, levelS < fullS ? levelS : fullS) / LEVEL_STEP_S;
      int below = Math.max(0, Math.min((int) next, levels - 2));
      double above = next - below;
      return byLevel[below] * (1 - above) + byLevel[below + 1] * above;
    }

    private double levelS(int level) {
      return Math.min(level * LEVEL_STEP_S, fullS);
    }

    /** What so much in the buffer is worth, in seconds of media. */
    static double worth(double levelS) {
      return levelS * (BUFFER_WORTH - levelS * WORTH_FALLS / 2);
    }

    /** How long it takes to load something, as the line is now. */
    double arrivesInS(double bits) {
      return bits / line.nowBps() + situation.latencyS();
    }

    /** What is lost by loading something that adds nothing to the buffer. */
    double lossBy(double bits) {
      int last = situation.lastIndex();
      double levelS = situation.bufferedS();
      double left = STAYS * at(values[now][last], levelS - arrivesInS(bits));
      for (int state = 0; state < now; state++) {
        double takes = bits / line.otherBps()[state] + situation.latencyS();
        left +=
            (1 - STAYS)
                * line.chances()[state]
                * at(
                    values[state][last],
                    levelS - Math.min(takes, GIVEN_UP_AFTER_S + arrivesInS(bits)));
      }
      return at(values[now][last], levelS) - left;
    }
  }
}
