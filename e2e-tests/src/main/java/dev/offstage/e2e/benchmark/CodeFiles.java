package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.server.MediaServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The scripts of all players, compressed once, as web servers send them. */
final class CodeFiles {
  private static final List<String> KINDS = List.of(".js", ".wasm");

  private final Map<String, byte[]> compressed = new TreeMap<>();

  /**
   * @param peers the bundles of the other players
   */
  CodeFiles(Path peers) {
    add("/dist/", ProjectFiles.dist());
    add("/peers/", peers);
  }

  void serveOn(MediaServer server) {
    compressed.forEach(
        (path, bytes) -> server.serve(path, bytes).header(path, "Content-Encoding", "gzip"));
  }

  /** The size of a script on the wire. */
  Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new TreeMap<>();
    compressed.forEach((path, bytes) -> sizes.put(path, bytes.length));
    return sizes;
  }

  private void add(String prefix, Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (KINDS.stream().anyMatch(name::endsWith)) {
          compressed.put(prefix + name, gzip(Files.readAllBytes(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the players in " + directory, e);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream =
        new GZIPOutputStream(packed) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      stream.write(bytes);
    }
    return packed.toByteArray();
  }
}
