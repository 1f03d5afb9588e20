package dev.offstage.engine.abr;

/**
 * What the line may give while the next segments are loaded: it stays as it is, or turns into one
 * of a few others, each with a chance. They are spread as the last measurements are.
 *
 * @param nowBps what it gives now
 * @param otherBps what it may turn into
 * @param chances of each of these, 1 in all
 */
record LineModel(double nowBps, double[] otherBps, double[] chances) {
  private static final int OTHERS = 5;

  /** The others lie up to so many standard deviations from the mean. */
  private static final double REACH = 1.6;

  /** Each measurement counts this part of the next one for what the line gives now. */
  private static final double NOW_KEEPS = 0.4;

  /** So many measurements later, one counts half as much for the spread. */
  private static final double SPREAD_HALF_LIFE = 15;

  /** While little has been measured, the line is taken to vary by this factor's logarithm. */
  private static final double USUAL_SPREAD = 0.6;

  /** That counts as so many measurements. */
  private static final double USUAL_WEIGHT = 2;

  /**
   * A line by its last measurements.
   *
   * @param recentBps the newest first, at least one
   * @param estimateBps the average, for want of anything better
   */
  static LineModel of(double[] recentBps, double estimateBps) {
    double spreadKeeps = Math.pow(0.5, 1 / SPREAD_HALF_LIFE);
    double estimate = Math.log(estimateBps);
    double weight = USUAL_WEIGHT;
    double sum = USUAL_WEIGHT * estimate;
    double squares = USUAL_WEIGHT * (estimate * estimate + USUAL_SPREAD * USUAL_SPREAD);
    double spreadShare = 1;
    double nowWeight = 0;
    double nowSum = 0;
    double nowShare = 1;
    for (double bps : recentBps) {
      double log = Math.log(bps);
      weight += spreadShare;
      sum += spreadShare * log;
      squares += spreadShare * log * log;
      spreadShare *= spreadKeeps;
      nowWeight += nowShare;
      nowSum += nowShare * log;
      nowShare *= NOW_KEEPS;
    }
    double mean = sum / weight;
    double deviation = Math.sqrt(Math.max(0, squares / weight - mean * mean));
    double[] others = new double[OTHERS];
    double[] chances = new double[OTHERS];
    double total = 0;
    for (int i = 0; i < OTHERS; i++) {
      double away = REACH * (2.0 * i / (OTHERS - 1) - 1);
      others[i] = Math.exp(mean + away * deviation);
      chances[i] = Math.exp(-away * away / 2);
      total += chances[i];
    }
    for (int i = 0; i < OTHERS; i++) {
      chances[i] /= total;
    }
    // A fall holds at once, a rise when it has been seen more than once.
    return new LineModel(Math.min(recentBps[0], Math.exp(nowSum / nowWeight)), others, chances);
  }
}
