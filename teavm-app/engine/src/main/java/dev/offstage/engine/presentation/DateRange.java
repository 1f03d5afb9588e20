package dev.offstage.engine.presentation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens for a time, such as an advertisement ({@code EXT-X-DATERANGE}, RFC
 * 8216bis, section 4.4.5.1).
 *
 * @param id unique in the presentation
 * @param className the kind of range, or null
 * @param startMs since the Unix epoch; NaN where nobody says
 * @param endMs since the Unix epoch; NaN where nobody says
 * @param durationS NaN where nobody says
 * @param plannedDurationS NaN where nobody says
 * @param endOnNext whether it ends where the next one of its class starts
 * @param attributes all others by name, such as {@code X-COM-EXAMPLE}, {@code SCTE35-OUT}, {@code
 *     CUE}
 */
public record DateRange(
    String id,
    @Nullable String className,
    double startMs,
    double endMs,
    double durationS,
    double plannedDurationS,
    boolean endOnNext,
    Map<String, String> attributes) {

  /** The same with what a later tag of the same id adds. */
  public DateRange with(DateRange later) {
    Map<String, String> all = new HashMap<>(attributes);
    all.putAll(later.attributes);
    return new DateRange(
        id,
        className == null ? later.className : className,
        known(startMs, later.startMs),
        known(endMs, later.endMs),
        known(durationS, later.durationS),
        known(plannedDurationS, later.plannedDurationS),
        endOnNext || later.endOnNext,
        all);
  }

  /**
   * Whether the other one says the same. ({@code equals} of maps and lists would bring that of all
   * classes into the compiled engine.)
   */
  public boolean isSameAs(DateRange other) {
    if (attributes.size() != other.attributes.size()) {
      return false;
    }
    for (Map.Entry<String, String> entry : attributes.entrySet()) {
      if (!entry.getValue().equals(other.attributes.get(entry.getKey()))) {
        return false;
      }
    }
    return id.equals(other.id)
        && Objects.equals(className, other.className)
        && Double.compare(startMs, other.startMs) == 0
        && Double.compare(endMs, other.endMs) == 0
        && Double.compare(durationS, other.durationS) == 0
        && Double.compare(plannedDurationS, other.plannedDurationS) == 0
        && endOnNext == other.endOnNext;
  }

  private static double known(double number, double other) {
    return Double.isNaN(number) ? other : number;
  }
}
