package dev.offstage.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public type and member says what it is, and in which section of which standard. */
class JavadocTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** Types of this library alone: no standard has a section for their members. */
  private static final Set<String> OWN = Set.of("WebEnum", "PlainObject");

  @Test
  void members_allOfTheLibrary_haveJavadocWithTheirSection() throws IOException {
    List<String> findings = new ArrayList<>();
    int members = 0;
    for (Path file : sources()) {
      members += check(file.getFileName().toString(), Files.readString(file), findings);
    }
    assertEquals(List.of(), findings);
    assertTrue(members > 400, "only found " + members);
  }

  @Test
  void check_memberWithout_isFound() {
    List<String> findings = new ArrayList<>();
    String source =
        """
        /** A type. Context: pages. See <a href="x">x</a>. */
        public interface A {
          /** Told, without a section. */
          int told();

          int untold();
        }
        """;
    check("A.java", source, findings);
    assertEquals(
        List.of("A.java: no section: int told();", "A.java: no Javadoc: int untold();"), findings);
  }

  /** Looks at the type and at each line that begins a member's declaration. */
  private static int check(String name, String source, List<String> findings) {
    String type = name.substring(0, name.length() - ".java".length());
    boolean constants = source.contains("extends WebEnum");
    boolean open = false;
    boolean annotation = false;
    boolean overrides = false;
    StringBuilder doc = new StringBuilder();
    int members = 0;
    for (String line : source.lines().toList()) {
      String text = line.strip();
      if (text.startsWith("/**")) {
        doc.setLength(0);
        open = true;
      }
      if (open) {
        doc.append(text).append('\n');
        open = !text.endsWith("*/");
        continue;
      }
      overrides |= text.equals("@Override");
      boolean declares = isType(line) || isMember(line);
      if (text.startsWith("@") && !declares) {
        annotation = !text.endsWith(")") && text.contains("(");
      } else if (annotation) {
        annotation = !text.endsWith(")");
      } else if (declares) {
        members++;
        boolean hidden = text.startsWith("private ") || overrides;
        boolean exempt = OWN.contains(type) || constants && !isType(line);
        if (!hidden && doc.length() == 0) {
          findings.add(name + ": no Javadoc: " + text);
        } else if (!hidden && !exempt && doc.indexOf("href=") < 0) {
          findings.add(name + ": no section: " + text);
        }
        doc.setLength(0);
        overrides = false;
      }
    }
    return members;
  }

  private static boolean isType(String line) {
    return line.startsWith("public ");
  }

  /** A declaration stands two columns in and has its parameters in brackets. */
  private static boolean isMember(String line) {
    return line.startsWith("  ")
        && line.length() > 2
        && Character.isLetter(line.charAt(2))
        && line.contains("(");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList();
    }
  }
}
