package dev.offstage.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** The directories of the project that tests read from and write to. */
public final class ProjectFiles {
  private static final Path ROOT = findRoot();

  private ProjectFiles() {}

  /** The built npm package: {@code js-glue/dist}. */
  public static Path dist() {
    return ROOT.resolve("js-glue/dist");
  }

  /** The controls that the elements are tried with, as npm has installed them for the demo. */
  public static Path mediaChrome() {
    return ROOT.resolve("web/node_modules/media-chrome/dist");
  }

  /** The committed test media: {@code e2e-tests/media/files}. */
  public static Path media() {
    return ROOT.resolve("e2e-tests/media/files");
  }

  /** The demo page and its static files: {@code web}. */
  public static Path web() {
    return ROOT.resolve("web");
  }

  /** The benchmark's npm project, which has the other players: {@code e2e-tests/benchmark}. */
  public static Path benchmark() {
    return ROOT.resolve("e2e-tests/benchmark");
  }

  /** The small transport streams of the engine's own tests. */
  public static Path engineTestMedia() {
    return ROOT.resolve("teavm-app/engine/src/test/resources/ts");
  }

  /** Projects that bundle the package: {@code e2e-tests/bundlers}. */
  public static Path bundlers() {
    return ROOT.resolve("e2e-tests/bundlers");
  }

  /** The documentation: {@code docs}. */
  public static Path docs() {
    return ROOT.resolve("docs");
  }

  /** What makes programs of the documentation's code blocks: {@code e2e-tests/snippets}. */
  public static Path snippets() {
    return ROOT.resolve("e2e-tests/snippets");
  }

  /** Where failed tests leave screenshots and logs: {@code e2e-tests/target}. */
  public static Path target() {
    return ROOT.resolve("e2e-tests/target");
  }

  private static Path findRoot() {
    Path start = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    for (Path dir = start; dir != null; dir = dir.getParent()) {
      if (Files.isDirectory(dir.resolve("js-glue"))
          && Files.isDirectory(dir.resolve("e2e-tests"))) {
        return dir;
      }
    }
    throw new IllegalStateException("not inside the project: " + start);
  }
}
