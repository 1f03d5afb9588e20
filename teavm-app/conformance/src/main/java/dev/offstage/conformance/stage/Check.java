package dev.offstage.conformance.stage;

import dev.offstage.bindings.WebEnum;
import dev.offstage.bindings.dom.DOMException;
import org.jspecify.annotations.Nullable;

/** Assertions; each throws {@link CaseFailure} with what it saw. */
public final class Check {
  /** Something that may throw. */
  public interface Action {
    void run();
  }

  private Check() {}

  public static void that(String statement, boolean holds) {
    if (!holds) {
      throw new CaseFailure("not so: " + statement);
    }
  }

  public static void equal(String what, @Nullable String expected, @Nullable String actual) {
    if (expected == null ? actual != null : !expected.equals(actual)) {
      throw new CaseFailure(what + " is " + actual + ", not " + expected);
    }
  }

  public static void equal(String what, WebEnum expected, WebEnum actual) {
    if (expected != actual) {
      equal(what, expected.stringValue(), actual.stringValue());
    }
  }

  public static void equal(String what, boolean expected, boolean actual) {
    if (expected != actual) {
      throw new CaseFailure(what + " is " + actual);
    }
  }

  public static void equal(String what, int expected, int actual) {
    if (expected != actual) {
      throw new CaseFailure(what + " is " + actual + ", not " + expected);
    }
  }

  /** Equal to the last bit; NaN equals NaN. */
  public static void equal(String what, double expected, double actual) {
    if (expected != actual && !(Double.isNaN(expected) && Double.isNaN(actual))) {
      throw new CaseFailure(what + " is " + Text.of(actual) + ", not " + Text.of(expected));
    }
  }

  public static void near(String what, double expected, double actual, double tolerance) {
    if (!(Math.abs(expected - actual) <= tolerance)) {
      throw new CaseFailure(what + " is " + Text.of(actual) + ", not " + Text.of(expected));
    }
  }

  /** The action throws a JavaScript error of this name. */
  public static void throwing(String name, String what, Action action) {
    String thrown = thrownBy(action);
    if (thrown == null) {
      throw new CaseFailure(what + " throws nothing, not " + name);
    }
    equal("what " + what + " throws", name, thrown);
  }

  /** The name of the JavaScript error that an action throws, or null. */
  public static @Nullable String thrownBy(Action action) {
    try {
      action.run();
      return null;
    } catch (Throwable thrown) {
      return DOMException.nameOf(thrown);
    }
  }

  /** Ends the case as absent unless the browser has this. */
  public static void present(String what, boolean present) {
    if (!present) {
      throw new Absent("no " + what);
    }
  }
}
