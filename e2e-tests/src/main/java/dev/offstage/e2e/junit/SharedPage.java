package dev.offstage.e2e.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@link PlaybackTest}s of a class follow each other on one server and one page per setup: a
 * browser would spend more time on fresh pages than on the streams. Rules, requests and the log are
 * cleared in between. A test that fails takes its page with it, and the next one gets a fresh one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SharedPage {
  /**
   * Whether the page keeps its player, too, for classes that load one stream after another with one
   * configuration. Otherwise it is destroyed, and has to leave nothing behind.
   */
  boolean keepsPlayer() default false;
}
