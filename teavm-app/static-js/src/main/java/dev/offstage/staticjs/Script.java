package dev.offstage.staticjs;

import java.util.ArrayList;
import java.util.List;
import org.teavm.backend.javascript.codegen.RememberedSource;
import org.teavm.backend.javascript.codegen.RememberingSourceWriter;
import org.teavm.backend.javascript.codegen.SourceWriterSink;
import org.teavm.backend.javascript.rendering.AstWriter;
import org.teavm.jso.impl.JSBodyAstEmitter;
import org.teavm.jso.impl.JSBodyBloatedEmitter;
import org.teavm.jso.impl.JSBodyEmitter;
import org.teavm.rhino.javascript.ast.Block;

/**
 * The source of a JavaScript function.
 *
 * @param body an expression, or statements within braces
 */
record Script(List<String> parameters, String body, boolean isExpression) {
  /** An expression over {@link #parameter parameters} that are numbered from 0. */
  static Script expression(int parameterCount, String body) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < parameterCount; i++) {
      parameters.add(parameter(i));
    }
    return new Script(parameters, body, true);
  }

  static String parameter(int index) {
    return "p" + index;
  }

  /**
   * What an {@code @JSBody} says.
   *
   * @throws IllegalArgumentException if it imports modules
   */
  static Script of(JSBodyEmitter emitter) {
    if (emitter.imports().length > 0) {
      throw new IllegalArgumentException(emitter.method() + " imports modules");
    }
    List<String> parameters = new ArrayList<>();
    if (!emitter.isStatic()) {
      parameters.add("__this__");
    }
    parameters.addAll(List.of(emitter.parameterNames()));
    if (emitter instanceof JSBodyBloatedEmitter raw) {
      return new Script(parameters, "{" + raw.script + "}", false);
    }
    JSBodyAstEmitter parsed = (JSBodyAstEmitter) emitter;
    boolean isExpression = !(parsed.ast instanceof Block);
    return new Script(parameters, print(parsed), isExpression);
  }

  private static String print(JSBodyAstEmitter emitter) {
    RememberingSourceWriter writer = new RememberingSourceWriter(false);
    AstWriter astWriter = new AstWriter(writer, name -> (w, precedence) -> w.append(name));
    if (!emitter.isStatic()) {
      astWriter.declareNameEmitter("this", (w, precedence) -> w.append("__this__"));
    }
    astWriter.print(emitter.ast);
    StringBuilder text = new StringBuilder();
    writer
        .save()
        .replay(
            new SourceWriterSink() {
              @Override
              public SourceWriterSink append(CharSequence part, int start, int end) {
                text.append(part, start, end);
                return this;
              }

              @Override
              public SourceWriterSink newLine() {
                text.append('\n');
                return this;
              }
            },
            RememberedSource.FILTER_ALL);
    return text.toString();
  }

  /** The same, but true or false comes of it, whatever value it has. Only for expressions. */
  Script asTruth() {
    return new Script(parameters, "!!(" + body + ")", true);
  }

  /** The same for a parameter that comes as 1 or 0 and is true or false. */
  Script withTruth(int index) {
    String name = parameters.get(index);
    String given = name + "$";
    List<String> changed = new ArrayList<>(parameters);
    changed.set(index, given);
    String converted =
        isExpression
            ? "((" + name + ") => (" + body + "))(!!" + given + ")"
            : "{const " + name + " = !!" + given + ";" + body + "}";
    return new Script(changed, converted, isExpression);
  }

  /** As an arrow function. */
  String source() {
    return "(" + String.join(", ", parameters) + ") => " + (isExpression ? "(" + body + ")" : body);
  }

  static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.charAt(0))
        && name.chars().allMatch(Character::isJavaIdentifierPart);
  }

  static String quoted(String name) {
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
