package dev.offstage.conformance.stage;

/** The browser lacks what the case is about; the bindings said so as they should. */
public final class Absent extends RuntimeException {
  public Absent(String what) {
    super(what);
  }
}
