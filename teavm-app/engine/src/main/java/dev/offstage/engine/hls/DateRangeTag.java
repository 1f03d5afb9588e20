package dev.offstage.engine.hls;

import dev.offstage.engine.presentation.DateRange;

/**
 * A tag {@code EXT-X-DATERANGE}. Tags with the same id are one range and complete each other.
 *
 * @param mediaSequence of the segment that follows the tag
 */
public record DateRangeTag(double mediaSequence, DateRange range) {}
