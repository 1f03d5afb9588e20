package dev.offstage.engine.util;

/** Moments as ISO 8601 writes them, such as {@code 2010-02-19T14:54:23.031+08:00}. */
public final class IsoDate {
  private IsoDate() {}

  /**
   * Reads a moment. Seconds may have a fraction and may be left out, as may the time; without a
   * zone it is UTC.
   *
   * @return milliseconds since the Unix epoch, with fractions; NaN if it is none
   */
  public static double ms(String text) {
    return new Reader(text.trim()).read();
  }

  private static final class Reader {
    private final String text;
    private int at;
    private boolean wrong;

    Reader(String text) {
      this.text = text;
    }

    double read() {
      int year = digits(4);
      expect('-');
      int month = digits(2);
      expect('-');
      int day = digits(2);
      int hour = 0;
      int minute = 0;
      double second = 0;
      int zoneMinutes = 0;
      if (take('T') || take('t') || take(' ')) {
        hour = digits(2);
        expect(':');
        minute = digits(2);
        if (take(':')) {
          second = digits(2) + fraction();
        }
        zoneMinutes = zone();
      }
      boolean inRange =
          month >= 1
              && month <= 12
              && day >= 1
              && day <= 31
              && hour <= 24
              && minute <= 59
              && second < 61;
      if (wrong || !inRange || at < text.length()) {
        return Double.NaN;
      }
      double minutes = (days(year, month) + day - 1) * 1440.0 + hour * 60 + minute - zoneMinutes;
      return minutes * 60000 + second * 1000;
    }

    private int zone() {
      if (at == text.length() || take('Z') || take('z')) {
        return 0;
      }
      int sign = take('-') ? -1 : 1;
      if (sign > 0) {
        expect('+');
      }
      int hours = digits(2);
      take(':');
      return sign * (hours * 60 + (at < text.length() ? digits(2) : 0));
    }

    private double fraction() {
      double sum = 0;
      double scale = 1;
      if (take('.') || take(',')) {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
          if (scale < 1e9) {
            sum = sum * 10 + (text.charAt(at) - '0');
            scale *= 10;
          }
          at++;
        }
      }
      return sum / scale;
    }

    private int digits(int count) {
      int sum = 0;
      for (int i = 0; i < count; i++) {
        char c = at < text.length() ? text.charAt(at++) : 0;
        wrong |= c < '0' || c > '9';
        sum = sum * 10 + (c - '0');
      }
      return sum;
    }

    private boolean take(char c) {
      boolean there = at < text.length() && text.charAt(at) == c;
      at += there ? 1 : 0;
      return there;
    }

    private void expect(char c) {
      wrong |= !take(c);
    }

    /** The days from the epoch to the first of a month, in the Gregorian calendar. */
    private static int days(int year, int month) {
      // A year that begins in March has its leap day at the end.
      int y = month <= 2 ? year - 1 : year;
      int m = month <= 2 ? month + 9 : month - 3;
      int leaps = y / 4 - y / 100 + y / 400;
      return y * 365 + leaps + (m * 153 + 2) / 5 - 719468;
    }
  }
}
