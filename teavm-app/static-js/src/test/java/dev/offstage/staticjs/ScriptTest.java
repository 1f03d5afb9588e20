package dev.offstage.staticjs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void source_ofAnExpression_isInParentheses() {
    assertEquals("(p0, p1) => (p0.add(p1))", Script.expression(2, "p0.add(p1)").source());
  }

  @Test
  void source_ofStatements_isInBraces() {
    assertEquals("(a) => {return a;}", new Script(List.of("a"), "{return a;}", false).source());
  }

  @Test
  void truth_ofAResult_isTrueOrFalse() {
    assertEquals("(p0) => (!!(p0.done))", Script.expression(1, "p0.done").asTruth().source());
  }

  @Test
  void truth_ofAParameter_isConvertedWhereItComesIn() {
    assertEquals(
        "(p0, p1$) => (((p1) => (p0.set(p1)))(!!p1$))",
        Script.expression(2, "p0.set(p1)").withTruth(1).source());
    assertEquals(
        "(on$) => {const on = !!on$;{run(on);}}",
        new Script(List.of("on"), "{run(on);}", false).withTruth(0).source());
  }

  @Test
  void truth_ofTwoParameters_convertsBoth() {
    assertEquals(
        "(p0$, p1$) => (((p1) => (((p0) => (f(p0, p1)))(!!p0$)))(!!p1$))",
        Script.expression(2, "f(p0, p1)").withTruth(0).withTruth(1).source());
  }

  @Test
  void names_thatAreNoIdentifiers_areQuoted() {
    assertTrue(Script.isIdentifier("byteLength"));
    assertFalse(Script.isIdentifier("content-type"));
    assertFalse(Script.isIdentifier(""));
    assertEquals("'it\\'s'", Script.quoted("it's"));
  }
}
