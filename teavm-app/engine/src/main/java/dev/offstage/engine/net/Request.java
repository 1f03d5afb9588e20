package dev.offstage.engine.net;

import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * Something to be loaded.
 *
 * @param kind what it is for
 * @param url absolute
 * @param range the bytes wanted, or null for all
 * @param streamed whether it is wanted piece by piece as it comes, instead of as a whole
 */
public record Request(RequestKind kind, String url, @Nullable ByteRange range, boolean streamed) {
  /** Something to be loaded as a whole. */
  public Request(RequestKind kind, String url, @Nullable ByteRange range) {
    this(kind, url, range, false);
  }
}
