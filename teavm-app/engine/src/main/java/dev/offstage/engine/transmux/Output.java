package dev.offstage.engine.transmux;

import java.util.ArrayList;
import java.util.List;

/** Gathers what comes out, and counts what is to be noticed. */
final class Output {
  private static final Notice.Kind[] KINDS = Notice.Kind.values();

  private List<Transmuxed> ready = new ArrayList<>();
  private final int[] counts = new int[KINDS.length];

  void add(Transmuxed item) {
    ready.add(item);
  }

  void notice(Notice.Kind kind, int count) {
    counts[kind.ordinal()] += count;
  }

  /** Hands all of it out. */
  List<Transmuxed> take() {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        ready.add(new Notice(KINDS[i], counts[i]));
        counts[i] = 0;
      }
    }
    List<Transmuxed> taken = ready;
    ready = new ArrayList<>();
    return taken;
  }
}
