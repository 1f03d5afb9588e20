package dev.offstage.engine.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.offstage.engine.media.ByteRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The media that the end-to-end tests play, read from disk as a server would serve it. */
public final class MediaFiles {
  /** What stands for the directory in URLs. */
  public static final String ORIGIN = "http://media.test/";

  private static final Path ROOT = Path.of("..", "..", "e2e-tests", "media", "files");

  private MediaFiles() {}

  /** Every manifest of a kind in a folder and below, as paths from the root, in order. */
  public static List<String> manifests(String folder, String ending) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      List<String> found =
          files
              .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
              .filter(file -> file.endsWith(ending))
              .sorted()
              .toList();
      assertFalse(found.isEmpty(), "no " + ending + " in " + ROOT.resolve(folder));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole file by its path from the root, or by its URL. */
  public static byte[] read(String pathOrUrl) {
    String path = pathOrUrl.startsWith(ORIGIN) ? pathOrUrl.substring(ORIGIN.length()) : pathOrUrl;
    try {
      return Files.readAllBytes(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A range of a file, shorter where the file ends before; null for the whole. */
  public static byte[] read(String pathOrUrl, ByteRange range) {
    byte[] all = read(pathOrUrl);
    return range == null
        ? all
        : Arrays.copyOfRange(
            all,
            (int) Math.min(all.length, range.first()),
            (int) Math.min(all.length, range.last() + 1));
  }
}
