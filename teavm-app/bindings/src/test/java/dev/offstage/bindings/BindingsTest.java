package dev.offstage.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.ReadyState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Every member of the standards' interfaces has a binding, and every binding a standard. */
class BindingsTest {
  private static final List<String> TEXTS =
      List.of(
          "media-source",
          "html",
          "media-elements",
          "encrypted-media",
          "fetch",
          "media-capabilities");

  /** Types that stand for no definition in the texts, and why. */
  private static final Map<String, String> WITHOUT_DEFINITION =
      Map.of(
          "WebEnum", "the base of all enumerations",
          "PlainObject", "objects without an interface",
          "TrackEvent", "its only member is a union of types",
          "PromiseRejectionEvent", "its members are untyped in the standard",
          "EncryptionScheme", "a string in the standard, whose values a registry lists",
          "ReadableStreamReadResult", "a dictionary that only the browser makes",
          "SubtleCrypto", "only what decrypts is bound",
          "CryptoKey", "only what decrypts is bound",
          "AesCbcParams", "only what decrypts is bound",
          "Timers", "functions of the global scope");

  @TestFactory
  Stream<DynamicTest> definition_boundType_hasEveryMember() {
    return definitions().stream()
        .map(
            definition ->
                DynamicTest.dynamicTest(
                    definition.kind().name().toLowerCase() + " " + definition.name(),
                    () ->
                        assertEquals(
                            List.of(), BindingChecker.check(definition, type(definition)))));
  }

  @Test
  void boundTypes_allOfTheLibrary_haveDefinitions() {
    Set<String> defined = new HashSet<>(WITHOUT_DEFINITION.keySet());
    definitions().forEach(definition -> defined.add(definition.name()));
    Set<String> undefined = new TreeSet<>();
    for (Class<?> type : libraryTypes()) {
      if (!defined.contains(type.getSimpleName()) && !type.isAnnotationPresent(JSFunctor.class)) {
        undefined.add(type.getSimpleName());
      }
    }
    assertEquals(Set.of(), undefined);
  }

  @Test
  void boundTypes_allOfTheLibrary_holdNoState() {
    for (Class<?> type : libraryTypes()) {
      assertEquals(0, type.getDeclaredFields().length, () -> type + " has fields");
    }
  }

  @Test
  void checker_memberThatIsNotBound_isFound() {
    String text = "interface MediaSource { readonly attribute double size; undefined shut(); };";
    assertEquals(
        List.of("lacks the getter of size", "lacks shut with 0 arguments"),
        BindingChecker.check(Idl.parse(text).get(0), MediaSource.class));
  }

  @Test
  void checker_wrongTypeOrNullness_isFound() {
    String text =
        "interface MediaSource { readonly attribute DOMString duration;"
            + " readonly attribute ReadyState? readyState; };";
    assertEquals(
        List.of(
            "duration answers double, not DOMString",
            "readyState may be null and is not marked so"),
        BindingChecker.check(Idl.parse(text).get(0), MediaSource.class));
  }

  @Test
  void checker_enumValuesThatDiffer_areFound() {
    List<String> findings =
        BindingChecker.check(
            Idl.parse("enum ReadyState { \"open\", \"shut\" };").get(0), ReadyState.class);
    assertEquals(3, findings.size());
    assertTrue(findings.contains("lacks the value shut"));
  }

  @Test
  void parser_whatItDoesNotUnderstand_isAnError() {
    assertThrows(IllegalArgumentException.class, () -> Idl.parse("callback X = undefined ();"));
    assertThrows(
        IllegalArgumentException.class, () -> Idl.parse("interface X { const short Y = 1; };"));
  }

  @Test
  void texts_mediaSource_isWhole() {
    List<Idl.Definition> definitions = Idl.parse(text("media-source"));
    assertEquals(14, definitions.size());
    assertFalse(definitions.stream().allMatch(definition -> definition.members().isEmpty()));
  }

  private static List<Idl.Definition> definitions() {
    List<Idl.Definition> definitions = new ArrayList<>();
    TEXTS.forEach(name -> definitions.addAll(Idl.parse(text(name))));
    return definitions;
  }

  private static Class<?> type(Idl.Definition definition) {
    return libraryTypes().stream()
        .filter(type -> type.getSimpleName().equals(definition.name()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no type is named " + definition.name()));
  }

  /** The public types of the library, found in its directory of classes. */
  private static List<Class<?>> libraryTypes() {
    try {
      Path root =
          Path.of(MediaSource.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root)) {
        List<Class<?>> types = new ArrayList<>();
        for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
          String path =
              root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
          Class<?> type =
              Class.forName(
                  path.substring(0, path.length() - ".class".length()),
                  false,
                  MediaSource.class.getClassLoader());
          if (Modifier.isPublic(type.getModifiers()) && isApi(type)) {
            types.add(type);
          }
        }
        assertTrue(types.size() > 50, "only found " + types);
        return types;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isApi(Class<?> type) {
    return JSObject.class.isAssignableFrom(type) || type.getDeclaredMethods().length > 0;
  }

  private static String text(String name) {
    try (InputStream in = BindingsTest.class.getResourceAsStream("/idl/" + name + ".idl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
