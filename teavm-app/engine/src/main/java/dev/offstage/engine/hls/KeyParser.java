package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.Ascii;
import dev.offstage.engine.util.Hex;
import dev.offstage.engine.util.Urls;
import org.jspecify.annotations.Nullable;

/** {@code EXT-X-KEY} and {@code EXT-X-SESSION-KEY} (RFC 8216bis, section 4.4.4.4). */
final class KeyParser {
  private static final int IV_DIGITS = 32;

  private KeyParser() {}

  /** The key, or null for {@code METHOD=NONE}. */
  static @Nullable Key parse(AttributeList attributes, String baseUrl) {
    String method = attributes.required("METHOD");
    if (method.equals("NONE")) {
      return null;
    }
    String format = attributes.text("KEYFORMAT");
    String versions = attributes.text("KEYFORMATVERSIONS");
    return new Key(
        method,
        Urls.resolve(baseUrl, attributes.required("URI")),
        iv(attributes),
        format == null ? Key.IDENTITY : format,
        versions == null ? "1" : versions);
  }

  private static @Nullable String iv(AttributeList attributes) {
    String iv = attributes.text("IV");
    if (iv == null) {
      return null;
    }
    int digits = iv.length() - 2;
    boolean isHex =
        digits > 0 && digits <= IV_DIGITS && (iv.startsWith("0x") || iv.startsWith("0X"));
    for (int i = 2; isHex && i < iv.length(); i++) {
      isHex = Hex.digit(iv.charAt(i)) >= 0;
    }
    if (!isHex) {
      throw ParserException.malformed("IV=" + iv, attributes.where());
    }
    StringBuilder full = new StringBuilder();
    for (int i = digits; i < IV_DIGITS; i++) {
      full.append('0');
    }
    return full.append(Ascii.lowerCase(iv.substring(2))).toString();
  }
}
