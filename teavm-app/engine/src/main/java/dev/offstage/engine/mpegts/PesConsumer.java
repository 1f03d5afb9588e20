package dev.offstage.engine.mpegts;

/** Takes what packets of one elementary stream hold (ISO/IEC 13818-1, section 2.4.3.6). */
public interface PesConsumer {
  /**
   * A packet begins.
   *
   * @param showTicks when what begins in it is shown: on the 90 kHz clock, from 0 to 2^33 - 1; NaN
   *     if it does not say
   * @param decodeTicks when it is decoded; the same as {@code showTicks} if it does not say
   */
  void onStart(double showTicks, double decodeTicks);

  /**
   * More of it has come.
   *
   * @param data holds it; not to be kept
   * @param from the first byte
   * @param to behind the last byte
   */
  void onData(byte[] data, int from, int to);

  /** The packet is over. Of one whose length is not known, that is heard when the next begins. */
  void onEnd();

  /** Something is missing between what was handed out and what comes next. */
  void onLost();
}
