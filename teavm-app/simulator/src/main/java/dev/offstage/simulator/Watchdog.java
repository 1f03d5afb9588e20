package dev.offstage.simulator;

import dev.offstage.simulator.element.VirtualElement;
import dev.offstage.simulator.net.VirtualNetwork;
import dev.offstage.simulator.time.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * Watches for what must not happen in any session: silence (nothing plays, nothing is on its way,
 * and nobody says so), more than one fatal error, a crowd of requests.
 */
final class Watchdog {
  /** A retry may be this long in coming. */
  private static final double PATIENCE_MS = 11_000;

  /** Two tracks, each with a segment, an init segment and an index. */
  private static final int MOST_REQUESTS = 6;

  private final EventLoop loop;
  private final VirtualPage page;
  private final VirtualNetwork network;
  private boolean watching;
  private double silentSinceMs = Double.NaN;
  private int requestsSeen;

  Watchdog(EventLoop loop, VirtualPage page, VirtualNetwork network) {
    this.loop = loop;
    this.page = page;
    this.network = network;
  }

  void start() {
    watching = true;
    silentSinceMs = Double.NaN;
  }

  void stop() {
    watching = false;
  }

  /** What has happened that must not; null for nothing. */
  @Nullable String complaint() {
    if (page.errors().size() > 1) {
      return "more than one fatal error: " + page.errors();
    }
    if (network.inFlight() > MOST_REQUESTS) {
      return network.inFlight() + " requests at once";
    }
    if (!watching || !isSilent()) {
      silentSinceMs = Double.NaN;
      return null;
    }
    if (Double.isNaN(silentSinceMs)) {
      silentSinceMs = loop.elapsedMs();
    }
    boolean tooLong = loop.elapsedMs() - silentSinceMs > PATIENCE_MS;
    return tooLong
        ? "silence at " + page.element().currentTime() + " s since " + silentSinceMs
        : null;
  }

  private boolean isSilent() {
    VirtualElement element = page.element();
    boolean asked = network.requests().size() != requestsSeen;
    requestsSeen = network.requests().size();
    return !asked
        && network.inFlight() == 0
        && page.errors().isEmpty()
        && !page.isFrozen()
        && !element.isMoving()
        && !element.isPaused()
        && !element.isEnded();
  }
}
