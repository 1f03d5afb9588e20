package dev.offstage.bindings.fetch;

import dev.offstage.bindings.streams.ReadableStream;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.ajax.FormData;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Uint8Array;

/**
 * What requests and responses carry. A body is read once, by one of the members that answer a
 * promise or by a reader of the stream. The promises are rejected with {@code TypeError} if the
 * body is used or the connection breaks, with {@code AbortError} if the fetch is aborted.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#body-mixin">Fetch, Body mixin</a>
 */
public abstract class Body implements JSObject {
  /**
   * Bodies belong to requests and responses.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#body-mixin">Fetch, Body</a>
   */
  protected Body() {}

  /**
   * The bytes as they come; null if there is no body or the browser does not stream it.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-body-body">Fetch, body</a>
   */
  @JSBody(script = "return this.body || null;")
  public native @Nullable ReadableStream<Uint8Array> getBody();

  /**
   * Whether the body has been read, or is being read.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-body-bodyused">Fetch, bodyUsed</a>
   */
  @JSProperty
  public native boolean isBodyUsed();

  /**
   * All bytes.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-body-arraybuffer">Fetch, arrayBuffer</a>
   */
  public native JSPromise<ArrayBuffer> arrayBuffer();

  /**
   * The whole body as a view of its bytes; rejected with {@code TypeError} if it was read before.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-body-bytes">Fetch, bytes</a>
   */
  public native JSPromise<Uint8Array> bytes();

  /**
   * All bytes, with the type of the {@code Content-Type} header.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-body-blob">Fetch, blob</a>
   */
  public native JSPromise<Blob> blob();

  /**
   * The fields of a form.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-body-formdata">Fetch, formData</a>
   */
  public native JSPromise<FormData> formData();

  /**
   * The value of a JSON text; rejected with {@code SyntaxError} if it is none.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-body-json">Fetch, json</a>
   */
  public native JSPromise<JSObject> json();

  /**
   * All bytes decoded as UTF-8, whatever the header says; {@code JSString} costs no copy.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-body-text">Fetch, text</a>
   */
  public native JSPromise<JSString> text();
}
