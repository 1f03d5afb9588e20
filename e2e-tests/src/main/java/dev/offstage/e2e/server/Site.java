package dev.offstage.e2e.server;

import dev.offstage.web.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What lies where: directories, class path folders and single files, by path prefix. */
final class Site {
  /** A representation: its bytes and their type. */
  record Resource(byte[] bytes, String contentType) {}

  private final Map<String, Path> directories = new ConcurrentHashMap<>();
  private final Map<String, Class<?>> packages = new ConcurrentHashMap<>();
  private final Map<String, Resource> files = new ConcurrentHashMap<>();
  private final Map<String, Supplier<String>> sources = new ConcurrentHashMap<>();

  void addDirectory(String prefix, Path directory) {
    directories.put(prefix, directory.toAbsolutePath().normalize());
  }

  void addPackage(String prefix, Class<?> neighbour) {
    packages.put(prefix, neighbour);
  }

  void addFile(String path, Resource resource) {
    files.put(path, resource);
  }

  void addSource(String path, Supplier<String> text) {
    sources.put(path, text);
  }

  @Nullable Resource find(String path) throws IOException {
    Supplier<String> source = sources.get(path);
    if (source != null) {
      return new Resource(source.get().getBytes(StandardCharsets.UTF_8), MediaTypes.of(path));
    }
    Resource file = files.get(path);
    if (file != null) {
      return file;
    }
    for (Map.Entry<String, Class<?>> entry : packages.entrySet()) {
      if (path.startsWith(entry.getKey())) {
        String name = path.substring(entry.getKey().length());
        try (InputStream stream = entry.getValue().getResourceAsStream(name)) {
          return stream == null ? null : new Resource(stream.readAllBytes(), MediaTypes.of(path));
        }
      }
    }
    for (Map.Entry<String, Path> entry : directories.entrySet()) {
      if (path.startsWith(entry.getKey())) {
        Path found = entry.getValue().resolve(path.substring(entry.getKey().length())).normalize();
        if (found.startsWith(entry.getValue()) && Files.isRegularFile(found)) {
          return new Resource(Files.readAllBytes(found), MediaTypes.of(path));
        }
      }
    }
    return null;
  }
}
