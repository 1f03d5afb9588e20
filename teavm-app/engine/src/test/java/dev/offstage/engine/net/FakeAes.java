package dev.offstage.engine.net;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.testing.ArrayBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps what is to be decrypted, for a test to answer. */
final class FakeAes implements AesDecryptor {
  record Job(byte[] key, byte[] iv, Bytes data, Callback callback) {
    void succeed() {
      byte[] plain = data.copy(0, data.sizeBytes());
      for (int i = 0; i < plain.length; i++) {
        plain[i] ^= key[0];
      }
      callback.onDecrypted(new ArrayBytes(plain));
    }
  }

  final List<Job> jobs = new ArrayList<>();

  @Override
  public void decrypt(byte[] key, byte[] iv, Bytes data, Callback callback) {
    jobs.add(new Job(Arrays.copyOf(key, key.length), iv, data, callback));
  }
}
