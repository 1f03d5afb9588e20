package dev.offstage.e2e.junit;

import dev.offstage.e2e.page.Setup;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of playback in a real browser, run once in each of its {@link Setup}s. Its parameters may
 * be a {@link dev.offstage.e2e.server.MediaServer}, a {@link dev.offstage.e2e.page.PlayerPage} (or
 * a {@link dev.offstage.e2e.page.MediaPage} for a page without a player) and the {@link Setup},
 * fresh for each run, unless the class is a {@link SharedPage}.
 *
 * <p>A test fails, beside its own assertions, if the page logs an error it did not expect ({@code
 * page.log().expect(…)}), throws one uncaught, or asks the server for something that is not there.
 * A failed test leaves a screenshot and a log in {@code target/failures}.
 *
 * <pre>{@code
 * @PlaybackTest
 * void start_ladder_showsTheFirstFrame(PlayerPage page) {
 *   page.load("/media/ladder/manifest.mpd");
 *   page.awaitFrame(0);
 * }
 * }</pre>
 *
 * The system property {@code offstage.setups} (names of setups with commas between) narrows a run.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(PlaybackExtension.class)
public @interface PlaybackTest {
  /**
   * Where the test runs: by default each engine build and, in Firefox, the bridge. What is about
   * the page, the network or the passing of time, rather than about how Java has been compiled,
   * needs no {@link Setup#CHROMIUM_JS}; another way to write down what a test beside it plays
   * everywhere needs {@link Setup#CHROMIUM_WASM} alone.
   */
  Setup[] value() default {Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS, Setup.FIREFOX};
}
