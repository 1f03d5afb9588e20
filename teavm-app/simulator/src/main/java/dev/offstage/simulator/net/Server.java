package dev.offstage.simulator.net;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.simulator.media.VirtualBytes;
import org.jspecify.annotations.Nullable;

/** Answers requests, at once; the network takes the time. */
public interface Server {
  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param finalUrl where redirects have led
   */
  record Response(int status, String finalUrl, VirtualBytes body) {}

  /** Answers a GET request. */
  Response get(String url, @Nullable ByteRange range);
}
