package dev.offstage.engine.error;

/**
 * The one exception that parsers throw: the input is malformed, or sound but unsupported. Nothing
 * else may come out of a parser, whatever the input.
 */
public final class ParserException extends RuntimeException {
  private final boolean malformed;

  private ParserException(String message, boolean malformed) {
    super(message);
    this.malformed = malformed;
  }

  /**
   * The input breaks its format's rules.
   *
   * @param what what is wrong, in a few words
   * @param where the element, box or byte offset
   */
  public static ParserException malformed(String what, String where) {
    return new ParserException("malformed: " + what + " (" + where + ")", true);
  }

  /** The input keeps to its format's rules and needs something that the player does not do. */
  public static ParserException unsupported(String what, String where) {
    return new ParserException("unsupported: " + what + " (" + where + ")", false);
  }

  /** Whether the input is broken, as opposed to unsupported. */
  public boolean isMalformed() {
    return malformed;
  }
}
