package dev.offstage.simulator.origin;

import java.util.ArrayList;
import java.util.List;

/**
 * How a movie goes out live (HLS only): what of it there is at a moment. Made by {@link #of} and
 * changed by the other methods, each of which returns another broadcast.
 *
 * @param windowS how many seconds a playlist names; infinite for one of the type {@code EVENT}
 * @param outS how much of the movie has gone out at the moment 0
 * @param dated whether there are program dates
 * @param numberStep by how much the numbers of segments differ from one playlist to the next
 * @param durationFactor what segments are said to last, as a multiple of what they do
 * @param renumbers whether the numbers of segments and discontinuities begin anew with each period,
 *     and older segments are gone at once
 * @param interludes what goes wrong
 * @param gapFromS from where on the movie's segments are missing ({@code EXT-X-GAP})
 * @param gapToS up to where
 */
public record Broadcast(
    double windowS,
    double outS,
    boolean dated,
    int numberStep,
    double durationFactor,
    boolean renumbers,
    List<Interlude> interludes,
    double gapFromS,
    double gapToS) {
  /** Milliseconds since the Unix epoch of the movie's first frame. */
  public static final double FIRST_DATE_MS = 1_600_000_000_000.0;

  /**
   * Something that goes wrong; times are seconds since the moment 0.
   *
   * @param leapS how many seconds of the movie are left out at its end; -1: what has been produced
   *     in the meantime comes all at once
   */
  public record Interlude(double fromS, double toS, double leapS) {}

  public Broadcast {
    interludes = List.copyOf(interludes);
  }

  /** An orderly one, with dates. */
  public static Broadcast of(double windowS, double outS) {
    return new Broadcast(windowS, outS, true, 0, 1, false, List.of(), 0, 0);
  }

  /** Without program dates, and with other numbers in each playlist. */
  public Broadcast undated(int numberStep) {
    return new Broadcast(
        windowS, outS, false, numberStep, durationFactor, renumbers, interludes, gapFromS, gapToS);
  }

  /** With segments that are said to last longer or shorter than they do. */
  public Broadcast rounded(double factor) {
    return new Broadcast(
        windowS, outS, dated, numberStep, factor, renumbers, interludes, gapFromS, gapToS);
  }

  /** With numbers that begin anew with each period. */
  public Broadcast renumbered() {
    return new Broadcast(
        windowS, outS, dated, numberStep, durationFactor, true, interludes, gapFromS, gapToS);
  }

  /** Playlists stay as they are for a while, and then have all that has come in between. */
  public Broadcast stall(double fromS, double toS) {
    return with(new Interlude(fromS, toS, -1));
  }

  /** Nothing is produced for a while. */
  public Broadcast halt(double fromS, double toS) {
    return with(new Interlude(fromS, toS, 0));
  }

  /** A part of the movie goes out to nobody. */
  public Broadcast leap(double atS, double byS) {
    return with(new Interlude(atS, atS, byS));
  }

  /** With segments that are missing: all that have to do with a part of the movie. */
  public Broadcast gap(double fromS, double toS) {
    return new Broadcast(
        windowS, outS, dated, numberStep, durationFactor, renumbers, interludes, fromS, toS);
  }

  private Broadcast with(Interlude interlude) {
    List<Interlude> more = new ArrayList<>(interludes);
    more.add(interlude);
    return new Broadcast(
        windowS, outS, dated, numberStep, durationFactor, renumbers, more, gapFromS, gapToS);
  }

  /** How much of the movie has gone out. */
  public double outS(double nowS) {
    double out = outS + nowS;
    for (Interlude interlude : interludes) {
      double heldS = Math.min(nowS, interlude.toS()) - interlude.fromS();
      boolean over = nowS >= interlude.toS();
      if (interlude.leapS() < 0) {
        out -= heldS > 0 && !over ? heldS : 0;
      } else {
        out += over ? interlude.leapS() : 0;
        out -= Math.max(0, heldS);
      }
    }
    return out;
  }
}
