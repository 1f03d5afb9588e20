package dev.offstage.engine.hls;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXT-X-DATERANGE}: something that happens for a time (RFC 8216bis, section 4.4.5.1). Tags
 * with the same id are one range and complete each other.
 *
 * @param mediaSequence of the segment that follows the tag
 * @param id what tags of the same range share
 * @param className the kind of range, or null
 * @param startMs since the Unix epoch; NaN where this tag does not say
 * @param endMs since the Unix epoch; NaN where this tag does not say
 * @param durationS NaN where this tag does not say
 * @param plannedDurationS NaN where this tag does not say
 * @param endOnNext whether it ends where the next one of its class starts
 * @param attributes all others by name, such as {@code X-COM-EXAMPLE}, {@code SCTE35-OUT}, {@code
 *     CUE}
 */
public record DateRange(
    double mediaSequence,
    String id,
    @Nullable String className,
    double startMs,
    double endMs,
    double durationS,
    double plannedDurationS,
    boolean endOnNext,
    Map<String, String> attributes) {}
