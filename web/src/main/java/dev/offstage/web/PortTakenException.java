package dev.offstage.web;

import java.io.IOException;

/** Another program listens on the port already. The message is fit to be shown as it is. */
public final class PortTakenException extends IOException {
  private static final long serialVersionUID = 1;

  PortTakenException(int port, Throwable cause) {
    super("Port " + port + " is taken; choose another with -Dport=" + another(port), cause);
  }

  private static int another(int port) {
    return port < 65535 ? port + 1 : 8080;
  }
}
