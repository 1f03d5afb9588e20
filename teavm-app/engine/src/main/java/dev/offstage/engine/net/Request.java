package dev.offstage.engine.net;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * Something to be loaded.
 *
 * @param kind what it is for
 * @param address where it is
 * @param range the bytes wanted, or null for all
 * @param streamed whether it is wanted piece by piece as it comes, instead of as a whole
 */
public record Request(
    RequestKind kind, Address address, @Nullable ByteRange range, boolean streamed) {
  /** Something to be loaded as a whole. */
  public Request(RequestKind kind, Address address, @Nullable ByteRange range) {
    this(kind, address, range, false);
  }

  /** Something that is in one place only, to be loaded as a whole. */
  public Request(RequestKind kind, String url, @Nullable ByteRange range) {
    this(kind, Address.of(url), range, false);
  }
}
