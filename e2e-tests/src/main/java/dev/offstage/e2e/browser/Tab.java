package dev.offstage.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A page of a browser in a context of its own. A tab costs a browser more than most tests do (in
 * Firefox a whole window), so one test after another opens its documents in it: these begin anew
 * each time, and so does what they can store, as each test's server is an origin of its own.
 */
public final class Tab implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final Deque<Tab> idle;

  Tab(Browser browser, Deque<Tab> idle) {
    context = browser.newContext();
    page = context.newPage();
    this.idle = idle;
  }

  /** A tab that no other test has used, and none will. */
  public static Tab fresh(Browser browser) {
    return new Tab(browser, new ArrayDeque<>());
  }

  public Page page() {
    return page;
  }

  /** Leaves the document, and keeps the tab for the next test unless its browser is gone. */
  public void release() {
    try {
      page.navigate("about:blank");
    } catch (PlaywrightException e) {
      return;
    }
    idle.push(this);
  }

  /** Closes the tab for good: after a failure, nobody knows what state it is in. */
  @Override
  public void close() {
    context.close();
  }
}
