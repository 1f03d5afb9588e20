package dev.offstage.simulator.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which requests go wrong, and how. The first rule that applies is taken. */
public final class FaultScript {
  private static final class Rule {
    final Predicate<String> urls;
    final Fault fault;
    int left;

    Rule(Predicate<String> urls, Fault fault, int left) {
      this.urls = urls;
      this.fault = fault;
      this.left = left;
    }
  }

  private final List<Rule> rules = new ArrayList<>();
  private final List<Fault> served = new ArrayList<>();

  /**
   * Lets requests go wrong.
   *
   * @param urlPart every request whose URL contains it
   * @param times so many of them, and then no more
   */
  public FaultScript add(String urlPart, int times, Fault fault) {
    return add(url -> url.contains(urlPart), times, fault);
  }

  /** Lets all requests go wrong whose URL contains {@code urlPart}. */
  public FaultScript always(String urlPart, Fault fault) {
    return add(urlPart, Integer.MAX_VALUE, fault);
  }

  /** Lets the next {@code times} requests for which {@code urls} holds go wrong. */
  public FaultScript add(Predicate<String> urls, int times, Fault fault) {
    rules.add(new Rule(urls, fault, times));
    return this;
  }

  /** What has gone wrong, in order. */
  public List<Fault> served() {
    return served;
  }

  /** Forgets all rules. */
  public void clear() {
    rules.clear();
  }

  /** What goes wrong with this request, or null. */
  @Nullable Fault next(String url) {
    for (Rule rule : rules) {
      if (rule.left > 0 && rule.urls.test(url)) {
        rule.left--;
        served.add(rule.fault);
        return rule.fault;
      }
    }
    return null;
  }
}
