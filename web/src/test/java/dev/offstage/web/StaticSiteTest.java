package dev.offstage.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticSiteTest {
  private static final String SECRET = "not for visitors";

  @TempDir Path directory;

  private final HttpClient http = HttpClient.newHttpClient();
  private final byte[] segment = new byte[100_000];
  private Path root;
  private StaticSite site;

  @BeforeEach
  void serveSomeFiles() throws IOException {
    root = Files.createDirectory(directory.resolve("site"));
    Files.writeString(directory.resolve("secret.txt"), SECRET);
    Files.writeString(root.resolve("index.html"), "<!doctype html><title>Hello</title>");
    Files.createDirectories(root.resolve("media/empty"));
    for (int i = 0; i < segment.length; i++) {
      segment[i] = (byte) (i * 31 + i / 256);
    }
    Files.write(root.resolve("media/1.m4s"), segment);
    site = StaticSite.serve(root, 0);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void liveChannel_isAnnouncedAndServed() throws Exception {
    assertTrue(text(get("live/channel.json")).contains("\"live/channel.m3u8\""));
    var playlist = get("live/v240.m3u8");
    assertEquals(200, playlist.statusCode());
    assertEquals("application/vnd.apple.mpegurl", header(playlist, "Content-Type"));
    assertEquals("no-cache", header(playlist, "Cache-Control"));
  }

  @Test
  void root_requested_givesIndexPage() throws Exception {
    var answer = get("");

    assertEquals(200, answer.statusCode());
    assertTrue(text(answer).contains("<title>Hello</title>"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.mpd, application/dash+xml",
    "a.m3u8, application/vnd.apple.mpegurl",
    "a.m4s, video/iso.segment",
    "a.mp4, video/mp4",
    "a.m4a, audio/mp4",
    "a.webm, video/webm",
    "a.ts, video/mp2t",
    "a.wasm, application/wasm",
    "a.js, text/javascript",
    "a.mjs, text/javascript",
    "a.js.map, application/json",
    "a.css, text/css",
    "a.html, text/html",
    "a.svg, image/svg+xml",
    "a.vtt, text/vtt",
  })
  void file_requested_hasMediaTypeOfItsExtension(String name, String type) throws Exception {
    Files.writeString(root.resolve(name), "some content");

    var answer = get(name);

    assertEquals(200, answer.statusCode());
    assertEquals(type, header(answer, "content-type").replaceFirst(";.*", ""));
    assertEquals("nosniff", header(answer, "x-content-type-options"));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-999, 0, 1000",
    "bytes=50000-50099, 50000, 50100",
    "bytes=99990-, 99990, 100000",
    "bytes=-10, 99990, 100000",
    "bytes=99990-200000, 99990, 100000",
  })
  void range_requested_givesThoseBytes(String range, int from, int to) throws Exception {
    var answer = get("media/1.m4s", "Range", range);

    assertEquals(206, answer.statusCode());
    assertEquals(
        "bytes " + from + "-" + (to - 1) + "/" + segment.length, header(answer, "content-range"));
    assertArrayEquals(Arrays.copyOfRange(segment, from, to), answer.body());
  }

  @Test
  void range_beyondTheEnd_isNotSatisfiable() throws Exception {
    var answer = get("media/1.m4s", "Range", "bytes=100000-");

    assertEquals(416, answer.statusCode());
    assertEquals("bytes */100000", header(answer, "content-range"));
  }

  @Test
  void wholeFile_requested_saysThatRangesAreAccepted() throws Exception {
    var answer = get("media/1.m4s");

    assertEquals(200, answer.statusCode());
    assertEquals("bytes", header(answer, "accept-ranges"));
    assertArrayEquals(segment, answer.body());
  }

  @Test
  void unchangedFile_askedForAgain_isNotSentAgain() throws Exception {
    var first = get("media/1.m4s");

    assertEquals("no-cache", header(first, "cache-control"));
    assertEquals(304, get("media/1.m4s", "If-None-Match", header(first, "etag")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"media/", "media/empty/", "missing.mpd"})
  void noFile_requested_isNotFoundOrForbidden(String path) throws Exception {
    var answer = get(path);

    assertTrue(
        answer.statusCode() == 404 || answer.statusCode() == 403,
        () -> path + " answered " + answer.statusCode());
    assertFalse(text(answer).contains("1.m4s\""), "a directory was listed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/media/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/media/%2e%2e/%2e%2e/secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/..;/secret.txt",
        "/%252e%252e/secret.txt",
        "//../secret.txt",
      })
  void pathOutOfTheSite_requested_isRefused(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertTrue(answer.matches("(?s)HTTP/1\\.1 40[034] .*"), answer);
    assertFalse(answer.contains(SECRET), answer);
  }

  @Test
  void file_posted_isRefused() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(site.url() + "index.html"))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();

    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();

    assertTrue(status == 404 || status == 405, "answered " + status);
  }

  @Test
  void takenPort_namesThePortAndTheOption() {
    var e = assertThrows(PortTakenException.class, () -> StaticSite.serve(root, site.port()));

    assertEquals(
        "Port " + site.port() + " is taken; choose another with -Dport=" + (site.port() + 1),
        e.getMessage());
  }

  @Test
  void portTakenByAnotherProgram_isRefusedAndLeavesNothingBehind() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThrows(PortTakenException.class, () -> StaticSite.serve(root, other.getLocalPort()));
    }
  }

  @Test
  void missingDirectory_isNamed() {
    var missing = root.resolve("nowhere");

    var e = assertThrows(IOException.class, () -> StaticSite.serve(missing, 0));

    assertTrue(e.getMessage().contains(missing.toString()), e.getMessage());
  }

  @Test
  void close_freesThePort() throws Exception {
    int port = site.port();

    site.close();

    assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
    try (var again = StaticSite.serve(root, port)) {
      assertEquals(port, again.port());
    }
  }

  @Test
  void url_isLocalhost() {
    assertEquals("http://localhost:" + site.port() + "/", site.url());
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(site.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Sends what a well-behaved client would have normalised first. */
  private String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", site.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("(no " + name + ")");
  }
}
