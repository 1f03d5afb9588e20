package dev.offstage.engine.abr;

/** Situations for tests of policies: a measured line and segments of 2 s, unless said otherwise. */
record Situations(
    int[] ladder,
    double bandwidthBps,
    boolean measured,
    double[] recentBps,
    double bufferedS,
    double goalS,
    int currentIndex,
    int loadedCount) {
  static final double SEGMENT_S = 2;

  /** 0.3, 0.9 and 2.5 Mbit/s at so much bandwidth, with 10 of 20 s in the buffer. */
  static Situations at(double bandwidthBps) {
    return new Situations(
        new int[] {300_000, 900_000, 2_500_000},
        bandwidthBps,
        true,
        new double[] {bandwidthBps},
        10,
        20,
        0,
        20);
  }

  Situations ladder(int... bitratesBps) {
    return new Situations(
        bitratesBps,
        bandwidthBps,
        measured,
        recentBps,
        bufferedS,
        goalS,
        currentIndex,
        loadedCount);
  }

  Situations assumed() {
    return new Situations(
        ladder, bandwidthBps, false, recentBps, bufferedS, goalS, currentIndex, loadedCount);
  }

  Situations recent(double... newestFirstBps) {
    return new Situations(
        ladder,
        bandwidthBps,
        measured,
        newestFirstBps,
        bufferedS,
        goalS,
        currentIndex,
        loadedCount);
  }

  Situations buffered(double seconds) {
    return new Situations(
        ladder, bandwidthBps, measured, recentBps, seconds, goalS, currentIndex, loadedCount);
  }

  Situations current(int index) {
    return new Situations(
        ladder, bandwidthBps, measured, recentBps, bufferedS, goalS, index, loadedCount);
  }

  Situations loaded(int count) {
    return new Situations(
        ladder, bandwidthBps, measured, recentBps, bufferedS, goalS, currentIndex, count);
  }

  QualityPolicy.Situation get() {
    return new QualityPolicy.Situation(
        new Ladder(ladder),
        bandwidthBps,
        0,
        measured,
        recentBps,
        0.9,
        bufferedS,
        goalS,
        currentIndex,
        loadedCount,
        new QualityPolicy.Upcoming() {
          @Override
          public double segmentS() {
            return SEGMENT_S;
          }

          @Override
          public int count() {
            return 1_000;
          }

          @Override
          public double sizeBits(int index, int ahead) {
            return SEGMENT_S * ladder[index];
          }
        });
  }
}
