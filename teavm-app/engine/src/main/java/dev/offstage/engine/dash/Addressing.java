package dev.offstage.engine.dash;

import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.SegmentAddressing;
import org.jspecify.annotations.Nullable;

/**
 * What the segment information of a Representation comes to (ISO/IEC 23009-1, section 5.3.9).
 *
 * @param init what initialises the decoder, or null where each segment does it itself
 * @param segments where the media is
 * @param offsetS the media time that is shown at the period's start, in seconds
 */
record Addressing(@Nullable InitSegment init, SegmentAddressing segments, double offsetS) {}
