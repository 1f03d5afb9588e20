package dev.offstage.e2e.junit;

import dev.offstage.e2e.browser.Browsers;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browsers of the whole test run, closed at its end by JUnit's root store. */
final class SharedBrowsers implements AutoCloseable {
  private final Browsers browsers = new Browsers();

  static Browsers of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedBrowsers.class))
        .getOrComputeIfAbsent(
            SharedBrowsers.class, key -> new SharedBrowsers(), SharedBrowsers.class)
        .browsers;
  }

  @Override
  public void close() {
    browsers.close();
  }
}
