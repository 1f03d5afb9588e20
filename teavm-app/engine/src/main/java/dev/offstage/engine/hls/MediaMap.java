package dev.offstage.engine.hls;

import dev.offstage.engine.media.ByteRange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXT-X-MAP}: the init segment of those that follow (RFC 8216bis, section 4.4.4.5).
 *
 * @param url absolute
 * @param range the bytes of it, or null for the whole resource
 * @param keys how it is encrypted, one entry for each key format; empty where it is not
 */
public record MediaMap(String url, @Nullable ByteRange range, List<Key> keys) {
  static boolean areSame(@Nullable MediaMap one, @Nullable MediaMap other) {
    if (one == null || other == null) {
      return one == other;
    }
    return one.url.equals(other.url)
        && Objects.equals(one.range, other.range)
        && Key.areSame(one.keys, other.keys);
  }
}
