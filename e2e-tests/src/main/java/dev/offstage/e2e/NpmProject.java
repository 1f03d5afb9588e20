package dev.offstage.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Projects of npm whose tools are needed here. */
public final class NpmProject {
  private NpmProject() {}

  /** Installs what a project's lock file names, unless that has been done. */
  public static void install(Path project) throws IOException {
    Path lock = project.resolve("package-lock.json");
    Path installed = project.resolve("node_modules/.installed-lock");
    if (!Files.exists(installed) || Files.mismatch(lock, installed) >= 0) {
      run(project, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
      Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Runs a command in a project. Neither its input nor its output is ours: within a test these
   * belong to whoever runs the tests.
   *
   * @throws IllegalStateException if it fails, with what it has said
   */
  public static void run(Path project, String... command) throws IOException {
    Path said = Files.createTempFile("npm-project", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            String.join(" ", List.of(command))
                + " failed with status "
                + status
                + "\n"
                + Files.readString(said));
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IllegalStateException("interrupted", e);
    } finally {
      Files.delete(said);
    }
  }
}
