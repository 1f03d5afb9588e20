package dev.offstage.e2e.server;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/** Answers each request by the first rule that takes it, else plainly, and keeps the log. */
final class MediaHandler extends Handler.Abstract {
  private final MediaServer server;

  MediaHandler(MediaServer server) {
    this.server = server;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
    }
    String path = URIUtil.decodePath(request.getHttpURI().getPath());
    Exchange exchange =
        new Exchange(request.getMethod(), path, request.getHttpURI().getQuery(), headers);
    server.requests().add(exchange);
    ResponseWriter writer =
        new ResponseWriter(request, response, exchange, server.link(path), server.requests());
    try {
      answer(exchange, writer);
      writer.finish();
      end(exchange, Exchange.State.COMPLETE);
      callback.succeeded();
    } catch (ResponseWriter.CutException cut) {
      end(exchange, Exchange.State.CUT_BY_SERVER);
      callback.failed(cut);
    } catch (InterruptedException stopped) {
      end(exchange, Exchange.State.CUT_BY_SERVER);
      callback.failed(stopped);
    } catch (Exception e) {
      // Whatever a write throws here is the connection's end, seen from this side.
      end(exchange, Exchange.State.ABORTED_BY_CLIENT);
      callback.failed(e instanceof EofException ? e : new EofException(e));
    }
    return true;
  }

  private void end(Exchange exchange, Exchange.State state) {
    exchange.end(state);
    server.requests().changed();
  }

  private void answer(Exchange exchange, ResponseWriter writer) throws Exception {
    writer.headers(server.extraHeaders(exchange.path()));
    addCorsHeaders(exchange, writer);
    if (exchange.method().equals("OPTIONS")) {
      writer.empty(204);
      return;
    }
    // The rule is chosen on arrival, so that rules count requests in their order.
    Rule rule = server.ruleFor(exchange);
    writer.waitLatency();
    if (rule == null) {
      plain(exchange, writer);
    } else {
      ruled(exchange, writer, rule);
    }
  }

  private void ruled(Exchange exchange, ResponseWriter writer, Rule rule) throws Exception {
    Answer answer = rule.answer();
    if (answer instanceof Answer.Status a) {
      writer.text(a.status(), "status " + a.status() + " by a rule of the test\n");
    } else if (answer instanceof Answer.Redirect a) {
      writer.header("Location", a.location());
      writer.empty(a.status());
    } else if (answer instanceof Answer.Body a) {
      writer.body(new Site.Resource(a.bytes(), a.contentType()), null);
    } else if (answer instanceof Answer.Delay a) {
      writer.pause(a.delay());
      plain(exchange, writer);
    } else if (answer instanceof Answer.HangBeforeHeaders) {
      writer.hang(rule);
      plain(exchange, writer);
    } else if (answer instanceof Answer.HangInBody a) {
      writer.hangAt(a.bodyBytes(), rule);
      plain(exchange, writer);
    } else if (answer instanceof Answer.Cut a) {
      writer.cutAt(a.bodyBytes(), a.reset());
      plain(exchange, writer);
    }
  }

  private void plain(Exchange exchange, ResponseWriter writer) throws Exception {
    if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
      writer.text(405, "only GET and HEAD\n");
      return;
    }
    Site.Resource resource = server.site().find(exchange.path());
    if (resource == null) {
      writer.text(404, "not found: " + exchange.path() + "\n");
      return;
    }
    writer.header("Accept-Ranges", "bytes");
    ByteRange range = ByteRange.parse(exchange.range(), resource.bytes().length);
    if (range == ByteRange.UNSATISFIABLE) {
      writer.header("Content-Range", "bytes */" + resource.bytes().length);
      writer.empty(416);
      return;
    }
    writer.body(resource, range);
  }

  private void addCorsHeaders(Exchange exchange, ResponseWriter writer) {
    MediaServer.@Nullable Cors cors = server.cors();
    if (cors == null) {
      return;
    }
    writer.header("Access-Control-Allow-Origin", cors.allowOrigin());
    writer.header("Access-Control-Expose-Headers", cors.exposeHeaders());
    if (cors.allowCredentials()) {
      writer.header("Access-Control-Allow-Credentials", "true");
    }
    String asked = exchange.header("access-control-request-headers");
    if (asked != null) {
      writer.header("Access-Control-Allow-Headers", asked);
      writer.header("Access-Control-Allow-Methods", "GET, HEAD");
    }
  }
}
