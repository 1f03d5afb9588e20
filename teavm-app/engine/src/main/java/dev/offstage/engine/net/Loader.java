package dev.offstage.engine.net;

import dev.offstage.engine.config.NetworkConfig;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Clock;
import dev.offstage.engine.util.Scheduler;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads resources: timeouts, retries and typed errors on top of an {@link HttpClient}. */
public final class Loader {
  /** Hears how a load goes on, and once how it ended. */
  public interface Callback {
    /** The next piece of a streamed resource. */
    default void onPiece(Bytes piece) {}

    /** What has been streamed so far is void: it is being loaded anew from its start. */
    default void onRestart() {}

    /**
     * The resource is here.
     *
     * @param body what was asked for: with a range, just that range; empty if it was streamed
     * @param finalUrl where redirects have led
     */
    void onLoaded(Bytes body, String finalUrl);

    /** All tries have failed. */
    void onFailed(PlayerError error);
  }

  /** A load under way. Cancelling aborts the transfer and any further try. */
  public interface Transfer extends Cancelable {
    /** Milliseconds since the current try was sent. */
    double elapsedMs();

    /** How many of them passed until its first byte came; all while none has. */
    double waitedMs();

    /** How many bytes of its body have come. */
    double receivedBytes();
  }

  private final HttpClient client;
  private final Clock clock;
  private final Scheduler scheduler;
  private final DoubleSupplier random;
  private final TransferListener transfers;
  private final Supplier<NetworkConfig> config;
  private int requestCount;
  private int retryCount;
  private double bytesLoaded;

  /**
   * @param random numbers from 0 to 1, for the jitter of retries
   * @param transfers hears of every transfer but those of manifests: text is compressed on its way
   *     and counted when it no longer is, so it says nothing of the network
   * @param config asked at each attempt, so that changes hold at once
   */
  public Loader(
      HttpClient client,
      Clock clock,
      Scheduler scheduler,
      DoubleSupplier random,
      TransferListener transfers,
      Supplier<NetworkConfig> config) {
    this.client = client;
    this.clock = clock;
    this.scheduler = scheduler;
    this.random = random;
    this.transfers = transfers;
    this.config = config;
  }

  /**
   * Loads a resource. The callback is never called before this method has returned.
   *
   * @return how it goes on, and a way to end it
   */
  public Transfer load(Request request, Callback callback) {
    Load load = new Load(request, callback);
    load.attempt();
    return load;
  }

  /** How many requests have been sent, retries included. */
  public int requestCount() {
    return requestCount;
  }

  /** How many of them were retries. */
  public int retryCount() {
    return retryCount;
  }

  /** How many bytes have come. */
  public double bytesLoaded() {
    return bytesLoaded;
  }

  private final class Load implements Transfer, HttpClient.Listener {
    private final Request request;
    private final Callback callback;
    private @Nullable Cancelable transfer;
    private @Nullable Cancelable timer;
    private int failedAttempts;
    private int status;
    private String finalUrl;
    private boolean receiving;
    private double sentMs;
    private double answeredMs;
    private double lastProgressMs;
    private double receivedBytes;
    private double streamedBytes;

    Load(Request request, Callback callback) {
      this.request = request;
      this.callback = callback;
      this.finalUrl = request.url();
    }

    void attempt() {
      requestCount++;
      status = 0;
      sentMs = clock.nowMs();
      answeredMs = Double.NaN;
      receivedBytes = 0;
      lastProgressMs = sentMs;
      NetworkConfig network = config.get();
      transfer =
          client.get(
              request.url(),
              request.range(),
              network.headers(),
              network.withCredentials(),
              request.streamed(),
              this);
      watch(network.timeoutMs());
    }

    /** One timer, set anew only when it rings: progress itself costs no timer. */
    private void watch(double timeoutMs) {
      double waitMs = lastProgressMs + timeoutMs - clock.nowMs();
      if (waitMs <= 0) {
        fail(new LoadFailure.Timeout(timeoutMs));
        return;
      }
      timer = scheduler.schedule(waitMs, () -> watch(timeoutMs));
    }

