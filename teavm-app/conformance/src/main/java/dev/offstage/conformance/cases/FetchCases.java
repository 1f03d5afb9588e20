package dev.offstage.conformance.cases;

import dev.offstage.bindings.dom.AbortController;
import dev.offstage.bindings.dom.AbortSignal;
import dev.offstage.bindings.dom.DOMException;
import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Headers;
import dev.offstage.bindings.fetch.Request;
import dev.offstage.bindings.fetch.RequestCache;
import dev.offstage.bindings.fetch.RequestCredentials;
import dev.offstage.bindings.fetch.RequestInit;
import dev.offstage.bindings.fetch.RequestMode;
import dev.offstage.bindings.fetch.RequestPriority;
import dev.offstage.bindings.fetch.RequestRedirect;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.fetch.ResponseInit;
import dev.offstage.bindings.fetch.ResponseType;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Await;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import java.util.List;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Uint8Array;

/** Requests, responses, headers; aborting; the errors of the platform. */
final class FetchCases {
  private static final String INIT = "schemes/number/v0/init.mp4";

  private FetchCases() {}

  static void register(Suite suite) {
    suite.everywhere("fetch: a file of this origin, whole", FetchCases::file);
    suite.everywhere("fetch: a range of it", FetchCases::range);
    suite.everywhere("fetch: what is not there is a response, not an error", FetchCases::missing);
    suite.everywhere("fetch: an unreachable host rejects with TypeError", FetchCases::unreachable);
    suite.everywhere("fetch: a body can be read once, a duplicate again", FetchCases::once);
    suite.everywhere(
        "response: made of text, bytes or nothing, read in each form", FetchCases::made);
    suite.everywhere("response: made of a value, as JSON", FetchCases::json);
    suite.everywhere("response: error and redirect", FetchCases::special);
    suite.everywhere("request: tells what it was made with", FetchCases::request);
    suite.everywhere("request: what it may be without", FetchCases::optional);
    suite.everywhere("request: every value of its enumerations", FetchCases::enumerations);
    suite.everywhere("request: bodies of every kind", FetchCases::bodies);
    suite.everywhere("headers: set, append, get, has, delete, iterate", FetchCases::headers);
    suite.everywhere("headers: cookies one by one", FetchCases::cookies);
    suite.everywhere("abort: a signal ends a fetch with AbortError", FetchCases::abortFetch);
    suite.everywhere("abort: the signal tells whether, why, and its listeners", FetchCases::signal);
    suite.everywhere("abort: signals made aborted, of a time, of others", FetchCases::madeSignals);
    suite.everywhere("exception: name, message and code", FetchCases::exception);
    suite.everywhere("exception: what a catch clause learns of a thrown one", FetchCases::caught);
  }

  private static Response fetched(String path) {
    return Await.value(path, Fetch.fetch(Media.url(path)));
  }

  private static void file(Stage stage) {
    Response response = fetched(INIT);
    Check.equal("ok", true, response.isOk());
    Check.equal("status", 200, response.getStatus());
    Check.equal("statusText", "OK", response.getStatusText());
    Check.equal("redirected", false, response.isRedirected());
    Check.equal("type", ResponseType.basic(), response.getType());
    Check.that("the URL: " + response.getUrl(), response.getUrl().endsWith("/media/" + INIT));
    Check.equal("Content-Type", "video/mp4", response.getHeaders().get("content-type"));
    Check.equal("bodyUsed", false, response.isBodyUsed());
    ArrayBuffer bytes = Await.value("the bytes", response.arrayBuffer());
    Check.equal("bodyUsed after", true, response.isBodyUsed());
    Check.equal("the length", 756, bytes.getByteLength());
    stage.saw("756 bytes of video/mp4");
  }

  private static void range(Stage stage) {
    RequestInit init = RequestInit.create();
    Headers headers = new Headers();
    headers.set("Range", "bytes=4-7");
    init.setHeaders(headers);
    Response response = Await.value("the range", Fetch.fetch(Media.url(INIT), init));
    Check.equal("status", 206, response.getStatus());
    Check.equal("Content-Range", "bytes 4-7/756", response.getHeaders().get("Content-Range"));
    Check.equal("the bytes", "ftyp", Await.value("text", response.text()).stringValue());
  }

  private static void missing(Stage stage) {
    Response response = fetched("absent.mp4");
    Check.equal("ok", false, response.isOk());
    Check.equal("status", 404, response.getStatus());
  }

