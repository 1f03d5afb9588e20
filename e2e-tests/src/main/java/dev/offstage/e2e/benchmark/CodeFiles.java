package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.server.MediaServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The scripts of all players, compressed once, as web servers send them. */
final class CodeFiles {
  private static final List<String> KINDS = List.of(".js", ".wasm");

  private static final List<String> WORKERS =
      List.of("/dist/offstage-worker.js", "/peers/rxplayer-engine.js");

  private final Map<String, byte[]> compressed = new TreeMap<>();

  /**
   * @param peers the bundles of the other players
   * @param traced whether the workers' scripts begin with the probe
   */
  CodeFiles(Path peers, boolean traced) throws IOException {
    add("/dist/", ProjectFiles.dist(), traced);
    add("/peers/", peers, traced);
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

  private void add(String prefix, Path directory, boolean traced) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (KINDS.stream().anyMatch(name::endsWith)) {
          byte[] bytes = Files.readAllBytes(file);
          boolean probed = traced && WORKERS.contains(prefix + name);
          compressed.put(prefix + name, gzip(probed ? join(probe(), bytes) : bytes));
        }
      }
    }
  }

  private static byte[] probe() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(CodeFiles.class.getResourceAsStream("probe.js"))) {
      return script.readAllBytes();
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
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
