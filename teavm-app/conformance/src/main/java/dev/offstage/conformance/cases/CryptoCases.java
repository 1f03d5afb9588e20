package dev.offstage.conformance.cases;

import dev.offstage.bindings.crypto.AesCbcParams;
import dev.offstage.bindings.crypto.CryptoKey;
import dev.offstage.bindings.crypto.SubtleCrypto;
import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Await;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import java.util.Objects;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Int8Array;

/** Decryption with a key that is given. */
final class CryptoCases {
  private static final String CBC = "AES-CBC";
  private static final int PLAIN_BYTES = 54332;
  private static final int PACKET_BYTES = 188;
  private static final int FIRST_IV_BYTE = 200;

  private CryptoCases() {}

  static void register(Suite suite) {
    suite.everywhere("crypto: AES in CBC mode, decrypted, without its padding", CryptoCases::cbc);
    suite.everywhere("crypto: a wrong key rejects with OperationError", CryptoCases::wrongKey);
    suite.everywhere("crypto: a key of another length rejects with DataError", CryptoCases::badKey);
  }

  private static void cbc(Stage stage) {
    SubtleCrypto crypto = crypto();
    ArrayBuffer encrypted = encrypted();
    CryptoKey key = Await.value("the key", imported(crypto, counting(0, 16)));
    ArrayBuffer plain = Await.value("the media", crypto.decrypt(params(), key, encrypted));
    Check.equal("bytes", PLAIN_BYTES, plain.getByteLength());
    byte[] stream = new Int8Array(plain).copyToJavaArray();
    for (int at = 0; at < stream.length; at += PACKET_BYTES) {
      Check.equal("what the packet at " + at + " begins with", 0x47, stream[at]);
    }
    stage.saw(encrypted.getByteLength() + " bytes are " + PLAIN_BYTES);
  }

  private static void wrongKey(Stage stage) {
    SubtleCrypto crypto = crypto();
    CryptoKey key = Await.value("the key", imported(crypto, counting(1, 16)));
    Check.equal(
        "the rejection",
        "OperationError",
        Await.rejection("the media", crypto.decrypt(params(), key, encrypted())));
  }

  private static void badKey(Stage stage) {
    Check.equal(
        "the rejection",
        "DataError",
        Await.rejection("the key", imported(crypto(), counting(0, 15))));
  }

  private static SubtleCrypto crypto() {
    return Objects.requireNonNull(SubtleCrypto.ofScope(), "SubtleCrypto in a secure context");
  }

  private static JSPromise<CryptoKey> imported(SubtleCrypto crypto, byte[] bytes) {
    JSArray<JSString> usages = new JSArray<>();
    usages.push(JSString.valueOf("decrypt"));
    return crypto.importKey("raw", Int8Array.copyFromJavaArray(bytes), CBC, false, usages);
  }

  private static AesCbcParams params() {
    AesCbcParams params = AesCbcParams.create();
    params.setName(CBC);
    params.setIv(Int8Array.copyFromJavaArray(counting(FIRST_IV_BYTE, 16)));
    return params;
  }

  private static ArrayBuffer encrypted() {
    String path = "ts/encrypted-0.ts";
    return Await.value("the bytes", Await.value(path, Fetch.fetch(Media.url(path))).arrayBuffer());
  }

  private static byte[] counting(int first, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }
}
