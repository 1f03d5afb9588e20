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
    ConfigCases.register(suite);
    FrameCases.register(suite);
    StateCases.register(suite);
    UntypedCases.register(suite);
    BytesCases.register(suite);
    TypeCases.register(suite);
    IdlCases.register(suite);
    PlayCases.register(suite);
    HandlePageCases.register(suite);
    ScopeCases.register(suite);
    FetchCases.register(suite);
    StreamCases.register(suite);
    CryptoCases.register(suite);
    ElementCases.register(suite);
    TrackCases.register(suite);
    ManagedCases.register(suite);
    StandInCases.register(suite);
    CapabilityCases.register(suite);
    EmeCases.register(suite);
    return suite;
  }
}
