package dev.offstage.engine.presentation;

import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * The init segment of a Representation.
 *
 * @param url absolute
 * @param range the bytes of it, or null for the whole resource
 */
public record InitSegment(String url, @Nullable ByteRange range) {}
