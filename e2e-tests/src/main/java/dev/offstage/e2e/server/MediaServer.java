package dev.offstage.e2e.server;

import dev.offstage.web.MediaTypes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * An origin on 127.0.0.1 at a free port: static files with ranges and types, rules that misbehave,
 * a {@link Link} of limited speed, and a log of every request. One per test, so that nothing of a
 * test reaches the next.
 *
 * <p>Thread-safe. HTTP/1.1, one thread per request under way.
 */
public final class MediaServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;
  private final Site site = new Site();
  private final RequestLog log = new RequestLog();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<ExtraHeader> extraHeaders = new CopyOnWriteArrayList<>();
  private final List<PathLink> pathLinks = new CopyOnWriteArrayList<>();
  private volatile Link link = Link.unlimited();
  private volatile @Nullable Cors cors;

  private record ExtraHeader(Predicate<String> path, String name, String value) {}

  private record PathLink(Predicate<String> path, Link link) {}

  /** The cross-origin headers of every response. */
  record Cors(String allowOrigin, boolean allowCredentials, String exposeHeaders) {}

  private MediaServer() {
    QueuedThreadPool threads = new QueuedThreadPool(100, 4);
    threads.setName("media-server");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    // A slice of a slow link must leave at once, not when a buffer is full.
    http.setOutputAggregationSize(0);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    // The rules decide how long a connection hangs.
    connector.setIdleTimeout(120_000);
    server.addConnector(connector);
    server.setHandler(new MediaHandler(this));
    server.setStopTimeout(0);
  }

  /** Starts a server with nothing to serve. */
  public static MediaServer start() {
    MediaServer media = new MediaServer();
    try {
      media.server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the media server does not start", e);
    }
    return media;
  }

  /** Serves a directory's files under a prefix such as {@code /media/}. */
  public MediaServer serve(String prefix, Path directory) {
    site.addDirectory(requirePrefix(prefix), directory);
    return this;
  }

  /** Serves the resources that lie beside a class under a prefix such as {@code /page/}. */
  public MediaServer serve(String prefix, Class<?> neighbour) {
    site.addPackage(requirePrefix(prefix), neighbour);
    return this;
  }

  /** Serves one text, its type taken from the path's extension. Goes before all directories. */
  public MediaServer serve(String path, String text) {
    return serve(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Serves at each request what there is then, its type taken from the path's extension. */
  public MediaServer serve(String path, Supplier<String> text) {
    site.addSource(path, text);
    return this;
  }

  /** Serves these bytes, their type taken from the path's extension. */
  public MediaServer serve(String path, byte[] bytes) {
    site.addFile(path, new Site.Resource(bytes, MediaTypes.of(path)));
    return this;
  }

  /** Adds a header to every response whose path matches the glob. */
  public MediaServer header(String glob, String name, String value) {
    extraHeaders.add(new ExtraHeader(Glob.of(glob), name, value));
    return this;
  }

  /**
   * Lets pages of other origins read every response, with or without credentials, and answers their
   * preflights.
   *
   * @param origin an origin, or {@code *}
   */
  public MediaServer allowOrigin(String origin, boolean credentials) {
    cors = new Cors(origin, credentials, "Content-Length, Content-Range, Date");
    return this;
  }

  /** Replaces the link; responses under way stay on theirs. */
  public MediaServer link(Link newLink) {
    link = newLink;
    return this;
  }

  /** A link for requests whose path matches the glob; all others stay on the server's own. */
  public MediaServer link(String glob, Link newLink) {
    pathLinks.add(new PathLink(Glob.of(glob), newLink));
    return this;
  }

  /** A new rule for requests whose path matches the glob ({@code *}, {@code **}). */
  public Rule on(String glob) {
    Predicate<String> path = Glob.of(glob);
    return on(exchange -> path.test(exchange.path()));
  }

  /** A new rule for the requests that the predicate chooses. */
  public Rule on(Predicate<Exchange> predicate) {
    Rule rule = new Rule(predicate);
    rules.add(rule);
    return rule;
  }

  /** Drops all rules, links and notes of requests; what hangs goes on. */
  public void clear() {
    List<Rule> old = List.copyOf(rules);
    rules.clear();
    old.forEach(Rule::release);
    link = Link.unlimited();
    pathLinks.clear();
    requests().clear();
  }

  /** The URL of a path on this server. */
  public String url(String path) {
    return origin() + path;
  }

  /** {@code http://127.0.0.1:port}. */
  public String origin() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort()).toString();
  }

  /** The requests so far. */
  public RequestLog requests() {
    return log;
  }

  /** Cuts every connection and frees the port. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the media server does not stop", e);
    }
  }

  Site site() {
    return site;
  }

  Link link(String path) {
    for (PathLink entry : pathLinks) {
      if (entry.path.test(path)) {
        return entry.link;
      }
    }
    return link;
  }

  @Nullable Cors cors() {
    return cors;
  }

  @Nullable Rule ruleFor(Exchange exchange) {
    for (Rule rule : rules) {
      if (rule.takes(exchange)) {
        exchange.markRuled();
        return rule;
      }
    }
    return null;
  }

  Map<String, String> extraHeaders(String path) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (ExtraHeader extra : extraHeaders) {
      if (extra.path.test(path)) {
        headers.put(extra.name, extra.value);
      }
    }
    return headers;
  }

  private static String requirePrefix(String prefix) {
    if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix begins and ends with a slash: " + prefix);
    }
    return prefix;
  }
}
