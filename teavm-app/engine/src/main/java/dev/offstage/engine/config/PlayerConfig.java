package dev.offstage.engine.config;

/**
 * Everything that an application can set for a session.
 *
 * @param buffer how much media to hold
 * @param abr how to choose qualities
 * @param network how to ask for things
 * @param targetLatencyS seconds to stay behind the edge of a live stream; NaN for what the stream
 *     wants
 * @param audioLanguage preferred audio language, BCP 47, or empty for the manifest's first
 */
public record PlayerConfig(
    BufferConfig buffer,
    AbrConfig abr,
    NetworkConfig network,
    double targetLatencyS,
    String audioLanguage) {
  /** What holds where the application says nothing. */
  public static final PlayerConfig DEFAULT =
      new PlayerConfig(
          new BufferConfig(30, 30),
          new AbrConfig("default", 1_000_000, 0.9, Double.POSITIVE_INFINITY),
          new NetworkConfig(3, 10_000, new String[0], false),
          Double.NaN,
          "");
}
