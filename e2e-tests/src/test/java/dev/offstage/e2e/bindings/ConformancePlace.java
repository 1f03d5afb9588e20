package dev.offstage.e2e.bindings;

import dev.offstage.e2e.browser.BrowserKind;

/** The places where the conformance cases run: browser, context, build. */
enum ConformancePlace {
  CHROMIUM_WORKER_WASM(BrowserKind.CHROMIUM, "worker", "wasm"),
  CHROMIUM_WORKER_JS(BrowserKind.CHROMIUM, "worker", "js"),
  CHROMIUM_PAGE_WASM(BrowserKind.CHROMIUM, "page", "wasm"),
  CHROMIUM_PAGE_JS(BrowserKind.CHROMIUM, "page", "js"),
  FIREFOX_PAGE_WASM(BrowserKind.FIREFOX, "page", "wasm"),
  FIREFOX_PAGE_JS(BrowserKind.FIREFOX, "page", "js");

  final BrowserKind browser;
  final String context;
  final String build;

  ConformancePlace(BrowserKind browser, String context, String build) {
    this.browser = browser;
    this.context = context;
    this.build = build;
  }
}
