package dev.offstage.engine.util;

/**
 * URL references, resolved on strings by RFC 3986, section 5.2 (strict). Nothing is decoded or
 * encoded.
 */
public final class Urls {
  private Urls() {}

  /**
   * The absolute URL that {@code reference} means when it is read at {@code base}.
   *
   * @param base absolute; where it has no hierarchy ({@code data:}, {@code blob:}) nothing can be
   *     relative to it and the reference comes back unchanged
   * @param reference absolute, relative or empty
   */
  public static String resolve(String base, String reference) {
    if (schemeLength(reference) > 0) {
      return reference;
    }
    int authority = schemeLength(base);
    if (authority > 0 && !base.startsWith("/", authority)) {
      return reference;
    }
    int path = base.startsWith("//", authority) ? endOfPart(base, authority + 2, true) : authority;
    int query = endOfPart(base, path, false);
    if (reference.isEmpty() || reference.charAt(0) == '#') {
      int fragment = base.indexOf('#', query);
      return (fragment < 0 ? base : base.substring(0, fragment)) + reference;
    }
    if (reference.charAt(0) == '?') {
      return base.substring(0, query) + reference;
    }
    int pathOfReference = 0;
    String start;
    String directory = "";
    if (reference.startsWith("//")) {
      pathOfReference = endOfPart(reference, 2, true);
      start = base.substring(0, authority) + reference.substring(0, pathOfReference);
    } else {
      start = base.substring(0, path);
      if (reference.charAt(0) != '/') {
        int slash = base.lastIndexOf('/', query - 1);
        directory = slash >= path ? base.substring(path, slash + 1) : path > authority ? "/" : "";
      }
    }
    int tail = endOfPart(reference, pathOfReference, false);
    return start
        + withoutDotSegments(directory + reference.substring(pathOfReference, tail))
        + reference.substring(tail);
  }

  /** The length of the scheme with its colon, or 0 where there is none. */
  private static int schemeLength(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (c == ':') {
        return i == 0 ? 0 : i + 1;
      }
      if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'))) {
        return 0;
      }
    }
    return 0;
  }

  /** Where the query or the fragment begins, or the path too if {@code atPath}; else the end. */
  private static int endOfPart(String url, int from, boolean atPath) {
    for (int i = from; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '?' || c == '#' || atPath && c == '/') {
        return i;
      }
    }
    return url.length();
  }

  /** RFC 3986, section 5.2.4. */
  private static String withoutDotSegments(String path) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int next = slash < 0 ? path.length() : slash + 1;
      String segment = path.substring(from, slash < 0 ? next : slash);
      if (segment.equals("..")) {
        int end = out.length() - 1;
        while (end > 0 && out.charAt(end - 1) != '/') {
          end--;
        }
        if (end > 0 || end == 0 && out.charAt(0) != '/') {
          out.setLength(end);
        }
      } else if (!segment.equals(".")) {
        out.append(path, from, next);
      }
      from = next;
    }
    return out.toString();
  }
}
