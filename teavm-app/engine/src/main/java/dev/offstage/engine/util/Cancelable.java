package dev.offstage.engine.util;

/** Something under way that can be called off. */
public interface Cancelable {
  /** Calls it off. Nothing is heard of it afterwards. Harmless when it is over already. */
  void cancel();
}
