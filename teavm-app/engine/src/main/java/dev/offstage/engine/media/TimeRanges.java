package dev.offstage.engine.media;

/** Ranges of time in seconds, in order and disjoint: what {@code SourceBuffer.buffered} says. */
public final class TimeRanges {
  /** No range at all. */
  public static final TimeRanges EMPTY = new TimeRanges(new double[0]);

  private final double[] edges;

  /**
   * @param edges start and end of each range by turns; handed over, not copied
   */
  public TimeRanges(double[] edges) {
    this.edges = edges;
  }

  /** How many ranges. */
  public int count() {
    return edges.length / 2;
  }

  /** Where range {@code index} starts, in seconds. */
  public double startS(int index) {
    return edges[2 * index];
  }

  /** Where range {@code index} ends, in seconds. */
  public double endS(int index) {
    return edges[2 * index + 1];
  }

  /** The index of the range that holds {@code timeS}, its end excluded, or -1. */
  public int indexAt(double timeS) {
    for (int i = 0; i < count(); i++) {
      if (timeS < startS(i)) {
        return -1;
      }
      if (timeS < endS(i)) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the first range that starts at or after {@code timeS}, or -1. */
  public int indexFrom(double timeS) {
    for (int i = 0; i < count(); i++) {
      if (startS(i) >= timeS) {
        return i;
      }
    }
    return -1;
  }

  /** How many seconds of {@code [fromS, toS)} the ranges cover. */
  public double coveredS(double fromS, double toS) {
    double covered = 0;
    for (int i = 0; i < count(); i++) {
      covered += Math.max(0, Math.min(toS, endS(i)) - Math.max(fromS, startS(i)));
    }
    return covered;
  }

  /** The times that lie in both. */
  public TimeRanges intersect(TimeRanges other) {
    double[] both = new double[edges.length + other.edges.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < count() && j < other.count()) {
      double start = Math.max(startS(i), other.startS(j));
      double end = Math.min(endS(i), other.endS(j));
      if (start < end) {
        both[size++] = start;
        both[size++] = end;
      }
      if (endS(i) < other.endS(j)) {
        i++;
      } else {
        j++;
      }
    }
    double[] trimmed = new double[size];
    System.arraycopy(both, 0, trimmed, 0, size);
    return new TimeRanges(trimmed);
  }

  /** Start and end of each range by turns, a new array. */
  public double[] toArray() {
    return edges.clone();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < count(); i++) {
      text.append(i == 0 ? "" : ", ").append(startS(i)).append('-').append(endS(i));
    }
    return text.append(']').toString();
  }
}
