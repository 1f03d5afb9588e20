package dev.offstage.engine.util;

/**
 * Numbers in text, without the JDK's parsers and printers, which weigh more than the rest of the
 * engine once compiled. What is no number is {@link Double#NaN}.
 */
public final class Numbers {
  /** Integers are exact up to here: 2^53. */
  public static final double MAX_INTEGER = 9007199254740992.0;

  private static final double BILLION = 1e9;

  /** 10^22 is the last power of ten that a double holds exactly. */
  private static final int MAX_FRACTION_DIGITS = 22;

  private Numbers() {}

  /**
   * A decimal integer with an optional sign; spaces around it do not count.
   *
   * @return exact, from -2^53 to 2^53; NaN for anything else
   */
  public static double integer(String text) {
    return number(text, 0, text.length(), false);
  }

  /**
   * A decimal number such as {@code -12.5}, without an exponent; spaces around it do not count.
   *
   * @return the nearest double where there are at most 15 significant digits; NaN if it is none
   */
  public static double decimal(String text) {
    return number(text, 0, text.length(), true);
  }

  /**
   * A number, or a fraction such as {@code 30000/1001}.
   *
   * @return NaN if it is neither, or has no finite value
   */
  public static double ratio(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return decimal(text);
    }
    double quotient = number(text, 0, slash, true) / number(text, slash + 1, text.length(), true);
    return Double.isInfinite(quotient) ? Double.NaN : quotient;
  }

  /**
   * An ISO 8601 duration such as {@code P1DT2H3M4.5S}. A year counts 365 days, a month 30.
   *
   * @return seconds; NaN if it is none
   */
  public static double durationS(String text) {
    String trimmed = text.trim();
    boolean negative = trimmed.startsWith("-");
    int at = negative ? 1 : 0;
    if (!trimmed.startsWith("P", at) || trimmed.length() < at + 3) {
      return Double.NaN;
    }
    at++;
    // Seconds are kept as an integer over a power of ten, so that the sum is rounded only once.
    double whole = 0;
    double fraction = 0;
    double scale = 1;
    boolean time = false;
    while (at < trimmed.length()) {
      if (trimmed.charAt(at) == 'T' && !time) {
        time = true;
        at++;
        continue;
      }
      int start = at;
      double value = 0;
      boolean point = false;
      fraction = 0;
      scale = 1;
      char c = 0;
      for (; at < trimmed.length(); at++) {
        c = trimmed.charAt(at);
        if (c == '.' && !point) {
          point = true;
        } else if (c < '0' || c > '9') {
          break;
        } else if (!point) {
          value = value * 10 + (c - '0');
        } else if (scale < BILLION) {
          fraction = fraction * 10 + (c - '0');
          scale *= 10;
        }
      }
      double unit = at < trimmed.length() ? unitS(c, time) : Double.NaN;
      if (at == start || Double.isNaN(unit) || point && c != 'S') {
        return Double.NaN;
      }
      whole += value * unit;
      at++;
    }
    double seconds = (whole * scale + fraction) / scale;
    return negative ? -seconds : seconds;
  }

  private static double unitS(char letter, boolean time) {
    return switch (letter) {
      case 'Y' -> time ? Double.NaN : 365 * 86400;
      case 'M' -> time ? 60 : 30 * 86400;
      case 'W' -> time ? Double.NaN : 7 * 86400;
      case 'D' -> time ? Double.NaN : 86400;
      case 'H' -> time ? 3600 : Double.NaN;
      case 'S' -> time ? 1 : Double.NaN;
      default -> Double.NaN;
    };
  }

  /**
   * Writes an integer out in full, never in exponents.
   *
   * @param integer from 0 to 2^53
   */
  public static String print(double integer) {
    if (integer < BILLION) {
      return Integer.toString((int) integer);
    }
    int high = (int) (integer / BILLION);
    String low = Integer.toString((int) (integer - high * BILLION));
    StringBuilder digits = new StringBuilder().append(high);
    for (int i = low.length(); i < 9; i++) {
      digits.append('0');
    }
    return digits.append(low).toString();
  }

  private static double number(String text, int from, int to, boolean withFraction) {
    int start = from;
    int end = to;
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    boolean negative = false;
    if (start < end && (text.charAt(start) == '-' || text.charAt(start) == '+')) {
      negative = text.charAt(start) == '-';
      start++;
    }
    double mantissa = 0;
    double scale = 1;
    int digits = 0;
    int fractionDigits = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' && withFraction && fractionDigits < 0) {
        fractionDigits = 0;
        continue;
      }
      if (c < '0' || c > '9') {
        return Double.NaN;
      }
      digits++;
      double longer = mantissa * 10 + (c - '0');
      if (fractionDigits < 0) {
        mantissa = longer;
      } else if (longer <= MAX_INTEGER && fractionDigits < MAX_FRACTION_DIGITS) {
        mantissa = longer;
        scale *= 10;
        fractionDigits++;
      }
    }
    if (digits == 0 || !(mantissa <= MAX_INTEGER)) {
      return Double.NaN;
    }
    return negative ? -mantissa / scale : mantissa / scale;
  }
}
