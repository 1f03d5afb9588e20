package dev.offstage.engine.abr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  @Test
  void eachName_isAPolicyOfItsOwn() {
    Set<Class<?>> classes = new HashSet<>();
    for (String name : Policies.NAMES) {
      classes.add(Policies.named(name).getClass());
    }
    assertEquals(Policies.NAMES.length, classes.size());
  }

  @Test
  void unknownName_isTheDefault() {
    assertInstanceOf(LookaheadPolicy.class, Policies.named("nonesuch"));
    assertSame(Policies.named("").getClass(), Policies.named(Policies.NAMES[0]).getClass());
  }
}
