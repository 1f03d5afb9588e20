package dev.offstage.engine.stream;

/** What has come of a transfer of late: in the last one to two spans of time. */
final class LateProgress {
  /** Long enough to tell a halt from a gap between two pieces. */
  private static final double SPAN_S = 1;

  private double olderS;
  private double olderBits;
  private double newerS;
  private double newerBits;
  private double nowS;
  private double nowBits;

  /**
   * Notes how far the transfer has come.
   *
   * @param receivingS since its first byte
   */
  void look(double receivingS, double receivedBits) {
    if (receivingS < nowS) {
      olderS = newerS = olderBits = newerBits = 0; // another try
    }
    nowS = receivingS;
    nowBits = receivedBits;
    if (nowS - newerS >= SPAN_S) {
      olderS = newerS;
      olderBits = newerBits;
      newerS = nowS;
      newerBits = nowBits;
    }
  }

  /** How long a time is looked at, in seconds. */
  double spanS() {
    return nowS - olderS;
  }

  /** What has come in it. */
  double bits() {
    return nowBits - olderBits;
  }
}
