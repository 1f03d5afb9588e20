package dev.offstage.bindings.html;

import org.teavm.jso.JSProperty;

/**
 * Why a media element failed; with the message that the type of {@code jso-apis} lacks.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#mediaerror">HTML, MediaError</a>
 */
public interface MediaError extends org.teavm.jso.media.MediaError {
  /**
   * A description for people, or empty; it differs between browsers.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-mediaerror-message">HTML,
   *     message</a>
   */
  @JSProperty
  String getMessage();
}
