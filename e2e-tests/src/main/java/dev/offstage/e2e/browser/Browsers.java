package dev.offstage.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One running browser of each kind, started when first asked for. Playwright wants all calls on the
 * thread that made it, so an instance belongs to one thread.
 */
public final class Browsers implements AutoCloseable {
  private static final List<String> CHROMIUM_ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--autoplay-policy=no-user-gesture-required",
          "--disable-background-networking",
          "--disable-background-timer-throttling",
          "--disable-backgrounding-occluded-windows",
          "--disable-renderer-backgrounding",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-extensions",
          "--disable-sync",
          "--no-default-browser-check",
          "--no-first-run",
          "--disable-features=MediaRouter,OptimizationHints,Translate");

  private static final Map<String, Object> FIREFOX_PREFERENCES =
      Map.ofEntries(
          Map.entry("media.autoplay.default", 0),
          Map.entry("media.autoplay.blocking_policy", 0),
          Map.entry("media.gmp-manager.updateEnabled", false),
          Map.entry("app.normandy.enabled", false),
          Map.entry("app.update.enabled", false),
          // A page each takes turns in one process, kept for the next: starting one costs a second.
          Map.entry("dom.ipc.processCount", 1),
          Map.entry("dom.ipc.keepProcessesAlive.web", 1),
          Map.entry("dom.ipc.processPrelaunch.enabled", false),
          Map.entry("fission.autostart", false),
          Map.entry("browser.safebrowsing.downloads.enabled", false),
          Map.entry("browser.safebrowsing.malware.enabled", false),
          Map.entry("browser.safebrowsing.phishing.enabled", false),
          Map.entry("datareporting.policy.dataSubmissionEnabled", false),
          Map.entry("extensions.getAddons.cache.enabled", false),
          Map.entry("extensions.update.enabled", false),
          Map.entry("network.captive-portal-service.enabled", false),
          Map.entry("network.connectivity-service.enabled", false),
          Map.entry("services.settings.server", ""),
          Map.entry("toolkit.telemetry.enabled", false));

  private final Playwright playwright;
  private final BrowserFinder finder;
  private final Map<BrowserKind, Browser> running = new EnumMap<>(BrowserKind.class);
  private final Map<BrowserKind, Deque<Tab>> idle = new EnumMap<>(BrowserKind.class);

  /** Starts Playwright's driver, no browser yet; nothing is ever downloaded. */
  public Browsers() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    finder = BrowserFinder.forThisMachine(playwright);
  }

  /**
   * The running browser of this kind; one that died is started anew.
   *
   * @throws IllegalStateException with one line that says what to install, if there is none
   */
  public Browser get(BrowserKind kind) {
    Browser browser = running.get(kind);
    if (browser == null || !browser.isConnected()) {
      browser = launch(kind);
      running.put(kind, browser);
      idle.put(kind, new ArrayDeque<>());
    }
    return browser;
  }

  /**
   * A tab of the browser of this kind; one that has been {@linkplain Tab#release released}, too.
   */
  public Tab tab(BrowserKind kind) {
    Browser browser = get(kind);
    Deque<Tab> released = idle.get(kind);
    return released.isEmpty() ? new Tab(browser, released) : released.pop();
  }

  /** Another Chromium, which the caller closes, with further arguments on its command line. */
  public Browser startChromium(String... furtherArguments) {
    return launch(BrowserKind.CHROMIUM, furtherArguments);
  }

  @Override
  public void close() {
    running.values().forEach(Browser::close);
    playwright.close();
  }

  private Browser launch(BrowserKind kind, String... furtherArguments) {
    BrowserFinder.Found found = finder.find(kind);
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setExecutablePath(found.executable()).setHeadless(true);
    if (kind == BrowserKind.CHROMIUM) {
      List<String> arguments = new ArrayList<>(CHROMIUM_ARGUMENTS);
      arguments.addAll(List.of(furtherArguments));
      options.setArgs(arguments);
      // Viewers have the back-forward cache, which Playwright turns off.
      options.setIgnoreDefaultArgs(List.of("--disable-back-forward-cache"));
    } else {
      options.setFirefoxUserPrefs(FIREFOX_PREFERENCES);
      if (!found.playwrightBuild()) {
        // A stock Firefox speaks WebDriver BiDi, not the protocol of Playwright's build.
        options.setChannel("moz-firefox");
      }
    }
    return kind.type(playwright).launch(options);
  }
}
