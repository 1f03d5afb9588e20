package dev.offstage.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.conformance.size.References;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the bindings cost a program that refers to every public type of theirs, by class literals
 * that it keeps, beyond an empty program: at most 2 kB after gzip. Members cost where they are
 * called, since a call is the browser's own.
 */
class SizeTest {
  private static final int LIMIT_BYTES = 2048;
  private static final Path DIRECTORY = Path.of("target/size");

  @ParameterizedTest
  @ValueSource(strings = {"js", "wasm"})
  void program_withReferencesToAllTypes_isHardlyLarger(String build) throws IOException {
    int empty = gzipped("empty." + build);
    int references = gzipped("references." + build);
    Files.writeString(
        DIRECTORY.resolve(build + ".txt"),
        "empty " + empty + ", with references " + references + " bytes after gzip\n");
    assertTrue(empty > 100, "an empty program has " + empty + " bytes");
    assertTrue(references > empty, "the references were optimized away");
    assertTrue(
        references - empty <= LIMIT_BYTES,
        "the references cost " + (references - empty) + " bytes");
  }

  @Test
  void references_areAllPublicTypes() throws Exception {
    Set<String> all =
        Bindings.types().stream()
            .filter(type -> Modifier.isPublic(type.getModifiers()))
            .map(Class::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        Stream.of(References.TYPES)
            .map(Class::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, listed);
  }

  private static int gzipped(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(DIRECTORY.resolve(name)));
    }
    return bytes.size();
  }
}
