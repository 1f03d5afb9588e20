package dev.offstage.engine.util;

import java.util.ArrayList;
import java.util.List;

/**
 * Searches in lists. What the JDK's own methods call is {@code equals} of whatever is in any list,
 * so that once compiled they bring in that of every record there is.
 */
public final class Lists {
  private Lists() {}

  /** The index of a text, or -1. */
  public static int indexOf(List<String> texts, String text) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).equals(text)) {
        return i;
      }
    }
    return -1;
  }

  /** The index of this very object, or -1. */
  public static <T> int indexOfSame(List<T> list, T element) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == element) {
        return i;
      }
    }
    return -1;
  }

  /** A copy of the elements from {@code from} up to {@code to}. */
  public static <T> List<T> part(List<T> list, int from, int to) {
    List<T> part = new ArrayList<>();
    for (int i = from; i < to; i++) {
      part.add(list.get(i));
    }
    return part;
  }

  /** Whether two lists have the same texts in the same order. */
  public static boolean areSame(List<String> one, List<String> other) {
    int i = 0;
    while (i < one.size() && i < other.size() && one.get(i).equals(other.get(i))) {
      i++;
    }
    return i == one.size() && i == other.size();
  }
}
