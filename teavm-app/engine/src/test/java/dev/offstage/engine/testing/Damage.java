package dev.offstage.engine.testing;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.offstage.engine.error.ParserException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** Feeds a parser input that is damaged. Nothing but a {@link ParserException} may come out. */
public final class Damage {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Damage() {}

  /** The input cut off behind every byte. */
  public static void truncateEverywhere(byte[] input, Consumer<byte[]> parser) {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int length = 0; length < input.length; length++) {
            feed(Arrays.copyOf(input, length), parser, "cut off behind byte " + length);
          }
        });
  }

  /** The input with some bytes changed, {@code times} times, the same ones for each seed. */
  public static void flip(byte[] input, int times, long seed, Consumer<byte[]> parser) {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          Random random = new Random(seed);
          for (int i = 0; i < times; i++) {
            byte[] damaged = input.clone();
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
              int at = random.nextInt(damaged.length);
              damaged[at] =
                  random.nextBoolean()
                      ? (byte) random.nextInt(256)
                      : (byte) (damaged[at] ^ 1 << random.nextInt(8));
            }
            feed(damaged, parser, "round " + i + " of seed " + seed);
          }
        });
  }

  private static void feed(byte[] input, Consumer<byte[]> parser, String how) {
    try {
      parser.accept(input);
    } catch (ParserException expected) {
      // The one thing that may come out.
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(how, e);
    }
  }
}
