package dev.offstage.bindings.fetch;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * How a request uses the HTTP cache.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#requestcache">Fetch, RequestCache</a>
 */
public abstract class RequestCache extends WebEnum {
  private RequestCache() {}

  /** {@code "default"}: as HTTP says: fresh from the cache, stale after revalidation. */
  @JSBody(script = "return 'default';")
  @NoSideEffects
  public static native RequestCache standard();

  /** {@code "no-store"}: past the cache, both ways. */
  @JSBody(script = "return 'no-store';")
  @NoSideEffects
  public static native RequestCache noStore();

  /** {@code "reload"}: past the cache; the response is stored. */
  @JSBody(script = "return 'reload';")
  @NoSideEffects
  public static native RequestCache reload();

  /** {@code "no-cache"}: from the cache after revalidation only. */
  @JSBody(script = "return 'no-cache';")
  @NoSideEffects
  public static native RequestCache noCache();

  /** {@code "force-cache"}: from the cache even if stale, else from the network. */
  @JSBody(script = "return 'force-cache';")
  @NoSideEffects
  public static native RequestCache forceCache();

  /**
   * {@code "only-if-cached"}: from the cache even if stale, else an error; needs {@link
   * RequestMode#sameOrigin()}.
   */
  @JSBody(script = "return 'only-if-cached';")
  @NoSideEffects
  public static native RequestCache onlyIfCached();
}
