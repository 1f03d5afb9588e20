package dev.offstage.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.bindings.PlainObject;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This module uses the library of bindings and has none of its own. */
class BindingsUseTest {
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void classes_allOfTheModule_bindNothing() throws Exception {
    List<String> findings = new ArrayList<>();
    List<Class<?>> types = types();
    for (Class<?> type : types) {
      bindings(type, findings);
    }
    assertTrue(types.size() > 10, "only found " + types);
    assertEquals(List.of(), findings);
  }

  @Test
  void bindings_typeThatBinds_isFound() {
    List<String> findings = new ArrayList<>();
    bindings(PlainObject.class, findings);
    assertTrue(findings.toString().contains("@JSBody on "), findings::toString);
  }

  private static void bindings(Class<?> type, List<String> findings) {
    note(type, findings);
    for (Method method : type.getDeclaredMethods()) {
      note(method, findings);
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      note(constructor, findings);
    }
  }

  private static void note(AnnotatedElement element, List<String> findings) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Class<?> kind = annotation.annotationType();
      if (kind.getPackageName().equals("org.teavm.jso")) {
        findings.add("@" + kind.getSimpleName() + " on " + element);
      }
    }
  }

  private static List<Class<?>> types() throws IOException, ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace('/', '.').replace('\\', '.');
        types.add(
            Class.forName(
                name.substring(0, name.length() - ".class".length()),
                false,
                BindingsUseTest.class.getClassLoader()));
      }
    }
    return types;
  }
}
