package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.NpmProject;
import dev.offstage.e2e.ProjectFiles;
import java.io.IOException;
import java.nio.file.Path;

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
    NpmProject.install(project);
    Path bundles = ProjectFiles.target().resolve("benchmark/peers");
    NpmProject.run(project, "node", "build.mjs", bundles.toString());
    return bundles;
  }
}
