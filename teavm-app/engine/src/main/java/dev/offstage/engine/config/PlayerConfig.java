package dev.offstage.engine.config;

/**
 * Everything that an application can set for a session.
 *
 * @param buffer how much media to hold
 * @param abr how to choose qualities
 * @param network how to ask for things
 * @param audioLanguage preferred audio language, BCP 47, or empty for the manifest's first
 */
public record PlayerConfig(
    BufferConfig buffer, AbrConfig abr, NetworkConfig network, String audioLanguage) {
  /** What holds where the application says nothing. */
  public static final PlayerConfig DEFAULT =
      new PlayerConfig(
          new BufferConfig(30, 30),
          new AbrConfig("default", 1_000_000, 0.9, Double.POSITIVE_INFINITY),
          new NetworkConfig(3, 10_000, new String[0], false),
          "");
}
