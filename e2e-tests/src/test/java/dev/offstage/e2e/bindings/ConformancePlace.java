package dev.offstage.e2e.bindings;

import dev.offstage.e2e.browser.BrowserKind;

/**
 * The places where the conformance cases run: browser, context, build. Firefox runs one build: its
 * run is the longest of all, and the builds are compared in Chromium.
 */
enum ConformancePlace {
  CHROMIUM_WORKER_WASM(BrowserKind.CHROMIUM, "worker", "wasm"),
  CHROMIUM_WORKER_JS(BrowserKind.CHROMIUM, "worker", "js"),
  CHROMIUM_PAGE_WASM(BrowserKind.CHROMIUM, "page", "wasm"),
  CHROMIUM_PAGE_JS(BrowserKind.CHROMIUM, "page", "js"),
  /** With {@link #TRACK_LISTS}; only the cases that are about tracks. */
  CHROMIUM_TRACKS_WASM(BrowserKind.CHROMIUM, "page", "wasm"),
  CHROMIUM_TRACKS_JS(BrowserKind.CHROMIUM, "page", "js"),
  FIREFOX_PAGE_WASM(BrowserKind.FIREFOX, "page", "wasm");

  /** Gives Chromium the track lists that it has, but not by default. */
  static final String TRACK_LISTS = "--enable-blink-features=AudioVideoTracks";

  final BrowserKind browser;
  final String context;
  final String build;

  ConformancePlace(BrowserKind browser, String context, String build) {
    this.browser = browser;
    this.context = context;
    this.build = build;
  }

  /** Whether this place is Chromium with {@link #TRACK_LISTS}. */
  boolean withTrackLists() {
    return this == CHROMIUM_TRACKS_WASM || this == CHROMIUM_TRACKS_JS;
  }

  /** A part of the names of the cases that run here. */
  String only() {
    return withTrackLists() ? "tracks" : "";
  }
}
