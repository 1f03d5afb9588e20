package dev.offstage.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.bindings.Idl;
import dev.offstage.conformance.cases.IdlCases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The interfaces that the case looks for in browsers are those of the specification. */
class IdlCasesTest {
  /** Interfaces of HTML, to which the specification adds a member. */
  private static final Set<String> EXTENDED = Set.of("AudioTrack", "VideoTrack", "TextTrack");

  @Test
  void interfaces_ofTheCase_areThoseOfTheIdl() throws IOException {
    Map<String, Set<String>> standard = new TreeMap<>();
    try (InputStream in = getClass().getResourceAsStream("/idl/media-source.idl")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Idl.Definition definition : Idl.parse(text)) {
        if (definition.kind() == Idl.Kind.INTERFACE && !EXTENDED.contains(definition.name())) {
          Set<String> members = new TreeSet<>();
          definition.members().stream()
              .filter(member -> member.kind() != Idl.MemberKind.CONSTRUCTOR)
              .filter(member -> member.kind() != Idl.MemberKind.GETTER)
              .forEach(member -> members.add(member.name()));
          standard.put(definition.name(), members);
        }
      }
    }
    Map<String, Set<String>> listed = new TreeMap<>();
    for (String[] each : IdlCases.INTERFACES) {
      Set<String> members = new HashSet<>(Arrays.asList(each).subList(1, each.length));
      listed.put(each[0], new TreeSet<>(members));
    }
    assertEquals(standard, listed);
  }
}
