package dev.offstage.conformance.stage;

/** The statement of a case does not hold. */
public final class CaseFailure extends RuntimeException {
  public CaseFailure(String what) {
    super(what);
  }
}
