package dev.offstage.engine.stream;

import dev.offstage.engine.media.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a SourceBuffer at one go.
 *
 * @param data the next piece of a segment, or a whole one
 * @param offsetS what makes times of the segment's timeline of the times in it, in seconds
 * @param contentType what the SourceBuffer has to be of from here on; null for what it is
 */
record MediaPiece(Bytes data, double offsetS, @Nullable String contentType) {}
