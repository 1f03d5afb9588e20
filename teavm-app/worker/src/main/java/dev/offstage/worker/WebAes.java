package dev.offstage.worker;

import dev.offstage.bindings.crypto.AesCbcParams;
import dev.offstage.bindings.crypto.SubtleCrypto;
import dev.offstage.bindings.dom.DOMException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.AesDecryptor;
import dev.offstage.engine.util.Scheduler;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Int8Array;

/** AES by WebCrypto, which decrypts on a thread of the browser's own. */
final class WebAes implements AesDecryptor {
  private static final String ALGORITHM = "AES-CBC";

  private final Scheduler scheduler;

  WebAes(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void decrypt(byte[] key, byte[] iv, Bytes data, Callback callback) {
    SubtleCrypto crypto = SubtleCrypto.ofScope();
    if (crypto == null) {
      scheduler.schedule(
          0, () -> callback.onFailed("no WebCrypto: the page is not in a secure context"));
      return;
    }
    AesCbcParams params = AesCbcParams.create();
    params.setName(ALGORITHM);
    params.setIv(Int8Array.copyFromJavaArray(iv));
    JSArray<JSString> usages = new JSArray<>();
    usages.push(JSString.valueOf("decrypt"));
    crypto
        .importKey("raw", Int8Array.copyFromJavaArray(key), ALGORITHM, false, usages)
        .then(
            imported -> {
              crypto
                  .decrypt(params, imported, JsBytes.bufferOf(data))
                  .then(
                      plain -> {
                        callback.onDecrypted(new JsBytes(plain));
                        return null;
                      },
                      reason -> fail(reason, callback));
              return null;
            },
            reason -> fail(reason, callback));
  }

  private static @Nullable Object fail(Object reason, Callback callback) {
    String name = DOMException.nameOf(reason);
    String message = DOMException.messageOf(reason);
    callback.onFailed(name + ": " + message);
    return null;
  }
}
