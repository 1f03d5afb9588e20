package dev.offstage.e2e.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link carries what it says, measured with the JDK's own client. */
class LinkTest {
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

  @Test
  void oneMegabyte_at5Mbit_takes1600ms() {
    server.serve("/a.m4s", new byte[1_000_000]).link(new Link(5e6, 0));
    warmUp();
    assertEquals(1.6, secondsToGet("/a.m4s"), 0.16);
  }

  @Test
  void smallSlices_at1Mbit_doNotDrift() {
    server.serve("/a.m4s", new byte[100_000]).link(new Link(1e6, 0));
    warmUp();
    assertEquals(0.8, secondsToGet("/a.m4s"), 0.08);
  }

  @Test
  void latency_ofEachRequest_isWaitedBeforeTheFirstByte() {
    server.serve("/a.m4s", new byte[10]).link(new Link(1e9, 100));
    warmUp();
    assertEquals(0.1, secondsToGet("/a.m4s"), 0.05);
  }

  @Test
  void twoConnections_shareTheLinkFairly() throws Exception {
    server.serve("/a.m4s", new byte[250_000]).serve("/b.m4s", new byte[250_000]);
    server.link(new Link(5e6, 0));
    warmUp();
    long start = System.nanoTime();
    List<CompletableFuture<Double>> ends = new ArrayList<>();
    for (String path : List.of("/a.m4s", "/b.m4s")) {
      ends.add(
          client
              .sendAsync(get(path), HttpResponse.BodyHandlers.ofByteArray())
              .thenApply(response -> (System.nanoTime() - start) / 1e9));
    }
    double first = ends.get(0).get();
    double second = ends.get(1).get();
    assertEquals(0.8, Math.max(first, second), 0.08);
    assertTrue(Math.abs(first - second) < 0.08, first + " s and " + second + " s");
  }

  @Test
  void idleTime_isNotSavedUp() throws Exception {
    server.serve("/a.m4s", new byte[100_000]).link(new Link(2e6, 0));
    warmUp();
    secondsToGet("/a.m4s");
    assertEquals(0.4, secondsToGet("/a.m4s"), 0.06);
  }

  /** Opens the connection and loads the classes, which the link does not account for. */
  private void warmUp() {
    secondsToGet("/nothing");
  }

  private double secondsToGet(String path) {
    long start = System.nanoTime();
    client.sendAsync(get(path), HttpResponse.BodyHandlers.ofByteArray()).join();
    return (System.nanoTime() - start) / 1e9;
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create(server.url(path))).build();
  }
}
