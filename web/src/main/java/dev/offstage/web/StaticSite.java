package dev.offstage.web;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;

/**
 * One directory, served over HTTP to this machine alone. Answers {@code GET} and {@code HEAD}, byte
 * ranges (RFC 9110, section 14) and conditional requests; lists no directories. Under {@code live/}
 * there is a channel besides, as files alone cannot be.
 *
 * <p>Thread-safe to the extent that Jetty's {@link Server} is: start and close it from one thread.
 */
public final class StaticSite implements AutoCloseable {
  /**
   * Jetty tells of each start and stop otherwise. Held, for a logger nobody holds forgets its
   * level.
   */
  private static final Logger JETTY_LOG = Logger.getLogger("org.eclipse.jetty");

  static {
    JETTY_LOG.setLevel(Level.WARNING);
  }

  private final Server server;
  private final int port;

  private StaticSite(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Serves {@code root} from now on.
   *
   * @param port a TCP port, or 0 for any that is free
   * @throws PortTakenException if another program has the port
   * @throws IOException if {@code root} is no directory, or listening fails in another way
   */
  public static StaticSite serve(Path root, int port) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new IOException("There is no directory " + root);
    }
    var server = new Server();
    MediaTypes.addTo(server.getMimeTypes());
    var live = new LiveChannel(Clock.systemUTC());
    server.setHandler(new Revalidated(new LiveOrFile(live, filesOf(root))));
    server.setStopAtShutdown(true);
    int boundPort = listen(server, port);
    try {
      server.start();
    } catch (Exception e) {
      stopQuietly(server);
      throw new IOException("The server could not be started: " + e.getMessage(), e);
    }
    return new StaticSite(server, boundPort);
  }

  /** Where the site's start page is. */
  public String url() {
    return "http://localhost:" + port + "/";
  }

  /** The TCP port that it listens on. */
  public int port() {
    return port;
  }

  /** Stops serving. May be called more than once. */
  @Override
  public void close() {
    stopQuietly(server);
  }

  private static ResourceHandler filesOf(Path root) {
    var files = new ResourceHandler();
    files.setBaseResourceAsString(root.toAbsolutePath().toString());
    files.setWelcomeFiles("index.html");
    files.setDirAllowed(false);
    files.setAcceptRanges(true);
    files.setEtags(true);
    return files;
  }

  /**
   * Listens on every loopback address that "localhost" may mean, 127.0.0.1 and ::1: otherwise a
   * browser that tries the other one first could meet another program on the same port.
   */
  private static int listen(Server server, int port) throws IOException {
    int boundPort = port;
    for (InetAddress address : loopbackAddresses()) {
      var connector = new ServerConnector(server, new HttpConnectionFactory(plainHeaders()));
      connector.setHost(address.getHostAddress());
      connector.setPort(boundPort);
      server.addConnector(connector);
      try {
        connector.open();
      } catch (IOException e) {
        stopQuietly(server);
        closeAll(server);
        throw isTaken(e) ? new PortTakenException(port, e) : e;
      }
      boundPort = connector.getLocalPort();
    }
    return boundPort;
  }

  private static HttpConfiguration plainHeaders() {
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    return configuration;
  }

  private static List<InetAddress> loopbackAddresses() throws IOException {
    var present = new ArrayList<InetAddress>();
    for (String literal : List.of("127.0.0.1", "::1")) {
      var address = InetAddress.getByName(literal);
      if (NetworkInterface.getByInetAddress(address) != null) {
        present.add(address);
      }
    }
    return present;
  }

  /** Whether the port is another program's; ports that this user may not have fail otherwise. */
  private static boolean isTaken(IOException e) {
    Throwable cause = e instanceof BindException ? e : e.getCause();
    return cause instanceof BindException
        && !String.valueOf(cause.getMessage()).contains("Permission denied");
  }

  private static void closeAll(Server server) {
    for (var connector : server.getConnectors()) {
      if (connector instanceof ServerConnector network) {
        network.close();
      }
    }
  }

  private static void stopQuietly(Server server) {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // Nothing is left to do with a server that is not wanted any more.
    }
  }

  /** Lets a browser keep files but ask each time whether they changed, so a rebuild is seen. */
  private static final class Revalidated extends Handler.Wrapper {
    Revalidated(Handler files) {
      super(files);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
      response.getHeaders().put("X-Content-Type-Options", "nosniff");
      return super.handle(request, response, callback);
    }
  }

  /** Answers with the live channel where it has something, else with files. */
  private static final class LiveOrFile extends Handler.Wrapper {
    private final LiveChannel live;

    LiveOrFile(LiveChannel live, Handler files) {
      super(files);
      this.live = live;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String path = Request.getPathInContext(request);
      String text = HttpMethod.GET.is(request.getMethod()) ? live.find(path) : null;
      if (text == null) {
        return super.handle(request, response, callback);
      }
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaTypes.of(path));
      Content.Sink.write(response, true, text, callback);
      return true;
    }
  }
}
