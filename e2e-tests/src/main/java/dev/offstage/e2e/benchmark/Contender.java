package dev.offstage.e2e.benchmark;

/** A player that is measured. */
enum Contender {
  /** The element alone with a file, for what the browser itself costs. */
  PLAIN("<video src>", "plain", false),
  OFFSTAGE_WASM("Offstage, WasmGC", "offstage", true),
  /** With a content security policy that forbids WebAssembly, as such sites get it. */
  OFFSTAGE_JS("Offstage, JavaScript", "offstage", true),
  RXPLAYER("RxPlayer 4.5.0", "rxplayer", false),
  RXPLAYER_WORKER("RxPlayer 4.5.0, worker", "rxplayer-worker", false),
  SHAKA("Shaka 5.2.12", "shaka", false),
  DASHJS("dash.js 5.2.1", "dashjs", false),
  /** For HLS, which is measured less. */
  HLSJS("hls.js 1.7.4", "hlsjs", false);

  private final String label;
  private final String script;
  private final boolean ours;

  Contender(String label, String script, boolean ours) {
    this.label = label;
    this.script = script;
    this.ours = ours;
  }

  /** Name and version, for people. */
  String label() {
    return label;
  }

  /** Its name in {@code contenders.js}. */
  String script() {
    return script;
  }

  /** Whether it is Offstage rather than one that Offstage is compared with. */
  boolean isOurs() {
    return ours;
  }

  /** Whether the worker's policy must forbid WebAssembly. */
  boolean forbidsWasm() {
    return this == OFFSTAGE_JS;
  }
}
