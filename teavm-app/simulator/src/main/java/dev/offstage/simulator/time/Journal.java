package dev.offstage.simulator.time;

/**
 * What happened, line by line, each with the virtual time in milliseconds since the start. Two runs
 * of the same seed write the same journal, byte for byte.
 */
public final class Journal {
  private final EventLoop loop;
  private final StringBuilder text = new StringBuilder();
  private final boolean echo;

  /**
   * @param echo whether to print each line to standard output as well, to replay a failing seed
   */
  public Journal(EventLoop loop, boolean echo) {
    this.loop = loop;
    this.echo = echo;
  }

  /** Writes a line: who and what. */
  public void log(String who, String what) {
    int from = text.length();
    text.append(round(loop.elapsedMs())).append(' ').append(who).append(' ').append(what);
    if (echo) {
      System.out.println(text.substring(from));
    }
    text.append('\n');
  }

  /** A number with three decimals at most, for journals. */
  public static double round(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }

  /** The last {@code lines} lines. */
  public String tail(int lines) {
    int from = text.length() - 1;
    for (int i = 0; i < lines && from > 0; i++) {
      from = text.lastIndexOf("\n", from - 1);
    }
    return text.substring(Math.max(0, from + 1));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
