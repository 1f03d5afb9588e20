package dev.offstage.engine.util;

/** Letters of ASCII alone: the JDK's methods bring the case tables of every script with them. */
public final class Ascii {
  private Ascii() {}

  /** The text with the letters A to Z in lower case, everything else as it is. */
  public static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
    }
    return lower.toString();
  }
}
