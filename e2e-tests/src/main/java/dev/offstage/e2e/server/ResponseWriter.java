package dev.offstage.e2e.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * Writes one response at the link's pace, and hangs or cuts it where told. Blocking; used by the
 * request's thread only.
 */
final class ResponseWriter {
  /** Thrown when a rule has closed the connection. */
  static final class CutException extends IOException {
    private static final long serialVersionUID = 1;

    CutException() {
      super("cut by a rule of the test");
    }
  }

  /** How often a hanging response looks whether the client is still there. */
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(20);

  private static final long NEVER = Long.MAX_VALUE;

  private final Request request;
  private final Response response;
  private final Exchange exchange;
  private final Link link;
  private final RequestLog log;
  private final EndPoint endPoint;
  private long hangAt = NEVER;
  private @Nullable Rule hangRule;
  private long cutAt = NEVER;
  private boolean cutByReset;

  ResponseWriter(Request request, Response response, Exchange exchange, Link link, RequestLog log) {
    this.request = request;
    this.response = response;
    this.exchange = exchange;
    this.link = link;
    this.log = log;
    this.endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
  }

  void header(String name, String value) {
    response.getHeaders().put(name, value);
  }

  void headers(Map<String, String> headers) {
    headers.forEach(this::header);
  }

  /** Stops after so many bytes of the body until the rule is released. */
  void hangAt(long bodyBytes, Rule rule) {
    hangAt = bodyBytes;
    hangRule = rule;
  }

  /** Closes the connection after so many bytes of the body. */
  void cutAt(long bodyBytes, boolean reset) {
    cutAt = bodyBytes;
    cutByReset = reset;
  }

  void waitLatency() throws IOException, InterruptedException {
    pause(link.latency());
  }

  /** Waits, unless the client goes away. */
  void pause(Duration time) throws IOException, InterruptedException {
    if (!time.isZero()) {
      waitFor(new Rule(any -> false), time);
    }
  }

  /** Waits until the rule is released, unless the client goes away. */
  void hang(Rule rule) throws IOException, InterruptedException {
    waitFor(rule, Duration.ofMinutes(5));
  }

  void empty(int status) throws IOException {
    start(status, 0);
  }

  void text(int status, String text) throws IOException, InterruptedException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    header("Content-Type", "text/plain; charset=utf-8");
    start(status, bytes.length);
    send(bytes, 0, bytes.length);
  }

  /** Sends a resource or, with 206, a range of it. */
  void body(Site.Resource resource, @Nullable ByteRange range)
      throws IOException, InterruptedException {
    byte[] bytes = resource.bytes();
    header("Content-Type", resource.contentType());
    if (!response.getHeaders().contains(HttpHeader.CACHE_CONTROL)) {
      header("Cache-Control", "no-store");
    }
    if (range == null) {
      start(200, bytes.length);
      send(bytes, 0, bytes.length);
    } else {
      header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + bytes.length);
      start(206, range.length());
      send(bytes, (int) range.first(), (int) range.length());
    }
  }

  /** Completes the response. */
  void finish() throws IOException {
    Content.Sink.write(response, true, BufferUtil.EMPTY_BUFFER);
  }

  private void start(int status, long contentLength) throws IOException {
    response.setStatus(status);
    if (status != 204) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, contentLength);
    }
    exchange.setStatus(status);
    log.changed();
    if (contentLength > 0 && !isHead()) {
      Content.Sink.write(response, false, BufferUtil.EMPTY_BUFFER);
    }
  }

  private boolean isHead() {
    return request.getMethod().equals("HEAD");
  }

  private void send(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
    if (isHead()) {
      return;
    }
    Link.Turn turn = link.newTurn();
    long sent = 0;
    while (true) {
      if (sent == cutAt) {
        cut();
      }
      if (sent == hangAt && hangRule != null) {
        hang(hangRule);
      }
      if (sent == length) {
        return;
      }
      long stop = Math.min(length, sent + link.sliceBytes());
      if (sent < hangAt) {
        stop = Math.min(stop, hangAt);
      }
      stop = Math.min(stop, cutAt);
      int count = (int) (stop - sent);
      turn.carry(count);
      Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset + (int) sent, count));
      sent = stop;
      exchange.addBytes(count);
      log.changed();
    }
  }

  private void cut() throws IOException {
    if (cutByReset && endPoint.getTransport() instanceof SocketChannel channel) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }
    endPoint.close();
    throw new CutException();
  }

  private void waitFor(Rule rule, Duration limit) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return;
      }
      Duration step = Duration.ofNanos(Math.min(left, PROBE_INTERVAL.toNanos()));
      if (rule.awaitRelease(step)) {
        return;
      }
      requireClient();
    }
  }

  /**
   * Looks whether the client has closed the connection. HTTP/1.1 clients send nothing while they
   * wait for a response, so whatever can be read is the end of the stream.
   */
  private void requireClient() throws IOException {
    if (endPoint.fill(BufferUtil.allocate(1)) < 0) {
      throw new EofException("the client went away");
    }
  }
}
