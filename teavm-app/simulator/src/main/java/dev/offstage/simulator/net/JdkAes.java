package dev.offstage.simulator.net;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.AesDecryptor;
import dev.offstage.engine.util.Scheduler;
import dev.offstage.simulator.media.VirtualBytes;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES of the JDK. It answers a little later, as browsers do. */
public final class JdkAes implements AesDecryptor {
  private static final double BYTES_PER_MS = 500_000;

  private final Scheduler scheduler;

  public JdkAes(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void decrypt(byte[] key, byte[] iv, Bytes data, Callback callback) {
    scheduler.schedule(
        data.sizeBytes() / BYTES_PER_MS,
        () -> {
          byte[] plain;
          try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            plain = cipher.doFinal(data.copy(0, data.sizeBytes()));
          } catch (GeneralSecurityException e) {
            callback.onFailed(String.valueOf(e.getMessage()));
            return;
          }
          callback.onDecrypted(VirtualBytes.of(plain));
        });
  }
}
