package dev.offstage.e2e.browser;

import dev.offstage.e2e.ProjectFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Installs Debian packages where this is Debian and the user may. */
class DebianInstaller {
  private static final Path APT = Path.of("/usr/bin/apt-get");
  private final List<String> asRoot;
  private final boolean allowed;

  private DebianInstaller(boolean allowed, List<String> asRoot) {
    this.allowed = allowed;
    this.asRoot = asRoot;
  }

  static DebianInstaller forThisMachine() {
    if (!Files.exists(Path.of("/etc/debian_version")) || !Files.isExecutable(APT)) {
      return none();
    }
    if (System.getProperty("user.name").equals("root")) {
      return new DebianInstaller(true, List.of());
    }
    return succeeds(List.of("sudo", "-n", "true"))
        ? new DebianInstaller(true, List.of("sudo", "-n"))
        : none();
  }

  /** An installer for machines where nothing may be installed. */
  static DebianInstaller none() {
    return new DebianInstaller(false, List.of());
  }

  boolean mayInstall() {
    return allowed;
  }

  /**
   * Installs one package; what apt says goes to {@code target/apt-<package>.log}. Of several
   * processes that want to install, one does and the others wait for it.
   *
   * @param installed asked again once it is this process's turn
   * @throws IllegalStateException naming the log if apt fails
   */
  void installUnless(BooleanSupplier installed, String debianPackage) {
    Path target = ProjectFiles.target();
    Path log = target.resolve("apt-" + debianPackage + ".log");
    try {
      Files.createDirectories(target);
      try (FileChannel channel =
              FileChannel.open(
                  target.resolve("apt.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock turn = channel.lock()) {
        if (turn.isValid() && !installed.getAsBoolean()) {
          System.err.println("Installing Debian's " + debianPackage + " (log: " + log + ") ...");
          apt(log, "update");
          // With what it recommends: Firefox has H.264 and AAC from there.
          apt(log, "install", "-y", debianPackage);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("apt-get does not run", e);
    }
  }

  private void apt(Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(asRoot);
    command.addAll(List.of("env", "DEBIAN_FRONTEND=noninteractive", APT.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("apt-get " + arguments[0] + " failed, see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in apt-get", e);
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
