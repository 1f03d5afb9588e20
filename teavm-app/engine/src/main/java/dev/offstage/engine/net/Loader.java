package dev.offstage.engine.net;

import dev.offstage.engine.config.NetworkConfig;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.Encryption;
import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Clock;
import dev.offstage.engine.util.Scheduler;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads resources: timeouts, retries, other places and typed errors on top of an {@link
 * HttpClient}.
 */
public final class Loader {
  /** Hears how a load goes on, and once how it ended. */
  public interface Callback {
    /**
     * An answer that promises success has begun.
     *
     * @param isPartial whether it has just the range that was asked for
     * @param lengthBytes how long it is, or a little less; NaN where nobody knows
     */
    default void onAnswer(boolean isPartial, double lengthBytes) {}

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
  private final RequestHook hook;
  private final Clock clock;
  private final Scheduler scheduler;
  private final DoubleSupplier random;
  private final TransferListener transfers;
  private final Supplier<NetworkConfig> config;
  private final Locations locations;
  private final KeyRing keys;
  private int requestCount;
  private int retryCount;
  private double bytesLoaded;

  /**
   * @param aes decrypts what is encrypted
   * @param hook asked before each try, where the configuration says so
   * @param random numbers from 0 to 1, for the jitter of retries
   * @param transfers hears of every transfer but those of manifests: text is compressed on its way
   *     and counted when it no longer is, so it says nothing of the network
   * @param config asked at each attempt, so that changes hold at once
   */
  public Loader(
      HttpClient client,
      AesDecryptor aes,
      RequestHook hook,
      Clock clock,
      Scheduler scheduler,
      DoubleSupplier random,
      TransferListener transfers,
      Supplier<NetworkConfig> config) {
    this.client = client;
    this.hook = hook;
    this.clock = clock;
    this.scheduler = scheduler;
    this.random = random;
    this.transfers = transfers;
    this.config = config;
    this.locations = new Locations(clock);
    this.keys = new KeyRing(this, aes);
  }

  /**
   * Loads a resource. The callback is never called before this method has returned.
   *
   * @return how it goes on, and a way to end it
   */
  public Transfer load(Request request, Callback callback) {
    Load load = new Load(request, callback);
    load.attempt();
    if (request.encryption() != null) {
      keys.prepare(request.encryption());
    }
    return load;
  }

  /** Puts the place aside that would be asked for a resource, if there are others. */
  public void avoid(Address address) {
    locations.fail(address.bases(), locations.choose(address.bases()));
  }

  /** What its clock shows. */
  public double nowMs() {
    return clock.nowMs();
  }

