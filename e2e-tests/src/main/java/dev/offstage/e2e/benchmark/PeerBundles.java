package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The other players, installed by npm at the exact versions of the lock file, and bundled. */
final class PeerBundles {
  private PeerBundles() {}

  /**
   * Installs what has not been installed, and bundles.
   *
   * @return the directory of the bundles
   * @throws IllegalStateException if npm or a bundle fails
   */
  static Path make() throws IOException {
    Path project = ProjectFiles.benchmark();
    Path lock = project.resolve("package-lock.json");
    Path installed = project.resolve("node_modules/.installed-lock");
    if (!Files.exists(installed) || Files.mismatch(lock, installed) >= 0) {
      run(project, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
      Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    }
    Path bundles = ProjectFiles.target().resolve("benchmark/peers");
    run(project, "node", "build.mjs", bundles.toString());
    return bundles;
  }

  private static void run(Path directory, String... command) throws IOException {
    Process process = new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            String.join(" ", List.of(command)) + " failed with status " + status);
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
