package dev.offstage.e2e.browser;

import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds a browser: where the environment variable says, on the PATH, where Playwright keeps its
 * own, or, if Debian may install it, there.
 */
final class BrowserFinder {
  /**
   * @param executable the browser's program
   * @param playwrightBuild whether it is Playwright's own build, which is driven differently
   */
  record Found(Path executable, boolean playwrightBuild) {}

  private final Map<String, String> environment;
  private final Function<BrowserKind, Path> playwrightPath;
  private final DebianInstaller installer;

  /**
   * @param environment the variables of the process
   * @param playwrightPath where Playwright would keep its own build, whether it is there or not
   */
  BrowserFinder(
      Map<String, String> environment,
      Function<BrowserKind, Path> playwrightPath,
      DebianInstaller installer) {
    this.environment = environment;
    this.playwrightPath = playwrightPath;
    this.installer = installer;
  }

  static BrowserFinder forThisMachine(Playwright playwright) {
    return new BrowserFinder(
        System.getenv(),
        kind -> Path.of(kind.type(playwright).executablePath()),
        DebianInstaller.forThisMachine());
  }

  /**
   * @throws IllegalStateException with one line that says what to install
   */
  Found find(BrowserKind kind) {
    String named = environment.get(kind.variable());
    if (named != null && !named.isBlank()) {
      Path executable = Path.of(named);
      if (!Files.isExecutable(executable)) {
        throw new IllegalStateException(kind.variable() + " is not a program: " + named);
      }
      return new Found(executable, false);
    }
    Optional<Path> onPath = onPath(kind);
    if (onPath.isPresent()) {
      return new Found(onPath.get(), false);
    }
    Path own = playwrightPath.apply(kind);
    if (Files.isExecutable(own)) {
      return new Found(own, true);
    }
    if (installer.mayInstall()) {
      installer.installUnless(() -> onPath(kind).isPresent(), kind.debianPackage());
      return new Found(
          onPath(kind).orElseThrow(() -> new IllegalStateException(missing(kind))), false);
    }
    throw new IllegalStateException(missing(kind));
  }

  private Optional<Path> onPath(BrowserKind kind) {
    for (String command : kind.commands()) {
      for (String directory : environment.getOrDefault("PATH", "").split(":")) {
        Path executable = Path.of(directory.isEmpty() ? "." : directory).resolve(command);
        if (Files.isRegularFile(executable) && Files.isExecutable(executable)) {
          return Optional.of(executable);
        }
      }
    }
    return Optional.empty();
  }

  private static String missing(BrowserKind kind) {
    return "No "
        + kind.commands().get(0)
        + " found: install it (Debian: apt-get install "
        + kind.debianPackage()
        + ") or set "
        + kind.variable()
        + " to its path.";
  }
}