  private static void unreachable(Stage stage) {
    Check.equal(
        "the rejection",
        "TypeError",
        Await.rejection("the fetch", Fetch.fetch("http://127.0.0.1:1/")));
  }

  private static void once(Stage stage) {
    Response response = fetched(INIT);
    Response second = response.duplicate();
    Await.value("the first", response.arrayBuffer());
    Check.equal("again", "TypeError", Await.rejection("again", response.arrayBuffer()));
    Check.equal(
        "the duplicate's length",
        756,
        Await.value("the duplicate", second.arrayBuffer()).getByteLength());
  }

  private static void made(Stage stage) {
    Check.equal("empty", "", Await.value("text", new Response().text()).stringValue());
    Check.that("no body", new Response((String) null).getBody() == null);
    Check.that("a body", new Response("x").getBody() != null);
    Check.equal("text", "grüß", Await.value("text", new Response("grüß").text()).stringValue());
    ArrayBuffer bytes = new ArrayBuffer(5);
    Check.equal(
        "bytes", 5, Await.value("bytes", new Response(bytes).arrayBuffer()).getByteLength());
    Check.equal("a view", 5, Await.value("a view", new Response(bytes).bytes()).getByteLength());
    Check.equal("blob", 5, Await.value("blob", new Response(bytes).blob()).getSize());
    JSObject json = Await.value("json", new Response("{\"a\":1}").json());
    Check.that("json has its field", Made.has(json, "a"));
    Check.equal("bad json", "SyntaxError", Await.rejection("json", new Response("{").json()));
    ResponseInit init = ResponseInit.create();
    init.setStatus(201);
    init.setStatusText("Made");
    Headers headers = new Headers();
    headers.set("Content-Type", "application/x-www-form-urlencoded");
    init.setHeaders(headers);
    Response form = new Response("a=1&b=2", init);
    Check.equal("status", 201, form.getStatus());
    Check.equal("statusText", "Made", form.getStatusText());
    Check.equal("type", ResponseType.standard(), form.getType());
    Check.that("form data", Made.has(Await.value("form data", form.formData()), "append"));
    Check.equal("status of bytes", 201, new Response(bytes, init).getStatus());
    init.setStatus(99);
    Check.throwing("RangeError", "a bad status", () -> new Response("", init));
  }

  private static void json(Stage stage) {
    JSArray<JSString> data = JSArray.of(JSString.valueOf("a"), JSString.valueOf("b"));
    Response response = Response.json(data);
    Check.equal("status", 200, response.getStatus());
    Check.equal("type", "application/json", response.getHeaders().get("Content-Type"));
    Check.equal("text", "[\"a\",\"b\"]", Await.value("text", response.text()).stringValue());
    ResponseInit init = ResponseInit.create();
    init.setStatus(202);
    Check.equal("status", 202, Response.json(data, init).getStatus());
    Check.equal("null", "null", Await.value("null", Response.json(null).text()).stringValue());
  }

  private static void optional(Stage stage) {
    RequestInit init = RequestInit.create();
    init.setDuplex("half");
    init.setWindow(null);
    Request request = new Request("/media/x", init);
    Check.equal("a reload", false, request.isIsReloadNavigation());
    Check.equal("a step in the history", false, request.isIsHistoryNavigation());
    String duplex = request.getDuplex();
    Check.that("duplex: " + duplex, duplex == null || duplex.equals("half"));
    stage.saw(duplex == null ? "duplex is not told" : "duplex is half");
  }

  private static void cookies(Stage stage) {
    Headers headers = new Headers();
    Check.equal("none", 0, headers.getSetCookie().getLength());
    headers.append("Set-Cookie", "a=1");
    headers.append("Set-Cookie", "b=2, 3");
    Check.equal("two", 2, headers.getSetCookie().getLength());
    Check.equal("the second", "b=2, 3", headers.getSetCookie().get(1).stringValue());
  }

  private static void special(Stage stage) {
    Response error = Response.error();
    Check.equal("type", ResponseType.error(), error.getType());
    Check.equal("status", 0, error.getStatus());
    Response redirect = Response.redirect("http://127.0.0.1/there");
    Check.equal("status", 302, redirect.getStatus());
    Check.equal("Location", "http://127.0.0.1/there", redirect.getHeaders().get("Location"));
    Check.equal("status", 308, Response.redirect("http://127.0.0.1/", 308).getStatus());
    Check.throwing("RangeError", "200", () -> Response.redirect("http://127.0.0.1/", 200));
    Check.equal("opaque", "opaque", ResponseType.opaque().stringValue());
    Check.equal("cors", "cors", ResponseType.cors().stringValue());
    Check.equal("opaqueredirect", "opaqueredirect", ResponseType.opaqueredirect().stringValue());
  }

