package dev.offstage.e2e.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;

/** The kinds of browser that playback is tested in, and the names they go by. */
public enum BrowserKind {
  CHROMIUM(
      "OFFSTAGE_CHROMIUM",
      "chromium",
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")),
  FIREFOX("OFFSTAGE_FIREFOX", "firefox-esr", List.of("firefox-esr", "firefox"));

  private final String variable;
  private final String debianPackage;
  private final List<String> commands;

  BrowserKind(String variable, String debianPackage, List<String> commands) {
    this.variable = variable;
    this.debianPackage = debianPackage;
    this.commands = commands;
  }

  /** The environment variable that may hold the browser's path. */
  String variable() {
    return variable;
  }

  String debianPackage() {
    return debianPackage;
  }

  /** What the browser is called on the PATH, best first. */
  List<String> commands() {
    return commands;
  }

  BrowserType type(Playwright playwright) {
    return this == CHROMIUM ? playwright.chromium() : playwright.firefox();
  }
}
