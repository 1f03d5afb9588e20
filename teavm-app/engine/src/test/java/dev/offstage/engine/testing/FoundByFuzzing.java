package dev.offstage.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What once made a fuzz target fail, kept under {@code src/test/resources/fuzz}. */
public final class FoundByFuzzing {
  private static final Path FOUND = Path.of("src", "test", "resources", "fuzz");

  private FoundByFuzzing() {}

  /** Feeds a target with everything in a folder; one that is not there holds nothing. */
  public static void feed(String folder, Consumer<byte[]> target) throws IOException {
    Path path = FOUND.resolve(folder);
    try (Stream<Path> files = Files.exists(path) ? Files.list(path) : Stream.empty()) {
      for (Path file : files.sorted().toList()) {
        target.accept(Files.readAllBytes(file));
      }
    }
  }
}