  /** Ends the requests that nobody has asked for by name: those for keys. */
  public void close() {
    keys.close();
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

  private final class Load
      implements Transfer, HttpClient.Listener, RequestHook.Answer, KeyRing.Callback {
    private final Request request;
    private final RequestPolicy policy;
    private final Callback callback;
    private @Nullable Cancelable transfer;
    private @Nullable Cancelable decryption;
    private @Nullable Cancelable timer;
    private int place;
    private int failedAttempts;
    private int triedPlaces;
    private int status;
    private String finalUrl = "";
    private boolean receiving;
    private double sentMs;
    private double answeredMs;
    private double lastProgressMs;
    private double receivedBytes;
    private double lengthBytes;
    private double streamedBytes;
    private boolean begun;
    private boolean asking;

    Load(Request request, Callback callback) {
      this.request = request;
      this.policy = RequestPolicy.of(request.kind(), config.get());
      this.callback = callback;
    }

    void attempt() {
      requestCount++;
      status = 0;
      sentMs = clock.nowMs();
      answeredMs = Double.NaN;
      receivedBytes = 0;
      streamedBytes = 0;
      begun = false;
      lastProgressMs = sentMs;
      NetworkConfig network = config.get();
      place = locations.choose(request.address().bases());
      finalUrl = request.address().url(place);
      asking = network.hooked();
      if (asking) {
        transfer =
            hook.ask(request.kind(), finalUrl, network.headers(), network.withCredentials(), this);
      } else {
        send(network.headers(), network.withCredentials());
      }
      watch();
    }

    private void send(String[] headers, boolean withCredentials) {
      boolean streamed = request.streamed() && request.encryption() == null;
      transfer = client.get(finalUrl, request.range(), headers, withCredentials, streamed, this);
    }

    @Override
    public void onRewritten(String url, String[] headers, boolean withCredentials) {
      asking = false;
      finalUrl = url;
      sentMs = clock.nowMs(); // the network has nothing to do with the time before
      lastProgressMs = sentMs;
      send(headers, withCredentials);
    }

    @Override
    public void onRefused(String message) {
      fail(new LoadFailure.Refused(message));
    }

    /** One timer, set anew only when it rings: progress itself costs no timer. */
    private void watch() {
      double silenceMs = status == 0 ? policy.firstByteMs() : policy.silenceMs();
      double now = clock.nowMs();
      if (asking && now >= lastProgressMs + silenceMs) {
        fail(new LoadFailure.Refused("no answer within " + (int) silenceMs + " milliseconds"));
      } else if (now >= lastProgressMs + silenceMs) {
        fail(new LoadFailure.Timeout(silenceMs));
      } else if (now >= sentMs + policy.totalMs()) {
        fail(new LoadFailure.Timeout(policy.totalMs()));
      } else {
        double untilMs = Math.min(lastProgressMs + silenceMs, sentMs + policy.totalMs());
        timer = scheduler.schedule(untilMs - now, this::watch);
      }
    }

    @Override
    public void onHeaders(int status, String finalUrl, double lengthBytes) {
      this.status = status;
      this.finalUrl = finalUrl;
      this.lengthBytes = lengthBytes;
      lastProgressMs = clock.nowMs();
      answeredMs = lastProgressMs;
      if (request.kind() != RequestKind.MANIFEST) {
        receiving = true;
        transfers.onTransferStart(answeredMs - sentMs);
      }
      if (isSuccess()) {
        callback.onAnswer(status == Ranges.PARTIAL_CONTENT, lengthBytes);
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
      if (streamedBytes == 0 && isText(piece)) {
        fail(new LoadFailure.WrongContent());
        return;
      }
      Bytes wanted = Ranges.part(request.range(), status, piece, streamedBytes);
      streamedBytes += piece.sizeBytes();
      if (wanted.sizeBytes() > 0) {
        begun = true;
        callback.onPiece(wanted);
      }
    }

    @Override
    public void onComplete(@Nullable Bytes body) {
      if (!isSuccess()) {
        fail(new LoadFailure.HttpStatus(status));
        return;
      }
      double gotBytes = body == null ? streamedBytes : body.sizeBytes();
      if (body != null && isText(body)) {
        fail(new LoadFailure.WrongContent());
        return;
      }
      double missingBytes = Ranges.missingBytes(request.kind(), request.range(), status, gotBytes);
      if (lengthBytes - gotBytes > missingBytes) { // not where the length is unknown
        missingBytes = lengthBytes - gotBytes;
      }
      if (missingBytes > 0) {
        fail(new LoadFailure.CutShort(missingBytes));
        return;
      }
      Bytes wanted = body == null ? Bytes.EMPTY : Ranges.part(request.range(), status, body, 0);
      stop();
      Encryption encryption = request.encryption();
      if (encryption == null) {
        callback.onLoaded(wanted, finalUrl);
      } else {
        decryption = keys.decrypt(encryption, wanted, finalUrl, this);
      }
    }

    @Override
    public void onDecrypted(Bytes data) {
      callback.onLoaded(data, finalUrl);
    }

    @Override
    public void onFailed(PlayerError error) {
      callback.onFailed(error);
    }

    private boolean isSuccess() {
      return status >= 200 && status <= 299;
    }

    /** Media never begins like markup or JSON: as the length of a box that would be a gigabyte. */
    private boolean isText(Bytes body) {
      boolean isKnowable = request.kind().isMedia() && request.encryption() == null;
      if (!isKnowable || body.sizeBytes() == 0) {
        return false;
      }
      byte first = body.copy(0, 1)[0];
      return first == '<' || first == '{';
    }

    @Override
    public void onFailed(String message) {
      fail(new LoadFailure.Connection(message));
    }

    private void fail(LoadFailure failure) {
      stop();
      double delayMs = 0; // the other places are asked at once
      locations.fail(request.address().bases(), place);
      if (++triedPlaces == request.address().bases().size()) {
        triedPlaces = 0;
        failedAttempts++;
        delayMs = RetryPolicy.delayMs(policy, failure, failedAttempts, random.getAsDouble());
      }
      if (delayMs == RetryPolicy.GIVE_UP) {
        callback.onFailed(
            LoadErrors.describe(failure, finalUrl)
                .with("attempts", Integer.toString(failedAttempts)));
        return;
      }
      timer = scheduler.schedule(delayMs, this::retry);
    }

    private void retry() {
      timer = null;
      retryCount++;
      if (begun) {
        callback.onRestart();
      }
      attempt();
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
      if (decryption != null) {
        decryption.cancel();
      }
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
