package dev.offstage.engine.abr;

import java.util.Arrays;

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

  /** What a segment's duration in the buffer is worth in the end, on average over its levels. */
  private static final double BUFFER_WORTH = 1.1;

  /** The first second in the buffer is worth this part more than the average, the last one less. */
  private static final double WORTH_SLOPE = 0.4;

  /** What a change of quality costs, for each unit of utility between the two. */
  private static final double SWITCH_COST = 0.05;

  /** A segment that takes too long is given up after so many seconds. */
  private static final double GIVEN_UP_AFTER_S = 2;

  /** More than this in the buffer is not told from this. */
  private static final double MOST_LOOKED_AT_S = 40;

  /** Nothing is given up earlier. */
  private static final double GRACE_S = 0.5;

  /** What has come in so many seconds of late outweighs what was assumed. */
  private static final double LATE_S = 1.5;

  /** Before, what was assumed counts as if it had been measured for so long, and hardly later. */
  private static final double ASSUMED_S = 0.5;

  private static final double LEAST_ASSUMED = 0.02;

  /** A segment whose rest takes less than this part of the buffer does no harm. */
  private static final double HARMLESS = 0.8;

  /** What it costs to give up a segment, in utility. */
  private static final double GIVING_UP_COST = 0.3;

  @Override
  public Choice choose(Situation situation, Memory memory) {
    double[] recent = situation.recentBps();
    if (!situation.measured() || recent.length == 0) {
      int index = situation.sustainable(situation.bandwidthBps() * situation.safetyFactor());
      return new Choice(index, 0, memory);
    }
    LineModel line = LineModel.of(recent, situation.bandwidthBps());
    Outlook outlook = new Outlook(situation, line);
    int last = Math.min(SEGMENTS_AHEAD, situation.upcoming().count()) - 1;
    for (int ahead = last; ahead > 0; ahead--) {
      outlook.stepBack(ahead);
    }
    Ladder ladder = situation.ladder();
    outlook.load(0);
    int best = 0;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= ladder.top(); i++) {
      double change = Math.abs(ladder.utility(i) - ladder.utility(situation.lastIndex()));
      double value = outlook.now(i, situation.bufferedS()) - SWITCH_COST * change;
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
    double assumedS = ASSUMED_S * Math.max(LEAST_ASSUMED, 1 - progress.lateS() / LATE_S);
    double bps =
        (progress.lateBits() + situation.bandwidthBps() * assumedS) / (progress.lateS() + assumedS);
    double leftS = (progress.sizeBits() - progress.receivedBits()) / Math.max(1, bps);
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

    /** From the segment looked at last on, by state and level. */
    private double[][] values;

    private double[][] spare;

    /** How long the segment looked at takes, by quality and state. */
    private final double[][] takesS;

    /** What is to be expected in each state, were it to stay. */
    private final double[] byState;

    Outlook(Situation situation, LineModel line) {
      this.situation = situation;
      this.line = line;
      segmentS = situation.upcoming().segmentS();
      fullS = Math.min(situation.goalS(), MOST_LOOKED_AT_S);
      now = line.otherBps().length;
      levels = (int) Math.ceil(fullS / LEVEL_STEP_S) + 1;
      values = new double[now + 1][levels];
      spare = new double[now + 1][levels];
      takesS = new double[situation.ladder().top() + 1][now + 1];
      byState = new double[now + 1];
      if (situation.upcoming().count() > SEGMENTS_AHEAD) {
        for (double[] byLevel : values) {
          for (int i = 0; i < levels; i++) {
            byLevel[i] = worth(levelS(i));
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
      for (double[] byLevel : spare) {
        Arrays.fill(byLevel, Double.NEGATIVE_INFINITY);
      }
      for (int level = 0; level < levels; level++) {
        for (int i = 0; i < takesS.length; i++) {
          double changed = expect(i, levelS(level)) * (1 - STAYS);
          for (int state = 0; state <= now; state++) {
            double value = STAYS * byState[state] + changed;
            spare[state][level] = Math.max(spare[state][level], value);
          }
        }
      }
      double[][] done = spare;
      spare = values;
      values = done;
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
        double value = utility + after(levelS, takes, values[state]);
        double givenUp = GIVEN_UP_AFTER_S + takesS[0][state];
        if (takes > givenUp) {
          value = Math.max(value, after(levelS, givenUp, values[state]));
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
      double haltS = Math.max(0, takes - levelS);
      double next = Math.min(Math.max(0, levelS - takes) + segmentS, fullS) / LEVEL_STEP_S;
      int below = Math.max(0, Math.min((int) next, levels - 2));
      double above = next - below;
      return byLevel[below] * (1 - above)
          + byLevel[below + 1] * above
          - STALL_COST * haltS / segmentS;
    }

    private double levelS(int level) {
      return Math.min(level * LEVEL_STEP_S, fullS);
    }

    private double worth(double levelS) {
      double slope = 1 + WORTH_SLOPE * (1 - levelS / fullS);
      return BUFFER_WORTH * levelS * slope / segmentS;
    }
  }
}
