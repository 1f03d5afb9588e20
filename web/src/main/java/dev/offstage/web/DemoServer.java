package dev.offstage.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Serves the assembled demo site until it is stopped: {@code DemoServer <directory> [port]}. Says
 * where on standard output; failures are one line on standard error and exit status 1.
 */
public final class DemoServer {
  private static final int DEFAULT_PORT = 8080;

  private DemoServer() {}

  /** Runs until the process is ended; the server stops with it. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      var site = StaticSite.serve(Path.of(directory(arguments)), port(arguments));
      System.out.println();
      System.out.println("The demo is at " + site.url() + " (Ctrl-C stops it)");
      System.out.flush();
      // Only the end of the process ends this: on a return, Maven would go on with the next module.
      new CountDownLatch(1).await();
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      // Not an exception: this program may run inside Maven, which would add pages of its own.
      System.exit(1);
    }
  }

  private static String directory(String[] arguments) {
    if (arguments.length < 1) {
      throw new IllegalArgumentException("Which directory? Usage: DemoServer <directory> [port]");
    }
    return arguments[0];
  }

  private static int port(String[] arguments) {
    if (arguments.length < 2) {
      return DEFAULT_PORT;
    }
    String text = arguments[1];
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new IllegalArgumentException("-Dport=" + text + " is not a port: give 0 to 65535");
  }
}
