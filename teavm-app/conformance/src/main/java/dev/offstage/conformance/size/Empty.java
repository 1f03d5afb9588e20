package dev.offstage.conformance.size;

/** The program that does nothing. */
public final class Empty {
  private Empty() {}

  public static void main(String[] args) {}
}
