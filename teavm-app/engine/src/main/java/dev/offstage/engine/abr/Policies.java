package dev.offstage.engine.abr;

/** The policies that an application can choose from, by name. */
public final class Policies {
  /** The names, the default first. */
  public static final String[] NAMES = {"default", "throughput", "bola", "bolae", "dynamic"};

  private Policies() {}

  /** The policy of this name; the default for a name that is none. */
  public static QualityPolicy named(String name) {
    return switch (name) {
      case "throughput" -> new ThroughputPolicy();
      case "bola" -> new BolaPolicy();
      case "bolae" -> new BolaEPolicy();
      case "dynamic" -> new DynamicPolicy();
      default -> new LookaheadPolicy();
    };
  }
}
