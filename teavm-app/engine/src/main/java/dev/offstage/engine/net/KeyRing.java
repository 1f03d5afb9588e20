package dev.offstage.engine.net;

import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.Encryption;
import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Hex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the keys of a session, each of them asked for once, and decrypts with them. */
final class KeyRing {
  /** Hears how a decryption ended, once. */
  interface Callback {
    void onDecrypted(Bytes data);

    void onFailed(PlayerError error);
  }

  /** A key, and who waits for it while it is on its way. */
  private static final class Key {
    byte @Nullable [] bytes;
    @Nullable Cancelable load;
    final List<Job> waiting = new ArrayList<>();
  }

  private final Loader loader;
  private final AesDecryptor aes;
  private final Map<String, Key> keys = new HashMap<>();

  KeyRing(Loader loader, AesDecryptor aes) {
    this.loader = loader;
    this.aes = aes;
  }

  /** Asks for the key of something that is on its way itself. */
  void prepare(Encryption encryption) {
    keyOf(encryption.keyUrl());
  }

  /**
   * Decrypts as soon as the key is there.
   *
   * @param url where the data is from, for errors
   * @return cancelling means that nothing is heard
   */
  Cancelable decrypt(Encryption encryption, Bytes data, String url, Callback callback) {
    Job job = new Job(encryption, data, url, callback);
    Key key = keyOf(encryption.keyUrl());
    if (key.bytes == null) {
      key.waiting.add(job);
    } else {
      job.start(key.bytes);
    }
    return job;
  }

  /** Ends the requests under way. */
  void close() {
    for (Key key : keys.values()) {
      if (key.load != null) {
        key.load.cancel();
      }
    }
  }

  private Key keyOf(String url) {
    Key known = keys.get(url);
    if (known != null) {
      return known;
    }
    Key key = new Key();
    keys.put(url, key);
    if (DataUrls.is(url)) {
      byte[] decoded = DataUrls.decode(url);
      key.bytes = decoded == null ? new byte[0] : decoded;
      return key;
    }
    key.load =
        loader.load(
            new Request(RequestKind.KEY, url, null),
            new Loader.Callback() {
              @Override
              public void onLoaded(Bytes body, String finalUrl) {
                byte[] bytes = body.copy(0, body.sizeBytes());
                key.bytes = bytes;
                key.load = null;
                for (Job job : key.waiting) {
                  job.start(bytes);
                }
                key.waiting.clear();
              }

              @Override
              public void onFailed(PlayerError error) {
                keys.remove(url); // whoever asks next may have more luck
                for (Job job : key.waiting) {
                  job.fail(error);
                }
              }
            });
    return key;
  }

  /** One decryption. */
  private final class Job implements Cancelable, AesDecryptor.Callback {
    private final Encryption encryption;
    private final Bytes data;
    private final String url;
    private final Callback callback;
    private boolean cancelled;

    Job(Encryption encryption, Bytes data, String url, Callback callback) {
      this.encryption = encryption;
      this.data = data;
      this.url = url;
      this.callback = callback;
    }

    void start(byte[] key) {
      if (cancelled) {
        return;
      }
      if (key.length != encryption.keyBytes()) {
        onFailed("a key of " + key.length + " bytes for " + encryption);
        return;
      }
      String hex = encryption.ivHex();
      byte[] iv = new byte[hex.length() / 2];
      for (int i = 0; i < iv.length; i++) {
        iv[i] = (byte) Hex.byteAt(hex, 2 * i);
      }
      aes.decrypt(key, iv, data, this);
    }

    @Override
    public void onDecrypted(Bytes decrypted) {
      if (!cancelled) {
        callback.onDecrypted(decrypted);
      }
    }

    @Override
    public void onFailed(String message) {
      fail(
          PlayerError.fatal(
              ErrorCode.DECRYPTION_FAILED, "It cannot be decrypted (" + message + ").", url));
    }

    void fail(PlayerError error) {
      if (!cancelled) {
        callback.onFailed(error);
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
