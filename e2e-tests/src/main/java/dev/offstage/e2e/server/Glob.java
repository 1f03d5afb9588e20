package dev.offstage.e2e.server;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Path patterns: {@code *} stands for anything within a path segment, {@code **} for anything at
 * all.
 */
final class Glob {
  private Glob() {}

  static Predicate<String> of(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c != '*') {
        regex.append(Pattern.quote(String.valueOf(c)));
      } else if (i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
        regex.append(".*");
        i++;
      } else {
        regex.append("[^/]*");
      }
    }
    return Pattern.compile(regex.toString()).asMatchPredicate();
  }
}
