package dev.offstage.e2e.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server does what its rules say, and its log tells the truth. */
@Timeout(60)
class MediaServerTest {
  private MediaServer server;
  private HttpClient client;

  @BeforeEach
  void start() {
    server = MediaServer.start();
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "a.mpd, application/dash+xml",
    "a.m3u8, application/vnd.apple.mpegurl",
    "a.mp4, video/mp4",
    "a.webm, video/webm",
    "a.wasm, application/wasm",
    "a.js, text/javascript"
  })
  void file_ofKnownExtension_hasItsType(String name, String type, @TempDir Path dir)
      throws Exception {
    Files.write(dir.resolve(name), new byte[] {1, 2, 3});
    server.serve("/files/", dir);
    HttpResponse<byte[]> response = get("/files/" + name);
    assertEquals(200, response.statusCode());
    assertEquals(type, response.headers().firstValue("content-type").orElseThrow());
    assertArrayEquals(new byte[] {1, 2, 3}, response.body());
  }

  @Test
  void path_outsideOfTheDirectory_isRefused(@TempDir Path dir) throws Exception {
    Files.createDirectory(dir.resolve("public"));
    Files.writeString(dir.resolve("secret.txt"), "secret");
    server.serve("/files/", dir.resolve("public"));
    assertNotEquals(200, get("/files/..%2fsecret.txt").statusCode());
    assertNotEquals(200, get("/files/%2e%2e/secret.txt").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=2-4, 206, 234, bytes 2-4/10",
    "bytes=7-, 206, 789, bytes 7-9/10",
    "bytes=-2, 206, 89, bytes 8-9/10",
    "bytes=8-99, 206, 89, bytes 8-9/10",
    "bytes=10-12, 416, '', bytes */10",
    "bytes=5-2, 200, 0123456789, ''",
    "'bytes=0-1,4-5', 200, 0123456789, ''",
    "lines=1-2, 200, 0123456789, ''"
  })
  void range_isAnsweredByTheRfc(String range, int status, String body, String contentRange)
      throws Exception {
    server.serve("/a.txt", "0123456789");
    HttpResponse<byte[]> response = get("/a.txt", "Range", range);
    assertEquals(status, response.statusCode());
    assertEquals(body, new String(response.body(), StandardCharsets.US_ASCII));
    assertEquals(contentRange, response.headers().firstValue("content-range").orElse(""));
    assertEquals(range, server.requests().all().get(0).range());
  }

  @Test
  void statusRule_withTimes_appliesSoOftenAndNoMore() throws Exception {
    server.serve("/a.txt", "fine");
    Rule rule = server.on("/*.txt").after(1).times(2).status(503);
    List<Integer> statuses =
        List.of(
            get("/a.txt").statusCode(),
            get("/a.txt").statusCode(),
            get("/a.txt").statusCode(),
            get("/a.txt").statusCode());
    assertEquals(List.of(200, 503, 503, 200), statuses);
    assertEquals(2, rule.hits());
    assertTrue(server.requests().all().get(1).isRuled());
    assertFalse(server.requests().all().get(3).isRuled());
  }

  @Test
  void glob_star_staysWithinASegment() throws Exception {
    server.serve("/a/b.txt", "fine");
    server.on("/*.txt").status(500);
    assertEquals(200, get("/a/b.txt").statusCode());
    server.on("/**.txt").status(500);
    assertEquals(500, get("/a/b.txt").statusCode());
  }

  @Test
  void hangBeforeHeaders_sendsNothingUntilReleased() throws Exception {
    server.serve("/a.txt", "late");
    Rule rule = server.on("/a.txt").hangBeforeHeaders();
    CompletableFuture<HttpResponse<byte[]>> answer = getAsync("/a.txt");
    Exchange exchange = server.requests().await("/a.txt");
    assertEquals(0, exchange.status());
    assertFalse(answer.isDone());
    rule.release();
    assertEquals("late", new String(answer.get().body(), StandardCharsets.US_ASCII));
    server.requests().await(e -> e.state() == Exchange.State.COMPLETE);
  }

  @Test
  void hangAfter_sendsSoManyBytesAndTheRestWhenReleased() throws Exception {
    server.serve("/a.txt", "0123456789");
    Rule rule = server.on("/a.txt").hangAfter(4);
    HttpResponse<InputStream> response =
        client.send(request("/a.txt"), HttpResponse.BodyHandlers.ofInputStream());
    InputStream body = response.body();
    assertEquals("0123", new String(body.readNBytes(4), StandardCharsets.US_ASCII));
    Exchange exchange = server.requests().await(e -> e.bytesSent() == 4);
    assertTrue(exchange.isUnderWay());
    rule.release();
    assertEquals("456789", new String(body.readAllBytes(), StandardCharsets.US_ASCII));
  }

  @Test
  void cutAfter_endsTheStreamShortOfContentLength() throws Exception {
    server.serve("/a.txt", "0123456789");
    server.on("/a.txt").cutAfter(4);
    String raw = rawGet("/a.txt");
    assertTrue(raw.startsWith("HTTP/1.1 200"), raw);
    assertTrue(raw.toLowerCase().contains("content-length: 10"), raw);
    assertTrue(raw.endsWith("\r\n\r\n0123"), raw);
    server.requests().await(e -> e.state() == Exchange.State.CUT_BY_SERVER);
    assertThrows(IOException.class, () -> get("/a.txt"));
  }

  @Test
  void resetAfter_resetsTheConnection() {
    server.serve("/a.txt", new byte[100_000]);
    server.on("/a.txt").resetAfter(50_000);
    assertThrows(SocketException.class, () -> rawGet("/a.txt"));
  }

  @Test
  void body_andRedirect_replaceTheFile() throws Exception {
    server.serve("/a.mpd", "right").serve("/b.mpd", "other");
    server.on("/a.mpd").times(1).body("wrong", "text/html");
    assertEquals("wrong", new String(get("/a.mpd").body(), StandardCharsets.US_ASCII));
    server.on("/a.mpd").redirect("/b.mpd");
    HttpResponse<byte[]> response = get("/a.mpd");
    assertEquals(302, response.statusCode());
    assertEquals("/b.mpd", response.headers().firstValue("location").orElseThrow());
  }

  @Test
  void delay_holdsTheHeadersBack() throws Exception {
    server.serve("/a.txt", "slow");
    get("/a.txt");
    server.on("/a.txt").delay(Duration.ofMillis(200));
    long start = System.nanoTime();
    get("/a.txt");
    double tookS = (System.nanoTime() - start) / 1e9;
    assertTrue(tookS >= 0.2 && tookS < 5, tookS + " s");
  }

  @Test
  void client_thatLeavesInTheBody_isLoggedAsAborted() throws Exception {
    server.serve("/a.m4s", new byte[1_000_000]).link(new Link(1e6, 0));
    HttpResponse<InputStream> response =
        client.send(request("/a.m4s"), HttpResponse.BodyHandlers.ofInputStream());
    response.body().readNBytes(1000);
    response.body().close();
    Exchange aborted = server.requests().await(Exchange::isAborted);
    assertTrue(aborted.bytesSent() < 500_000, aborted.toString());
  }

  @Test
  void client_thatLeavesWhileHanging_isLoggedAsAborted() throws Exception {
    server.on("/a.m4s").hangBeforeHeaders();
    try (Socket socket = socket("/a.m4s")) {
      server.requests().await("/a.m4s");
    }
    Exchange aborted = server.requests().await(Exchange::isAborted);
    assertEquals(0, aborted.status());
  }

  @Test
  void connection_isReusedAfterAHang() throws Exception {
    server.serve("/a.txt", "fine");
    server.on("/a.txt").times(1).delay(Duration.ofMillis(60));
    try (Socket socket = socket("/a.txt")) {
      assertTrue(readUntil(socket, "fine").contains("200 OK"));
      send(socket, "/a.txt");
      assertTrue(readUntil(socket, "fine").contains("200 OK"));
    }
  }

  @Test
  void cors_allowed_namesOriginAndAnswersThePreflight() throws Exception {
    server.serve("/a.mpd", "x").allowOrigin("http://page.example", true);
    HttpResponse<byte[]> response = get("/a.mpd");
    assertEquals("http://page.example", header(response, "access-control-allow-origin"));
    assertEquals("true", header(response, "access-control-allow-credentials"));
    assertTrue(header(response, "access-control-expose-headers").contains("Content-Range"));
    HttpRequest preflight =
        HttpRequest.newBuilder(URI.create(server.url("/a.mpd")))
            .header("Access-Control-Request-Headers", "range")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<byte[]> allowed = client.send(preflight, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(204, allowed.statusCode());
    assertEquals("range", header(allowed, "access-control-allow-headers"));
  }

  @Test
  void cors_notAllowed_isNotMentioned() throws Exception {
    server.serve("/a.mpd", "x");
    assertTrue(get("/a.mpd").headers().firstValue("access-control-allow-origin").isEmpty());
  }

  @Test
  void extraHeader_goesToMatchingPathsOnly() throws Exception {
    server.serve("/page/a.html", "x").serve("/b.html", "x");
    server.header("/page/**", "Content-Security-Policy", "default-src 'self'");
    assertEquals("default-src 'self'", header(get("/page/a.html"), "content-security-policy"));
    assertTrue(get("/b.html").headers().firstValue("content-security-policy").isEmpty());
  }

  @Test
  void log_keepsPathQueryStatusAndBytes() throws Exception {
    server.serve("/a b.txt", "fine");
    get("/a%20b.txt?x=1");
    server.requests().awaitIdle();
    Exchange exchange = server.requests().matching("/a b.txt").get(0);
    assertEquals("x=1", exchange.query());
    assertEquals(200, exchange.status());
    assertEquals(4, exchange.bytesSent());
    assertEquals(Exchange.State.COMPLETE, exchange.state());
    assertTrue(exchange.endedNanos() >= exchange.startedNanos());
  }

  @Test
  void close_whileHanging_endsAtOnce() throws Exception {
    server.on("/a.txt").hangBeforeHeaders();
    CompletableFuture<HttpResponse<byte[]>> answer = getAsync("/a.txt");
    server.requests().await("/a.txt");
    server.close();
    assertThrows(CompletionException.class, answer::join);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }

  private HttpRequest request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server.url(path)));
    return (headers.length == 0 ? builder : builder.headers(headers)).build();
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return client.send(request(path, headers), HttpResponse.BodyHandlers.ofByteArray());
  }

  private CompletableFuture<HttpResponse<byte[]>> getAsync(String path) {
    return client.sendAsync(request(path), HttpResponse.BodyHandlers.ofByteArray());
  }

  private Socket socket(String path) throws IOException {
    URI origin = URI.create(server.origin());
    Socket socket = new Socket(origin.getHost(), origin.getPort());
    send(socket, path);
    return socket;
  }

  private static void send(Socket socket, String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  private static String readUntil(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith(end)) {
      int b = socket.getInputStream().read();
      if (b < 0) {
        throw new IOException("ended early: " + text);
      }
      text.append((char) b);
    }
    return text.toString();
  }

  private String rawGet(String path) throws IOException {
    try (Socket socket = socket(path)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
