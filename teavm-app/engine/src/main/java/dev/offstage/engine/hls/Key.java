package dev.offstage.engine.hls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXT-X-KEY} or {@code EXT-X-SESSION-KEY}: how segments are encrypted (RFC 8216bis, section
 * 4.4.4.4).
 *
 * @param method such as {@code AES-128}, never {@code NONE}
 * @param url of the key, absolute
 * @param ivHex 32 hexadecimal digits in lower case; null for the media sequence number
 * @param keyFormat {@code identity} where the playlist says nothing
 * @param keyFormatVersions such as {@code 1/2}
 */
public record Key(
    String method, String url, @Nullable String ivHex, String keyFormat, String keyFormatVersions) {
  /** The format of a key that is 16 bytes and nothing else. */
  public static final String IDENTITY = "identity";

  /** Whether two lists have the same keys in the same order. */
  static boolean areSame(List<Key> one, List<Key> other) {
    int i = 0;
    while (i < one.size() && i < other.size() && one.get(i).equals(other.get(i))) {
      i++;
    }
    return i == one.size() && i == other.size();
  }
}
