package dev.offstage.conformance;

import dev.offstage.bindings.mse.MediaSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The types of the bindings library. */
final class Bindings {
  private Bindings() {}

  /** All of them, found in the library's jar or directory of classes. */
  static List<Class<?>> types() throws Exception {
    URI location = MediaSource.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path path = Path.of(location);
    if (Files.isDirectory(path)) {
      return types(path);
    }
    try (FileSystem jar =
        FileSystems.newFileSystem(URI.create("jar:" + location), Map.<String, Object>of())) {
      return types(jar.getPath("/"));
    }
  }

  private static List<Class<?>> types(Path root) throws IOException, ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
        if (!name.endsWith("package-info.class")) {
          types.add(
              Class.forName(
                  name.substring(0, name.length() - ".class".length()),
                  false,
                  Bindings.class.getClassLoader()));
        }
      }
    }
    return types;
  }
}
