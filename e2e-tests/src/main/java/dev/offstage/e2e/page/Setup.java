package dev.offstage.e2e.page;

import dev.offstage.e2e.browser.BrowserKind;

/** The places where playback is tested: browser, build of the engine, home of the MediaSource. */
public enum Setup {
  /** WebAssembly engine, MediaSource in the worker. */
  CHROMIUM_WASM(BrowserKind.CHROMIUM, "wasm", "worker", "worker"),
  /** JavaScript engine, MediaSource in the worker. */
  CHROMIUM_JS(BrowserKind.CHROMIUM, "js", "worker", "worker"),
  /** WebAssembly engine, MediaSource on the page, behind the bridge. */
  CHROMIUM_BRIDGE(BrowserKind.CHROMIUM, "wasm", "window", "window"),
  /** What Firefox gets by itself: it has no MediaSource in workers. */
  FIREFOX(BrowserKind.FIREFOX, "auto", "auto", "window");

  private final BrowserKind browser;
  private final String engine;
  private final String mse;
  private final String actualMse;

  Setup(BrowserKind browser, String engine, String mse, String actualMse) {
    this.browser = browser;
    this.engine = engine;
    this.mse = mse;
    this.actualMse = actualMse;
  }

  public BrowserKind browser() {
    return browser;
  }

  /** The player's {@code engine} option. */
  public String engine() {
    return engine;
  }

  /** The player's {@code mse} option. */
  public String mse() {
    return mse;
  }

  /** What {@code player.mse} must then say. */
  public String actualMse() {
    return actualMse;
  }

  /**
   * Whether a frame drawn in a requestVideoFrameCallback is the one that it calls back for: in
   * Firefox it may be some frames away.
   */
  public boolean drawsExactly() {
    return browser == BrowserKind.CHROMIUM;
  }

  /** Whether Web Audio runs: Firefox's does not start on a machine without an audio device. */
  public boolean canHear() {
    return browser == BrowserKind.CHROMIUM;
  }
}
