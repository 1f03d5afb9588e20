package dev.offstage.conformance.cases;

import dev.offstage.conformance.Suite;

/** Every case, in the order of the report. */
public final class AllCases {
  private AllCases() {}

  public static Suite suite() {
    Suite suite = new Suite();
    HandleCases.register(suite);
    SourceCases.register(suite);
    BufferListCases.register(suite);
    AppendCases.register(suite);
    PlaceCases.register(suite);
    return suite;
  }
}
