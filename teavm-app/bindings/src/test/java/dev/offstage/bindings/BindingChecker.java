package dev.offstage.bindings;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSIndexer;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/** Compares a Java type with a definition of a standard and says what is missing or wrong. */
public final class BindingChecker {
  /** Members whose Java name differs, because Java has taken the name. */
  private static final Map<String, String> RENAMED = Map.of("clone", "duplicate");

  private static final Map<String, Set<Class<?>>> TYPES =
      Map.ofEntries(
          Map.entry("undefined", Set.of(void.class)),
          Map.entry("boolean", Set.of(boolean.class)),
          Map.entry("double", Set.of(double.class, float.class)),
          Map.entry("long", Set.of(int.class)),
          Map.entry("unsigned long", Set.of(int.class)),
          Map.entry("unsigned long long", Set.of(double.class)),
          Map.entry("unsigned short", Set.of(int.class)),
          Map.entry("DOMString", Set.of(String.class)),
          Map.entry("USVString", Set.of(String.class)),
          Map.entry("ByteString", Set.of(String.class)));

  private final Class<?> type;
  private final List<String> findings = new ArrayList<>();

  private BindingChecker(Class<?> type) {
    this.type = type;
  }

  /** Answers what the type lacks of the definition; nothing if it is all there. */
  public static List<String> check(Idl.Definition definition, Class<?> type) {
    BindingChecker checker = new BindingChecker(type);
    if (definition.kind() == Idl.Kind.ENUM) {
      checker.checkEnum(definition);
    } else {
      for (Idl.Member member : definition.members()) {
        checker.checkMember(member);
      }
    }
    return checker.findings;
  }

  private void checkEnum(Idl.Definition definition) {
    if (!WebEnum.class.isAssignableFrom(type)) {
      findings.add("is no WebEnum");
    }
    List<String> bound = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      JSBody body = method.getAnnotation(JSBody.class);
      if (body != null && method.getReturnType() == type) {
        bound.add(body.script().replaceAll("return '(.*)';", "$1"));
      }
    }
    for (String value : definition.values()) {
      if (!bound.remove(value)) {
        findings.add("lacks the value " + value);
      }
    }
    for (String value : bound) {
      findings.add("has a value that the standard has not: " + value);
    }
  }

  private void checkMember(Idl.Member member) {
    switch (member.kind()) {
      case CONSTRUCTOR -> checkConstructor(member);
      case ATTRIBUTE -> {
        if (member.type().equals("EventHandler")) {
          checkEvent(member);
        } else {
          checkAttribute(member);
        }
      }
      case OPERATION -> checkOperation(member);
      case GETTER -> checkIndexer(member);
      case FIELD -> checkSetter(member);
    }
  }

  private void checkConstructor(Idl.Member member) {
    for (int count = member.minArguments(); count <= member.maxArguments(); count++) {
      int arguments = count;
      boolean found =
          Arrays.stream(type.getConstructors())
                  .mapToInt(Constructor::getParameterCount)
                  .anyMatch(parameters -> parameters == arguments)
              || Arrays.stream(type.getMethods())
                  .anyMatch(m -> m.getName().equals("create") && m.getReturnType() == type);
      if (!found) {
        findings.add("lacks a constructor of " + count);
      }
    }
  }

  private void checkEvent(Idl.Member member) {
    boolean found =
        Arrays.stream(type.getMethods())
            .anyMatch(
                m -> m.getName().equalsIgnoreCase(member.name()) && m.getParameterCount() == 1);
    if (!found) {
      findings.add("lacks the event " + member.name());
    }
  }

  private void checkAttribute(Idl.Member member) {
    String prefix = member.plainType().equals("boolean") ? "is" : "get";
    Method getter = find(prefix + capitalized(member.name()), 0);
    if (getter == null && member.isStatic()) {
      getter = find(member.name(), 0);
    }
    if (getter == null) {
      findings.add("lacks the getter of " + member.name());
      return;
    }
    JSProperty property = getter.getAnnotation(JSProperty.class);
    JSBody body = getter.getAnnotation(JSBody.class);
    boolean names =
        property != null && (property.value().isEmpty() || property.value().equals(member.name()))
            || body != null && body.script().contains("." + member.name());
    if (!names) {
      findings.add("has a getter that does not read " + member.name());
    }
    checkStatic(member, getter);
    checkReturn(member, getter);
    if (!member.readOnly()) {
      checkSetter(member);
    }
  }

  private void checkSetter(Idl.Member member) {
    String name = "set" + capitalized(member.name());
    List<Method> setters =
        Arrays.stream(type.getMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == 1)
            .toList();
    if (setters.isEmpty()) {
      findings.add("lacks the setter of " + member.name());
    }
    for (Method setter : setters) {
      JSProperty property = setter.getAnnotation(JSProperty.class);
      JSBody body = setter.getAnnotation(JSBody.class);
      boolean names =
          property != null && (property.value().isEmpty() || property.value().equals(member.name()))
              || body != null && body.script().startsWith("this." + member.name() + " = ");
      if (!names) {
        findings.add("has a setter that does not write " + member.name());
      }
    }
  }

  private void checkOperation(Idl.Member member) {
    String name = RENAMED.getOrDefault(member.name(), member.name());
    for (int count = member.minArguments(); count <= member.maxArguments(); count++) {
      Method method = find(name, count);
      if (method == null) {
        findings.add("lacks " + member.name() + " with " + count + " arguments");
        continue;
      }
      JSMethod renamed = method.getAnnotation(JSMethod.class);
      JSBody body = method.getAnnotation(JSBody.class);
      boolean calls =
          body != null
              ? body.script().contains("." + member.name() + "(")
              : name.equals(member.name())
                  || renamed != null && renamed.value().equals(member.name());
      if (!calls) {
        findings.add("has a method that does not call " + member.name());
      }
      checkStatic(member, method);
      checkReturn(member, method);
    }
  }

  private void checkIndexer(Idl.Member member) {
    Method method = find("get", 1);
    if (method == null || !method.isAnnotationPresent(JSIndexer.class)) {
      findings.add("lacks indexed access");
      return;
    }
    checkReturn(member, method);
  }

  private void checkStatic(Idl.Member member, Method method) {
    if (Modifier.isStatic(method.getModifiers()) != member.isStatic()) {
      findings.add(member.name() + (member.isStatic() ? " is not static" : " is static"));
    }
  }

  private void checkReturn(Idl.Member member, Method method) {
    Class<?> actual = method.getReturnType();
    String wanted = member.plainType();
    boolean fits;
    if (TYPES.containsKey(wanted)) {
      fits = TYPES.get(wanted).contains(actual) || WebEnum.class.isAssignableFrom(actual);
    } else if (wanted.startsWith("Promise<")) {
      fits = actual == JSPromise.class;
    } else if (wanted.startsWith("sequence<")) {
      fits = JSArrayReader.class.isAssignableFrom(actual);
    } else if (wanted.equals("any") || wanted.equals("MediaProvider")) {
      fits = !actual.isPrimitive();
    } else {
      fits = actual.getSimpleName().equals(wanted);
    }
    if (!fits) {
      findings.add(member.name() + " answers " + actual.getSimpleName() + ", not " + wanted);
    }
    if (member.nullable() && !nullable(method.getAnnotatedReturnType())) {
      findings.add(member.name() + " may be null and is not marked so");
    }
  }

  private static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private @Nullable Method find(String name, int parameters) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters)
        .filter(m -> !m.isBridge())
        .findFirst()
        .orElse(null);
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
