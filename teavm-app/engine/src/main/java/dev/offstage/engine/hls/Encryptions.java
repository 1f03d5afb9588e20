package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.presentation.Encryption;
import dev.offstage.engine.util.Hex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What playlists say of keys, as far as the player has them (RFC 8216bis, section 4.4.4.4). */
final class Encryptions {
  private static final int IV_BYTES = 16;

  private Encryptions() {}

  /**
   * How something is encrypted; null where it is not.
   *
   * @param keys one entry for each key format
   * @param mediaSequence of the segment, which stands for an IV that is not given; NaN if it must
   *     be
   * @param where for errors
   * @throws ParserException unsupported, if no method is one that the player knows
   */
  static @Nullable Encryption of(List<Key> keys, double mediaSequence, String where) {
    if (keys.isEmpty()) {
      return null;
    }
    for (Key key : keys) {
      int keyBytes =
          switch (key.method()) {
            case "AES-128" -> 16;
            case "AES-256" -> 32;
            default -> 0;
          };
      String iv = key.ivHex();
      if (keyBytes > 0 && key.keyFormat().equals(Key.IDENTITY)) {
        if (iv == null && Double.isNaN(mediaSequence)) {
          throw ParserException.malformed("encrypted EXT-X-MAP without an IV", where);
        }
        return new Encryption(key.url(), keyBytes, iv == null ? hex(mediaSequence) : iv);
      }
    }
    Key first = keys.get(0);
    throw ParserException.unsupported(
        "encryption by " + first.method() + " with keys of the format " + first.keyFormat(), where);
  }

  private static String hex(double number) {
    StringBuilder digits = new StringBuilder();
    for (int i = IV_BYTES - 1; i >= 0; i--) {
      double shifted = i > 6 ? 0 : Math.floor(number / Math.pow(2, 8 * i));
      digits.append(Hex.ofByte((int) (shifted - Math.floor(shifted / 256) * 256)));
    }
    return digits.toString();
  }
}
