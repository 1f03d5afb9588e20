package dev.offstage.engine.net;

import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * Something to be loaded.
 *
 * @param kind what it is for
 * @param url absolute
 * @param range the bytes wanted, or null for all
 */
public record Request(RequestKind kind, String url, @Nullable ByteRange range) {}