    @Override
    public void onHeaders(int status, String finalUrl) {
      this.status = status;
      this.finalUrl = finalUrl;
      lastProgressMs = clock.nowMs();
      answeredMs = lastProgressMs;
      if (request.kind() != RequestKind.MANIFEST) {
        receiving = true;
        transfers.onTransferStart(answeredMs - sentMs);
      }
    }

    @Override
    public void onProgress(int newBytes) {
      lastProgressMs = clock.nowMs();
      bytesLoaded += newBytes;
      receivedBytes += newBytes;
      if (receiving) {
        transfers.onTransferBytes(newBytes);
      }
    }

    @Override
    public void onPiece(Bytes piece) {
      if (!isSuccess()) {
        return; // of an error's page
      }
      double from = 0;
      double to = piece.sizeBytes();
      ByteRange range = request.range();
      if (range != null && status == 200) {
        // The server knows no ranges and sends all: take what was asked for.
        from = Math.max(0, range.first() - streamedBytes);
        to = Math.min(to, range.last() + 1 - streamedBytes);
      }
      streamedBytes += piece.sizeBytes();
      if (from < to) {
        boolean whole = from == 0 && to == piece.sizeBytes();
        callback.onPiece(whole ? piece : piece.slice((int) from, (int) to));
      }
    }

    @Override
    public void onComplete(@Nullable Bytes body) {
      if (!isSuccess()) {
        fail(new LoadFailure.HttpStatus(status));
        return;
      }
      ByteRange range = request.range();
      Bytes wanted = body;
      if (body != null && range != null && status == 200) {
        if (range.first() >= body.sizeBytes()) {
          fail(new LoadFailure.Connection("the resource ends before the range asked for"));
          return;
        }
        double end = Math.min(range.last() + 1, body.sizeBytes());
        wanted = body.slice((int) range.first(), (int) end);
      }
      stop();
      callback.onLoaded(wanted == null ? Bytes.EMPTY : wanted, finalUrl);
    }

    private boolean isSuccess() {
      return status >= 200 && status <= 299;
    }

    @Override
    public void onFailed(String message) {
      fail(new LoadFailure.Connection(message));
    }

    private void fail(LoadFailure failure) {
      stop();
      failedAttempts++;
      double delayMs =
          RetryPolicy.delayMs(
              request.kind(),
              failure,
              failedAttempts,
              config.get().retries(),
              random.getAsDouble());
      if (delayMs == RetryPolicy.GIVE_UP) {
        callback.onFailed(describe(failure));
        return;
      }
      timer =
          scheduler.schedule(
              delayMs,
              () -> {
                retryCount++;
                if (streamedBytes > 0) {
                  streamedBytes = 0;
                  callback.onRestart();
                }
                attempt();
              });
    }

    private PlayerError describe(LoadFailure failure) {
      String url = request.url();
      PlayerError error;
      if (failure instanceof LoadFailure.HttpStatus http) {
        error =
            PlayerError.fatal(
                    ErrorCode.HTTP_STATUS, "The server answered " + http.status() + ".", url)
                .with("status", Integer.toString(http.status()));
      } else if (failure instanceof LoadFailure.Timeout timeout) {
        error =
            PlayerError.fatal(
                ErrorCode.TIMEOUT,
                "Nothing came for " + (int) timeout.afterMs() + " milliseconds.",
                url);
      } else {
        String message = ((LoadFailure.Connection) failure).message();
        error =
            PlayerError.fatal(
                ErrorCode.CONNECTION,
                "The connection failed (" + message + "); where the origin differs, check CORS.",
                url);
      }
      return error.with("attempts", Integer.toString(failedAttempts));
    }

    @Override
    public double elapsedMs() {
      return clock.nowMs() - sentMs;
    }

    @Override
    public double waitedMs() {
      return Double.isNaN(answeredMs) ? elapsedMs() : answeredMs - sentMs;
    }

    @Override
    public double receivedBytes() {
      return receivedBytes;
    }

    @Override
    public void cancel() {
      stop();
    }

    /** Ends the current attempt, however far it has come. */
    private void stop() {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
      if (transfer != null) {
        transfer.cancel();
        transfer = null;
      }
      if (receiving) {
        receiving = false;
        transfers.onTransferEnd();
      }
    }
  }
}
