package dev.offstage.conformance;

import dev.offstage.bindings.dom.DOMException;
import dev.offstage.conformance.stage.Absent;
import dev.offstage.conformance.stage.CaseFailure;
import dev.offstage.conformance.stage.Stage;

/** Runs cases one after the other and tells the outcome of each. Must run in a coroutine. */
final class Runner {
  /** Hears of each case. */
  interface Report {
    /**
     * A case is over.
     *
     * @param outcome {@code pass}, {@code fail} or {@code absent}
     * @param saw what the case noted, or what was wrong
     */
    void ended(String name, String outcome, String saw);
  }

  private final Stage stage;
  private final Report report;

  Runner(Stage stage, Report report) {
    this.stage = stage;
    this.report = report;
  }

  void run(Iterable<Case> cases, boolean worker, String only) {
    for (Case each : cases) {
      if (each.places().include(worker) && each.name().contains(only)) {
        run(each);
      }
    }
  }

  private void run(Case each) {
    String outcome = "pass";
    String trouble = "";
    stage.begin();
    try {
      each.body().run(stage);
    } catch (Absent absent) {
      outcome = "absent";
      trouble = absent.getMessage();
    } catch (CaseFailure failure) {
      outcome = "fail";
      trouble = failure.getMessage();
    } catch (Throwable thrown) {
      outcome = "fail";
      trouble = "unexpected " + DOMException.nameOf(thrown) + ": " + DOMException.messageOf(thrown);
    }
    String noted = stage.end();
    String between = noted.isEmpty() || trouble.isEmpty() ? "" : "; ";
    report.ended(each.name(), outcome, noted + between + trouble);
  }
}
