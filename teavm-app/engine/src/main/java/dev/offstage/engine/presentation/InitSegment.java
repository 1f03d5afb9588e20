package dev.offstage.engine.presentation;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * The init segment of a Representation.
 *
 * @param address where it is
 * @param range the bytes of it, or null for the whole resource
 * @param encryption how it is encrypted, or null
 */
public record InitSegment(
    Address address, @Nullable ByteRange range, @Nullable Encryption encryption) {
  /** An init segment in the clear. */
  public InitSegment(Address address, @Nullable ByteRange range) {
    this(address, range, null);
  }

  /** An init segment that is in one place only, in the clear. */
  public InitSegment(String url, @Nullable ByteRange range) {
    this(Address.of(url), range, null);
  }

  /** Its URL at the place that is asked first, absolute. */
  public String url() {
    return address.url();
  }
}
