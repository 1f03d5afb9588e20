package dev.offstage.e2e.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.browser.Tab;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.server.Exchange;
import dev.offstage.e2e.server.Link;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One contender on a fresh page in a fresh context, with a server of its own. */
final class Stage implements AutoCloseable {
  /** What passes over the link. */
  enum Shaped {
    MEDIA,
    MEDIA_AND_CODE
  }

  private static final String SCRIPTS = "/bench/";

  private final Contender contender;
  private final MediaServer server;
  private final MediaPage page;

  Stage(Contender contender, Browser browser, CodeFiles code, boolean traced) {
    this.contender = contender;
    server = MediaServer.start();
    server.serve(SCRIPTS, Stage.class).serve("/media/", ProjectFiles.media());
    server.serve("/busy/", ProjectFiles.benchmark().resolve("media"));
    code.serveOn(server);
    if (contender.forbidsWasm()) {
      // The policy that came with its script is the worker's own.
      server.header("/dist/**", "Content-Security-Policy", "script-src 'self'");
      server.header("/page/breakable-worker.js", "Content-Security-Policy", "script-src 'self'");
    }
    page = MediaPage.in(Tab.fresh(browser), server);
    page.open();
    page.evaluate("async () => { await import('/bench/bench.js'); }");
    if (traced) {
      page.evaluate("async () => { await import('/bench/probe.js'); }");
    }
  }

  Contender contender() {
    return contender;
  }

  MediaPage page() {
    return page;
  }

  /** Puts a link between the server and the page, from now on. */
  void shape(Shaped what, Link link) {
    if (what == Shaped.MEDIA) {
      server.link("/media/**", link);
    } else {
      server.link(link);
    }
  }

  /** Imports the player and makes all of it ready that does not need a stream. */
  void prepare(double bufferAheadS) {
    page.evaluate(
        "([name, ahead]) => bench.prepare(name, ahead)", List.of(contender.script(), bufferAheadS));
  }

  /** Has the server offer {@link LongLadder}. */
  void serveLongLadder() {
    LongLadder.serveOn(server);
  }

  /** Has the server offer {@link LongPlaylist}. */
  void serveLongPlaylist() {
    LongPlaylist.serveOn(server);
  }

  /** How many requests there have been for a path. */
  int requests(String path) {
    return server.requests().matching(path).size();
  }

  /** Puts a link between the server and the page for {@link LongLadder}. */
  void shapeLong(Link link) {
    server.link("/long/**", link);
  }

  /** Workers that the page makes from now on can be ended and hung. */
  void breakWorkers() {
    page.playwright().addScriptTag(new Page.AddScriptTagOptions().setUrl("/page/worker-faults.js"));
  }

  /** Begins to load with the prepared player, and leaves the page alone. */
  void start(String path) {
    start(path, 0);
  }

  /** Has the prepared player begin to load so much later, when nobody asks anything of the page. */
  void start(String path, int afterMs) {
    page.evaluate("([url, ms]) => bench.start(url, ms)", List.of(server.url(path), afterMs));
  }

  /** Loads with the prepared player; gives the times since {@code load()}. */
  Map<String, Double> load(String path) {
    return Values.of(page.evaluate("url => bench.load(url)", server.url(path)));
  }

  /** Imports the player and loads at once; gives the times since the import. */
  Map<String, Double> coldLoad(double bufferAheadS, String path) {
    return Values.of(
        page.evaluate(
            "([name, ahead, url]) => bench.coldLoad(name, ahead, url)",
            List.of(contender.script(), bufferAheadS, server.url(path))));
  }

  /** Opens the contender's own page with a stream in it; gives the times since navigation. */
  Map<String, Double> visit(String path) {
    String html;
    try (InputStream template =
        Objects.requireNonNull(
            Stage.class.getResourceAsStream("page-" + contender.script() + ".html"))) {
      html = new String(template.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (contender.forbidsWasm()) {
      // As its documentation says.
      html = html.replaceAll("<link rel=\"preload\".*\n", "");
    }
    // Browsers may keep code, as almost all servers let them; this one has it to fetch.
    server.header("/dist/**", "Cache-Control", "max-age=3600");
    server.header("/peers/**", "Cache-Control", "max-age=3600");
    server.serve("/page.html", html.replace("STREAM", path));
    page.playwright().navigate(server.url("/page.html"));
    return Values.of(page.evaluate("bench.firstFrame"));
  }

  /** Loads a stream, plays a little of it and unloads it, so many times. */
  void cycle(String path, int times) {
    page.evaluate("([url, times]) => bench.cycle(url, times)", List.of(server.url(path), times));
  }

  /**
   * Puts one more player of our own on the page, and has it play.
   *
   * @param shared whether in a worker that it shares with those before
   * @return milliseconds until its first frame
   */
  double addPlayer(String path, boolean shared) {
    return ((Number)
            page.evaluate(
                "([url, worker]) => bench.addPlayer(url, worker)",
                List.of(server.url(path), shared ? "shared" : "own")))
        .doubleValue();
  }

  /** Has a transmuxer in a worker make MP4 of a segment, again and again. */
  Map<String, Double> transmux(String name, String path, int warmUp, int segments) {
    return Values.of(
        page.evaluate(
            "async args => (await import('/bench/transmux.js')).measure(...args)",
            List.of(name, path, warmUp, segments)));
  }

  /** Seeks out of the buffer; gives the times since then. */
  Map<String, Double> seek(double targetS) {
    return Values.of(page.evaluate("target => bench.seek(target)", targetS));
  }

  /** What the player says that it is. */
  String describe() {
    return String.valueOf(page.evaluate("bench.describe()"));
  }

  /**
   * What has happened since a moment, a line each, in milliseconds since then: the requests as the
   * server saw them and, if traced, the calls.
   *
   * @param originMs the moment, in milliseconds of Unix time
   */
  List<String> story(double originMs) {
    Instant now = Instant.now();
    double nowMs = now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    long nowNanos = System.nanoTime();
    List<Entry> entries = new ArrayList<>();
    for (Exchange exchange : server.requests().all()) {
      long endNanos = exchange.endedNanos() == 0 ? nowNanos : exchange.endedNanos();
      double tookMs = (endNanos - exchange.startedNanos()) / 1e6;
      entries.add(
          new Entry(
              nowMs - (nowNanos - exchange.startedNanos()) / 1e6 - originMs,
              "server: %s, %.0f ms, %d B"
                  .formatted(exchange.path(), tookMs, exchange.bytesSent())));
    }
    for (Object mark : (List<?>) page.evaluate("bench.marks()")) {
      Map<?, ?> plain = (Map<?, ?>) mark;
      double atMs = ((Number) plain.get("at")).doubleValue();
      entries.add(new Entry(atMs - originMs, (String) plain.get("text")));
    }
    return entries.stream()
        .filter(entry -> entry.atMs > -1)
        .sorted(Comparator.comparingDouble(Entry::atMs))
        .map(entry -> "%.0f %s".formatted(entry.atMs, entry.text))
        .toList();
  }

  private record Entry(double atMs, String text) {}

  @Override
  public void close() {
    page.close();
    server.close();
  }
}
