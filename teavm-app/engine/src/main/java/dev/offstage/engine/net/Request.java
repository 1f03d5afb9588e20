package dev.offstage.engine.net;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.Encryption;
import org.jspecify.annotations.Nullable;

/**
 * Something to be loaded.
 *
 * @param kind what it is for
 * @param address where it is
 * @param range the bytes wanted, or null for all
 * @param streamed whether it is wanted piece by piece as it comes, instead of as a whole; what is
 *     encrypted comes as a whole all the same
 * @param encryption how it is encrypted, or null: it comes decrypted
 */
public record Request(
    RequestKind kind,
    Address address,
    @Nullable ByteRange range,
    boolean streamed,
    @Nullable Encryption encryption) {
  /** Something to be loaded as a whole. */
  public Request(RequestKind kind, Address address, @Nullable ByteRange range) {
    this(kind, address, range, false, null);
  }

  /** Something that is in one place only, to be loaded as a whole. */
  public Request(RequestKind kind, String url, @Nullable ByteRange range) {
    this(kind, Address.of(url), range, false, null);
  }
}
