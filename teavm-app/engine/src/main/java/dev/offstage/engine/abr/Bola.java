package dev.offstage.engine.abr;

/**
 * The arithmetic of BOLA (Spiteri, Urgaonkar, Sitaraman: "BOLA: Near-Optimal Bitrate Adaptation for
 * Online Videos", 2016). A quality's score is what it is worth over what it costs: the fuller the
 * buffer, the less a low bit rate gains.
 *
 * @param ladder the qualities
 * @param v how much quality counts against the buffer, in seconds
 * @param gamma how much uninterrupted playback counts against quality
 */
record Bola(Ladder ladder, double v, double gamma) {

  /** The quality with the highest score at this level of the buffer. */
  int best(double levelS) {
    int best = 0;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= ladder.top(); i++) {
      double score = score(i, levelS, ladder.bitrateBps(i));
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    return best;
  }

  /** What a segment of this quality is worth for each of {@code bits} to be loaded. */
  double score(int index, double levelS, double bits) {
    return (upTo(index) - levelS) / bits;
  }

  /** With more than this in the buffer it is better to wait than to load this quality. */
  double upTo(int index) {
    return v * (ladder.utility(index) + gamma);
  }

  /** With more than this in the buffer, this quality is better than all lower ones. */
  double from(int index) {
    double level = 0;
    double bitrate = ladder.bitrateBps(index);
    for (int i = 0; i < index; i++) {
      double lower = ladder.bitrateBps(i);
      if (lower < bitrate) {
        double worth = bitrate * ladder.utility(i) - lower * ladder.utility(index);
        level = Math.max(level, v * (gamma + worth / (bitrate - lower)));
      }
    }
    return level;
  }

  /**
   * Whether a lower quality from its start is worth more than the rest of a segment on its way.
   *
   * @param leftBits the rest
   * @return the lower quality with the highest score, or -1 for none
   */
  int insteadOf(QualityPolicy.Progress progress, double leftBits, double levelS) {
    int instead = -1;
    double bestScore = score(progress.index(), levelS, leftBits);
    double bitsPerBitrate = progress.sizeBits() / ladder.bitrateBps(progress.index());
    for (int i = 0; i < progress.index(); i++) {
      double bits = bitsPerBitrate * ladder.bitrateBps(i);
      double score = score(i, levelS, bits);
      if (bits < leftBits && score > bestScore) {
        instead = i;
        bestScore = score;
      }
    }
    return instead;
  }
}