  private static void request(Stage stage) {
    RequestInit init = RequestInit.create();
    init.setMethod("POST");
    init.setBody("hello");
    init.setReferrer("about:client");
    init.setReferrerPolicy("no-referrer");
    init.setMode(RequestMode.sameOrigin());
    init.setCredentials(RequestCredentials.omit());
    init.setCache(RequestCache.noStore());
    init.setRedirect(RequestRedirect.error());
    init.setIntegrity("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    init.setKeepalive(false);
    init.setPriority(RequestPriority.low());
    AbortController controller = new AbortController();
    init.setSignal(controller.getSignal());
    Headers headers = new Headers();
    headers.append("X-Test", "yes");
    init.setHeaders(headers);
    Request request = new Request("/media/x", init);
    Check.equal("method", "POST", request.getMethod());
    Check.that("url", request.getUrl().endsWith("/media/x"));
    Check.equal("header", "yes", request.getHeaders().get("x-test"));
    Check.equal("destination", "", request.getDestination());
    Check.equal("referrer", "about:client", request.getReferrer());
    Check.equal("referrerPolicy", "no-referrer", request.getReferrerPolicy());
    Check.equal("mode", RequestMode.sameOrigin(), request.getMode());
    Check.equal("credentials", RequestCredentials.omit(), request.getCredentials());
    Check.equal("cache", RequestCache.noStore(), request.getCache());
    Check.equal("redirect", RequestRedirect.error(), request.getRedirect());
    Check.that("integrity", request.getIntegrity().startsWith("sha256-"));
    Check.equal("keepalive", false, request.isKeepalive());
    controller.abort();
    Check.equal("the signal follows", true, request.getSignal().isAborted());
    Request copy = request.duplicate();
    Check.equal("the duplicate's text", "hello", Await.value("text", copy.text()).stringValue());
    Request other = new Request(request);
    Check.equal("the copy's method", "POST", other.getMethod());
    Check.equal("the first is used up", true, request.isBodyUsed());
    Response response = Await.value("a request", Fetch.fetch(new Request(Media.url(INIT))));
    Check.equal("status", 200, response.getStatus());
    RequestInit head = RequestInit.create();
    head.setMethod("HEAD");
    Check.equal(
        "status of HEAD",
        200,
        Await.value("HEAD", Fetch.fetch(new Request(Media.url(INIT)), head)).getStatus());
    Check.equal("method", "HEAD", new Request(new Request("/"), head).getMethod());
  }

  private static void enumerations(Stage stage) {
    RequestInit init = RequestInit.create();
    for (RequestMode value :
        list(RequestMode.cors(), RequestMode.noCors(), RequestMode.sameOrigin())) {
      init.setMode(value);
      Check.equal("mode", value, new Request("/", init).getMode());
    }
    for (RequestCredentials value :
        list(
            RequestCredentials.include(),
            RequestCredentials.omit(),
            RequestCredentials.sameOrigin())) {
      init.setCredentials(value);
      Check.equal("credentials", value, new Request("/", init).getCredentials());
    }
    for (RequestRedirect value :
        list(RequestRedirect.follow(), RequestRedirect.error(), RequestRedirect.manual())) {
      init.setRedirect(value);
      Check.equal("redirect", value, new Request("/", init).getRedirect());
    }
    for (RequestPriority value :
        list(RequestPriority.high(), RequestPriority.low(), RequestPriority.auto())) {
      init.setPriority(value);
      new Request("/", init);
    }
    for (RequestCache value :
        list(
            RequestCache.standard(),
            RequestCache.noStore(),
            RequestCache.reload(),
            RequestCache.noCache(),
            RequestCache.forceCache(),
            RequestCache.onlyIfCached())) {
      init.setMode(RequestMode.sameOrigin());
      init.setCache(value);
      Check.equal("cache", value, new Request("/", init).getCache());
    }
    init.setMode(RequestMode.navigate());
    Check.throwing("TypeError", "mode navigate", () -> new Request("/", init));
  }

  private static void bodies(Stage stage) {
    RequestInit init = RequestInit.create();
    init.setMethod("PUT");
    init.setBody(new ArrayBuffer(3));
    Check.equal("bytes", 3, length(init));
    init.setBody(new Uint8Array(4));
    Check.equal("a view", 4, length(init));
    init.setBody(Await.value("a blob", new Response("12345").blob()));
    Check.equal("a blob", 5, length(init));
    ResponseInit form = ResponseInit.create();
    Headers headers = new Headers();
    headers.set("Content-Type", "application/x-www-form-urlencoded");
    form.setHeaders(headers);
    init.setBody(Await.value("form data", new Response("a=1", form).formData()));
    Check.that("form data", length(init) > 50);
    init.setMethod("GET");
    Check.throwing("TypeError", "GET with a body", () -> new Request("/", init));
  }

  private static int length(RequestInit init) {
    return Await.value("the body", new Request("/", init).arrayBuffer()).getByteLength();
  }

  private static void headers(Stage stage) {
    Headers headers = new Headers();
    headers.set("A", "1");
    headers.append("a", "2");
    headers.set("B", "3");
    Check.equal("a", "1, 2", headers.get("A"));
    Check.equal("has b", true, headers.has("b"));
    Headers copy = new Headers(headers);
    headers.delete("b");
    Check.equal("has b after", false, headers.has("b"));
    Check.equal("b after", null, headers.get("b"));
    EventLog log = new EventLog();
    copy.forEach((name, value) -> log.note(name + "=" + value));
    Check.equal("the copy", "a=1, 2 b=3", log.text());
    Check.throwing("TypeError", "a bad name", () -> headers.set("a b", "x"));
  }

  private static void abortFetch(Stage stage) {
    AbortController controller = new AbortController();
    RequestInit init = RequestInit.create();
    init.setSignal(controller.getSignal());
    JSPromise<Response> pending = Fetch.fetch(Media.url(INIT), init);
    controller.abort();
    Check.equal("the rejection", "AbortError", Await.rejection("the fetch", pending));
    Check.equal(
        "of the next",
        "AbortError",
        Await.rejection("the fetch", Fetch.fetch(Media.url(INIT), init)));
    init.setSignal(null);
    Check.equal(
        "without", 200, Await.value("a fetch", Fetch.fetch(Media.url(INIT), init)).getStatus());
  }

  private static void signal(Stage stage) {
    AbortController controller = new AbortController();
    AbortSignal signal = controller.getSignal();
    EventLog log = new EventLog();
    signal.onAbort(log::add);
    Check.equal("aborted", false, signal.isAborted());
    Check.that("no reason", signal.getReason() == null);
    signal.throwIfAborted();
    controller.abort(new DOMException("enough", "DataError"));
    Check.equal("aborted", true, signal.isAborted());
    Check.equal("the reason", "DataError", DOMException.nameOf((Object) signal.getReason()));
    Check.throwing("DataError", "throwIfAborted", signal::throwIfAborted);
    Check.equal("heard", "abort", log.text());
    controller.abort();
    Check.equal("heard after another", "abort", log.text());
  }

  private static void madeSignals(Stage stage) {
    Check.equal("aborted", true, AbortSignal.abort().isAborted());
    AbortSignal soon = AbortSignal.timeout(1);
    AbortController controller = new AbortController();
    AbortSignal any = AbortSignal.any(JSArray.of(soon, controller.getSignal()));
    EventLog log = new EventLog();
    any.onAbort(log::add);
    log.awaitAny("abort");
    Check.equal("the reason", "TimeoutError", DOMException.nameOf((Object) any.getReason()));
    Check.equal("the other", false, controller.getSignal().isAborted());
  }

  private static void exception(Stage stage) {
    DOMException exception = new DOMException("lost", "NotFoundError");
    Check.equal("name", "NotFoundError", exception.getName());
    Check.equal("message", "lost", exception.getMessage());
    Check.equal("code", 8, exception.getCode());
    Check.equal("name", "Error", new DOMException("x").getName());
    Check.equal("message", "", new DOMException().getMessage());
    Check.equal("code", 0, new DOMException().getCode());
  }

  private static void caught(Stage stage) {
    try {
      stage.source().addSourceBuffer("");
      Check.that("it threw", false);
    } catch (RuntimeException e) {
      Check.equal("nameOf", "TypeError", DOMException.nameOf(e));
      Check.that("messageOf", !DOMException.messageOf(e).isEmpty());
      Check.that("of", Made.has(DOMException.of(e), "message"));
    }
    Check.equal("of Java's", "Error", DOMException.nameOf(new IllegalStateException("mine")));
    Check.equal("of nothing", null, DOMException.nameOf((Object) null));
    Check.equal("of a string", null, DOMException.messageOf((Object) JSString.valueOf("x")));
  }

  @SafeVarargs
  private static <T> Iterable<T> list(T... values) {
    return List.of(values);
  }
}
