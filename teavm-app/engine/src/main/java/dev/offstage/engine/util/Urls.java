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
    if (reference.startsWith("//")) {
      int pathOfReference = authority + endOfPart(reference, 2, true);
      return withoutDotSegments(base.substring(0, authority) + reference, pathOfReference);
    }
    boolean relative = reference.charAt(0) != '/';
    int kept = relative ? Math.max(path, base.lastIndexOf('/', query - 1) + 1) : path;
    boolean slashMissing = relative && kept == path && path > authority;
    String directory = slashMissing ? base.substring(0, kept) + '/' : base.substring(0, kept);
    return withoutDotSegments(directory + reference, path);
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

  /** RFC 3986, section 5.2.4, for the path that begins at {@code path}. */
  private static String withoutDotSegments(String url, int path) {
    int end = endOfPart(url, path, false);
    int dot = url.startsWith(".", path) ? path : url.indexOf("/.", path);
    if (dot < 0 || dot >= end) {
      return url;
    }
    StringBuilder out = new StringBuilder(url.substring(0, path));
    int from = path;
    while (from < end) {
      int slash = url.indexOf('/', from);
      int next = slash < 0 || slash >= end ? end : slash + 1;
      String segment = url.substring(from, next);
      if (segment.equals("..") || segment.equals("../")) {
        int length = out.length() - 1;
        while (length > path && out.charAt(length - 1) != '/') {
          length--;
        }
        if (length > path || length == path && out.charAt(path) != '/') {
          out.setLength(length);
        }
      } else if (!segment.equals(".") && !segment.equals("./")) {
        out.append(segment);
      }
      from = next;
    }
    return out.append(url.substring(end)).toString();
  }
}
