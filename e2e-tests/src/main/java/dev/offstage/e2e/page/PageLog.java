package dev.offstage.e2e.page;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a page and its workers said on the console, and what went wrong uncaught. */
public final class PageLog {
  /** The browser says this itself of any failed request; the server's log knows better. */
  private static final String FAILED_REQUEST = "Failed to load resource";

  private final Page page;
  private final Consumer<ConsoleMessage> consoleListener = this::onConsole;
  private final Consumer<String> errorListener = error -> error("uncaught: " + error);
  private final Consumer<Page> crashListener = crashed -> error("the page crashed");
  private final List<String> lines = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final List<Predicate<String>> expected = new ArrayList<>();

  PageLog(Page page) {
    this.page = page;
    page.onConsoleMessage(consoleListener);
    page.onPageError(errorListener);
    page.onCrash(crashListener);
  }

  /** Hears no more. */
  void end() {
    page.offConsoleMessage(consoleListener);
    page.offPageError(errorListener);
    page.offCrash(crashListener);
  }

  /** Lets errors that contain this text pass. */
  public void expect(String text) {
    expected.add(error -> error.contains(text));
  }

  /** Console errors, uncaught errors and crashes that no test expected. */
  public List<String> unexpectedErrors() {
    return errors.stream()
        .filter(error -> expected.stream().noneMatch(known -> known.test(error)))
        .toList();
  }

  /** Forgets what was said so far, and what was expected. */
  public void clear() {
    lines.clear();
    errors.clear();
    expected.clear();
  }

  private void onConsole(ConsoleMessage message) {
    String line = message.type() + ": " + message.text() + " @ " + message.location();
    lines.add(line);
    if (message.type().equals("error") && !message.text().startsWith(FAILED_REQUEST)) {
      errors.add(line);
    }
  }

  private void error(String line) {
    lines.add(line);
    errors.add(line);
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
