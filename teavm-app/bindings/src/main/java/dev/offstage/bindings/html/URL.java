package dev.offstage.bindings.html;

import dev.offstage.bindings.mse.MediaSource;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.file.Blob;

/**
 * Object URLs: addresses for objects of this page.
 *
 * <p>Context: pages; for blobs also dedicated workers.
 *
 * @see <a href="https://w3c.github.io/FileAPI/#creating-revoking">File API, 8.4 Creating and
 *     revoking a blob URL</a>
 */
@JSClass
public final class URL implements JSObject {
  private URL() {}

  /**
   * An address to give to {@code src} of one media element, once. It keeps the source alive until
   * it is revoked, which may be done at {@code sourceopen}. Pages only: a source of a worker throws
   * {@code TypeError} and attaches by its handle.
   *
   * @see <a href="https://w3c.github.io/media-source/#mediasource-attach">Media Source Extensions,
   *     Attaching to a media element</a>
   */
  public static native String createObjectURL(MediaSource source);

  /**
   * An address for a blob. It keeps the blob alive until it is revoked.
   *
   * @see <a href="https://w3c.github.io/FileAPI/#creating-revoking">File API, URL</a>
   */
  public static native String createObjectURL(Blob blob);

  /**
   * Forgets an address; unknown ones are ignored.
   *
   * @see <a href="https://w3c.github.io/FileAPI/#creating-revoking">File API, URL</a>
   */
  public static native void revokeObjectURL(String url);
}
