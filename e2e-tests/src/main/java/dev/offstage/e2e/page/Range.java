package dev.offstage.e2e.page;

/** A stretch of media time, in seconds. */
public record Range(double start, double end) {
  public boolean contains(double time) {
    return start <= time && time < end;
  }
}
