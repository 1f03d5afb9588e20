package dev.offstage.conformance;

import java.util.ArrayList;
import java.util.List;

/** The cases in the order of their running. */
public final class Suite {
  private final List<Case> cases = new ArrayList<>();

  /** Adds a case that holds in pages and workers. */
  public void everywhere(String name, Case.Body body) {
    cases.add(new Case(name, Case.Places.EVERYWHERE, body));
  }

  /** Adds a case for dedicated workers. */
  public void worker(String name, Case.Body body) {
    cases.add(new Case(name, Case.Places.WORKER, body));
  }

  /** Adds a case for pages. */
  public void page(String name, Case.Body body) {
    cases.add(new Case(name, Case.Places.PAGE, body));
  }

  /** What was added so far. */
  public List<Case> cases() {
    return List.copyOf(cases);
  }
}
