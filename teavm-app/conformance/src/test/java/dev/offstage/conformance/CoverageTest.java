package dev.offstage.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.bindings.Idl;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.conformance.cases.AllCases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSBody;

/** Every member of the standards' interfaces is called by at least one conformance case. */
class CoverageTest {
  private static final List<String> TEXTS =
      List.of(
          "media-source",
          "html",
          "media-elements",
          "encrypted-media",
          "fetch",
          "media-capabilities");

  private static Map<String, Set<CaseCalls.Method>> calls;
  private static Map<String, Class<?>> types;

  @BeforeAll
  static void read() throws Exception {
    calls = CaseCalls.read(CaseCalls.registrars());
    types = bindings();
  }

  @Test
  void cases_allOfTheSuite_areReadFromTheirCode() {
    List<String> names = AllCases.suite().cases().stream().map(Case::name).toList();
    assertEquals(new HashSet<>(names), calls.keySet());
    assertEquals(names.size(), new HashSet<>(names).size(), "names are unique");
  }

  /** Leaves the cases of each member in {@code target/member-coverage.txt}. */
  @Test
  void members_allOfTheStandards_haveACase() throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> uncovered = new ArrayList<>();
    for (Idl.Definition definition : definitions()) {
      Class<?> type = types.get(definition.name());
      if (definition.kind() == Idl.Kind.ENUM) {
        for (String value : definition.values()) {
          cover(definition.name() + " \"" + value + "\"", constant(type, value), lines, uncovered);
        }
      } else {
        for (Idl.Member member : definition.members()) {
          String name = definition.name() + "." + member.name();
          cover(name, reads(type, member), lines, uncovered);
          if (member.kind() == Idl.MemberKind.ATTRIBUTE
              && !member.readOnly()
              && !member.type().equals("EventHandler")) {
            cover(name + " =", named(type, "set" + capitalized(member.name())), lines, uncovered);
          }
        }
      }
    }
    Files.write(Path.of("target/member-coverage.txt"), lines);
    assertEquals(List.of(), uncovered);
    assertTrue(lines.size() > 350, "only " + lines.size() + " members");
  }

  @Test
  void cover_memberThatNothingCalls_isFound() {
    List<String> uncovered = new ArrayList<>();
    cover("MediaSource.shut", named(MediaSource.class, "shut"), new ArrayList<>(), uncovered);
    assertEquals(List.of("MediaSource.shut"), uncovered);
  }

  private static void cover(
      String member,
      Predicate<CaseCalls.Method> isMember,
      List<String> lines,
      List<String> uncovered) {
    List<String> cases =
        calls.entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(isMember))
            .map(Map.Entry::getKey)
            .toList();
    lines.add(member + " (" + cases.size() + "): " + String.join(" | ", cases));
    if (cases.isEmpty()) {
      uncovered.add(member);
    }
  }

  private static Predicate<CaseCalls.Method> reads(Class<?> type, Idl.Member member) {
    return switch (member.kind()) {
      case CONSTRUCTOR -> named(type, "<init>").or(named(type, "create"));
      case OPERATION -> named(type, member.name().equals("clone") ? "duplicate" : member.name());
      case GETTER -> named(type, "get");
      case FIELD -> named(type, "set" + capitalized(member.name()));
      case ATTRIBUTE ->
          member.type().equals("EventHandler")
              ? method ->
                  method.name().toLowerCase(Locale.ROOT).equals(member.name()) && isOf(type, method)
              : named(type, "get" + capitalized(member.name()))
                  .or(named(type, "is" + capitalized(member.name())))
                  .or(named(type, member.name()));
    };
  }

  private static Predicate<CaseCalls.Method> constant(Class<?> type, String value) {
    String name =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(JSBody.class))
            .filter(
                method ->
                    method.getAnnotation(JSBody.class).script().equals("return '" + value + "';"))
            .findFirst()
            .orElseThrow()
            .getName();
    return named(type, name);
  }

  private static Predicate<CaseCalls.Method> named(Class<?> type, String name) {
    return method -> method.name().equals(name) && isOf(type, method);
  }

  /** A call may name the type itself or one that inherits the member. */
  private static boolean isOf(Class<?> type, CaseCalls.Method method) {
    try {
      String owner = method.owner().replace('/', '.');
      Class<?> called = Class.forName(owner, false, CoverageTest.class.getClassLoader());
      return type.isAssignableFrom(called);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static List<Idl.Definition> definitions() {
    List<Idl.Definition> definitions = new ArrayList<>();
    for (String name : TEXTS) {
      try (InputStream in = CoverageTest.class.getResourceAsStream("/idl/" + name + ".idl")) {
        definitions.addAll(Idl.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return definitions;
  }

  /** The types of the library by their simple names. */
  private static Map<String, Class<?>> bindings() throws Exception {
    return Bindings.types().stream()
        .collect(Collectors.toMap(Class::getSimpleName, type -> type, (first, second) -> first));
  }
}
