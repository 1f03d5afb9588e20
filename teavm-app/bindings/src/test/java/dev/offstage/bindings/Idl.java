package dev.offstage.bindings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of Web IDL that interfaces, dictionaries and enumerations of the standards are
 * written in. What it does not understand is an error, so that no member is passed over.
 */
public final class Idl {
  /** One definition: what it is, its name, its members or values. */
  public record Definition(Kind kind, String name, List<Member> members, List<String> values) {}

  /** What a definition is. */
  public enum Kind {
    INTERFACE,
    DICTIONARY,
    ENUM
  }

  /** One member; {@code minArguments} to {@code maxArguments} is how many arguments it takes. */
  public record Member(
      MemberKind kind,
      String name,
      String type,
      boolean isStatic,
      boolean readOnly,
      int minArguments,
      int maxArguments) {
    /** Whether the type is nullable. */
    public boolean nullable() {
      return type.endsWith("?");
    }

    /** The type without its question mark. */
    public String plainType() {
      return nullable() ? type.substring(0, type.length() - 1) : type;
    }
  }

  /** What a member is. */
  public enum MemberKind {
    CONSTRUCTOR,
    ATTRIBUTE,
    OPERATION,
    GETTER,
    FIELD
  }

  private static final Pattern COMMENT = Pattern.compile("//[^\n]*");
  private static final Pattern EXTENDED_ATTRIBUTES = Pattern.compile("\\[[A-Z][^\\]]*\\]");
  private static final Pattern DEFINITION =
      Pattern.compile(
          "\\G\\s*(?:partial\\s+)?(interface|dictionary|enum)\\s+(\\w+)(?:\\s*:\\s*\\w+)?"
              + "\\s*\\{([^{}]*(?:\\{\\}[^{}]*)*)\\}\\s*;\\s*");
  private static final Pattern CONSTRUCTOR = Pattern.compile("constructor\\s*\\((.*)\\)");
  private static final Pattern GETTER = Pattern.compile("getter\\s+(.+?)\\s*\\((.*)\\)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(static\\s+)?(readonly\\s+)?attribute\\s+(.+?)\\s+(\\w+)");
  private static final Pattern OPERATION =
      Pattern.compile("(static\\s+)?([\\w\\s<>?]+?)\\s+(\\w+)\\s*\\((.*)\\)");
  private static final Pattern FIELD = Pattern.compile("([\\w\\s<>?]+?)\\s+(\\w+)(?:\\s*=\\s*.+)?");

  private Idl() {}

  /** Reads all definitions of a text, in order. */
  public static List<Definition> parse(String text) {
    String stripped = COMMENT.matcher(text).replaceAll("");
    stripped = EXTENDED_ATTRIBUTES.matcher(stripped).replaceAll("").strip();
    List<Definition> definitions = new ArrayList<>();
    Matcher matcher = DEFINITION.matcher(stripped);
    int end = 0;
    while (matcher.find()) {
      definitions.add(definition(matcher.group(1), matcher.group(2), matcher.group(3)));
      end = matcher.end();
    }
    if (end != stripped.length()) {
      throw new IllegalArgumentException("not understood: " + stripped.substring(end));
    }
    return definitions;
  }

  private static Definition definition(String kind, String name, String body) {
    if (kind.equals("enum")) {
      List<String> values = new ArrayList<>();
      for (String value : body.split(",")) {
        values.add(value.strip().replace("\"", ""));
      }
      return new Definition(Kind.ENUM, name, List.of(), List.copyOf(values));
    }
    boolean dictionary = kind.equals("dictionary");
    List<Member> members = new ArrayList<>();
    for (String line : body.split(";")) {
      if (!line.isBlank()) {
        members.add(member(line.strip().replaceAll("\\s+", " "), dictionary));
      }
    }
    return new Definition(
        dictionary ? Kind.DICTIONARY : Kind.INTERFACE, name, List.copyOf(members), List.of());
  }

  private static Member member(String line, boolean dictionary) {
    Matcher m;
    if (dictionary && (m = FIELD.matcher(line)).matches()) {
      return new Member(MemberKind.FIELD, m.group(2), type(m.group(1)), false, false, 0, 0);
    }
    if ((m = CONSTRUCTOR.matcher(line)).matches()) {
      return withArguments(MemberKind.CONSTRUCTOR, "constructor", "", false, m.group(1));
    }
    if ((m = GETTER.matcher(line)).matches()) {
      return withArguments(MemberKind.GETTER, "get", type(m.group(1)), false, m.group(2));
    }
    if ((m = ATTRIBUTE.matcher(line)).matches()) {
      return new Member(
          MemberKind.ATTRIBUTE,
          m.group(4),
          type(m.group(3)),
          m.group(1) != null,
          m.group(2) != null,
          0,
          0);
    }
    if ((m = OPERATION.matcher(line)).matches()) {
      return withArguments(
          MemberKind.OPERATION, m.group(3), type(m.group(2)), m.group(1) != null, m.group(4));
    }
    throw new IllegalArgumentException("not understood: " + line);
  }

  private static Member withArguments(
      MemberKind kind, String name, String type, boolean isStatic, String arguments) {
    int min = 0;
    int max = 0;
    if (!arguments.isBlank()) {
      for (String argument : arguments.split(",")) {
        max++;
        if (!argument.strip().startsWith("optional ")) {
          min = max;
        }
      }
    }
    return new Member(kind, name, type, isStatic, true, min, max);
  }

  private static String type(String type) {
    return type.strip().replaceFirst("^unrestricted ", "");
  }
}
