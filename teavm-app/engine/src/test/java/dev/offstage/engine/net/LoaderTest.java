package dev.offstage.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.config.NetworkConfig;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.BaseUrl;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.Encryption;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.testing.ManualTime;
import dev.offstage.engine.util.Cancelable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoaderTest {
  private static final String URL = "https://a.example/seg";
  private static final double TIMEOUT_MS = 5_000;
  private static final Address TWO_PLACES =
      new Address(
          List.of(
              new BaseUrl("https://a.example/", "a", 1), new BaseUrl("https://b.example/", "b", 1)),
          "seg");

  private final ManualTime time = new ManualTime();
  private final FakeHttpClient http = new FakeHttpClient();
  private final FakeAes aes = new FakeAes();
  private final FakeHook hook = new FakeHook();
  private final List<String> transfers = new ArrayList<>();
  private NetworkConfig config =
      new NetworkConfig(2, TIMEOUT_MS, new String[] {"X-Key", "7"}, true);
  private final Loader loader =
      new Loader(http, aes, hook, time, time, () -> 0.5, new RecordingListener(), () -> config);
  private final Outcome outcome = new Outcome();

  @Test
  void success_isHandedOver_withTheFinalUrl() {
    load(null, false);
    answer(200, 1, 2, 3);
    assertArrayEquals(new byte[] {1, 2, 3}, outcome.bytes());
    assertEquals("https://b.example/moved", outcome.finalUrl);
    assertEquals(0, time.pending());
  }

  @Test
  void request_carriesHeadersAndCredentials() {
    load(null, false);
    assertArrayEquals(new String[] {"X-Key", "7"}, http.last().headers);
    assertTrue(http.last().withCredentials);
  }

  @Test
  void hook_rewritesTheRequest() {
    hooked(0);
    load(null, false);
    assertEquals(0, http.sent.size());
    assertEquals("SEGMENT " + URL + " X-Key 7", hook.asked);
    answerer().onRewritten(URL + "?token=1", new String[] {"X-Other", "8"}, false);
    assertEquals(URL + "?token=1", http.last().url);
    assertArrayEquals(new String[] {"X-Other", "8"}, http.last().headers);
    assertEquals(false, http.last().withCredentials);
    answer(200, 1);
    assertArrayEquals(new byte[] {1}, outcome.bytes());
  }

  @Test
  void hook_failing_isATypedError() {
    hooked(0);
    load(null, false);
    answerer().onRefused("no token");
    assertEquals(ErrorCode.REQUEST_HOOK, errorCode());
  }

  @Test
  void hook_silent_isATypedError() {
    hooked(0);
    load(null, false);
    time.pass(TIMEOUT_MS + 1);
    assertTrue(hook.cancelled);
    assertEquals(ErrorCode.REQUEST_HOOK, errorCode());
  }

  @Test
  void hook_failingOnce_isAskedAgain() {
    hooked(1);
    load(null, false);
    answerer().onRefused("no token yet");
    time.pass(TIMEOUT_MS / 2);
    answerer().onRewritten(URL, new String[0], false);
    answer(200, 1);
    assertArrayEquals(new byte[] {1}, outcome.bytes());
  }

  private void hooked(int retries) {
    config = new NetworkConfig(retries, TIMEOUT_MS, new String[] {"X-Key", "7"}, true, true);
  }

  private ErrorCode errorCode() {
    PlayerError error = outcome.error;
    if (error == null) {
      throw new AssertionError("there was no error");
    }
    return error.code();
  }

  private RequestHook.Answer answerer() {
    RequestHook.Answer answer = hook.answer;
    if (answer == null) {
      throw new AssertionError("nothing was asked");
    }
    return answer;
  }

  /** Keeps what is asked last. */
  private static final class FakeHook implements RequestHook {
    private String asked = "";
    private @Nullable Answer answer;
    private boolean cancelled;

    @Override
    public Cancelable ask(
        RequestKind kind, String url, String[] headers, boolean withCredentials, Answer answer) {
      asked = kind + " " + url + " " + String.join(" ", headers);
      this.answer = answer;
      return () -> cancelled = true;
    }
  }

  @Test
  void range_ofAServerThatKnowsNone_isCutOut() {
    load(new ByteRange(1, 2), false);
    answer(200, 1, 2, 3, 4);
    assertArrayEquals(new byte[] {2, 3}, outcome.bytes());
  }

  @Test
  void range_behindTheEndOfAWholeAnswer_isAFailedAttempt() {
    load(new ByteRange(9, 12), false);
    answer(200, 1, 2, 3, 4);
    assertNull(outcome.body);
    time.pass(400);
    assertEquals(2, http.sent.size());
  }

  @Test
  void rangeOfAStreamedWholeAnswer_isCutOut_acrossPieces() {
    load(new ByteRange(2, 5), true);
    FakeHttpClient.Sent request = http.last();
    request.listener.onHeaders(200, URL, Double.NaN);
    request.listener.onPiece(bytes(0, 1));
    request.listener.onPiece(bytes(2, 3, 4));
    request.listener.onPiece(bytes(5, 6));
    request.listener.onComplete(null);
    assertEquals("2 3 4 5 ", outcome.pieces.toString());
    assertEquals(0, outcome.bytes().length);
  }

  @Test
  void silence_timesOut_andIsTriedAgain_asOftenAsAllowed() {
    load(null, false);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertEquals(attempt, http.sent.size());
      time.pass(TIMEOUT_MS);
      assertTrue(http.last().cancelled);
      time.pass(400 * attempt); // the delay before the next one
    }
    assertEquals(3, http.sent.size());
    assertEquals(ErrorCode.TIMEOUT, outcome.error().code());
    assertEquals("3", outcome.error().data().get("attempts"));
    assertEquals(0, time.pending());
    assertEquals(2, loader.retryCount());
    assertEquals(3, loader.requestCount());
  }

  @Test
  void slowProgress_isNoTimeout() {
    load(null, false);
    http.last().listener.onHeaders(200, URL, Double.NaN);
    for (int i = 0; i < 11; i++) {
      time.pass(TIMEOUT_MS - 1);
      http.last().listener.onProgress(1);
    }
    http.last().listener.onComplete(bytes(1));
    assertEquals(1, http.sent.size());
    assertEquals(1, outcome.bytes().length);
    assertEquals(11, loader.bytesLoaded());
  }

  @Test
  void silenceAfterSomeProgress_timesOut() {
    load(null, false);
    http.last().listener.onHeaders(200, URL, Double.NaN);
    time.pass(3_000);
    http.last().listener.onProgress(1);
    time.pass(TIMEOUT_MS - 1);
    assertTrue(!http.last().cancelled);
    time.pass(1);
    assertTrue(http.last().cancelled);
  }

  @Test
  void failures_areRetriedWithGrowingDelay() {
    load(null, false);
    http.last().listener.onFailed("cut");
    time.pass(399);
    assertEquals(1, http.sent.size());
    time.pass(1);
    assertEquals(2, http.sent.size());
    http.last().listener.onFailed("cut");
    time.pass(799);
    assertEquals(2, http.sent.size());
    time.pass(1);
    assertEquals(3, http.sent.size());
    http.last().listener.onFailed("cut");
    assertEquals(ErrorCode.CONNECTION, outcome.error().code());
    assertEquals(URL, outcome.error().url());
  }

  @Test
  void statusOfAnError_isToldAfterItsBody() {
    config = new NetworkConfig(0, TIMEOUT_MS, new String[0], false);
    load(null, true);
    http.last().listener.onHeaders(503, URL, Double.NaN);
    http.last().listener.onPiece(bytes(1, 2));
    assertEquals("", outcome.pieces.toString());
    http.last().listener.onComplete(null);
    assertEquals(ErrorCode.HTTP_STATUS, outcome.error().code());
    assertEquals("503", outcome.error().data().get("status"));
  }

  @Test
  void streamedPieces_ofABrokenAttempt_areRevoked() {
    load(null, true);
    http.last().listener.onHeaders(200, URL, Double.NaN);
    http.last().listener.onPiece(bytes(1));
    http.last().listener.onFailed("cut");
    time.pass(400);
    http.last().listener.onHeaders(200, URL, Double.NaN);
    http.last().listener.onPiece(bytes(1));
    http.last().listener.onPiece(bytes(2));
    http.last().listener.onComplete(null);
    assertEquals("1 restart 1 2 ", outcome.pieces.toString());
  }

  @Test
  void cancel_whileTransferring_abortsAndIsSilent() {
    Cancelable load = load(null, false);
    http.last().listener.onHeaders(200, URL, Double.NaN);
    load.cancel();
    assertTrue(http.last().cancelled);
    time.pass(100_000);
    assertEquals(1, http.sent.size());
    assertTrue(outcome.isOpen());
    assertEquals(List.of("start", "end"), transfers);
  }

  @Test
  void cancel_whileWaitingForARetry_callsItOff() {
    Cancelable load = load(null, false);
    http.last().listener.onFailed("cut");
    load.cancel();
    time.pass(100_000);
    assertEquals(1, http.sent.size());
    assertTrue(outcome.isOpen());
    assertEquals(0, time.pending());
  }

  @Test
  void transfers_areMeasuredFromTheHeadersOn_andEndOnce() {
    load(null, false);
    assertEquals(List.of(), transfers);
    http.last().listener.onHeaders(200, URL, Double.NaN);
    http.last().listener.onProgress(10);
    http.last().listener.onComplete(bytes(1));
    assertEquals(List.of("start", "10", "end"), transfers);
  }

  @Test
  void manifests_areNotMeasured() {
    loader.load(new Request(RequestKind.MANIFEST, URL, null), outcome);
    http.last().listener.onHeaders(200, URL, Double.NaN);
    http.last().listener.onProgress(10);
    http.last().listener.onComplete(bytes(1));
    assertEquals(List.of(), transfers);
    assertEquals(10, loader.bytesLoaded());
  }

  @Test
  void answerWithoutEnd_timesOutInAll() {
    load(null, false);
    http.last().listener.onHeaders(200, URL, Double.NaN);
    for (int i = 0; i < 12; i++) {
      assertTrue(!http.last().cancelled);
      http.last().listener.onProgress(1);
      time.pass(TIMEOUT_MS - 1);
    }
    http.last().listener.onProgress(1);
    time.pass(12);
    assertTrue(http.last().cancelled);
  }

  @Test
  void bodyShorterThanItsLength_isAFailedAttempt() {
    load(null, false);
    http.last().listener.onHeaders(200, URL, 4);
    http.last().listener.onComplete(bytes(1, 2, 3));
    assertTrue(outcome.isOpen());
    time.pass(400);
    http.last().listener.onHeaders(200, URL, 3);
    http.last().listener.onComplete(bytes(1, 2, 3));
    assertEquals(3, outcome.bytes().length);
  }

  @Test
  void partShorterThanItsRange_isAFailedAttempt_unlessAnIndexIsSought() {
    load(new ByteRange(10, 19), true);
    http.last().listener.onHeaders(206, URL, Double.NaN);
    http.last().listener.onPiece(bytes(1, 2, 3));
    http.last().listener.onComplete(null);
    assertTrue(outcome.isOpen());
    time.pass(400);
    assertEquals("1 2 3 restart ", outcome.pieces.toString());
    Outcome index = new Outcome();
    loader.load(new Request(RequestKind.INDEX, URL, new ByteRange(10, 19)), index);
    http.last().listener.onHeaders(206, URL, Double.NaN);
    http.last().listener.onComplete(bytes(1, 2, 3));
    assertEquals(3, index.bytes().length);
  }

  @Test
  void pageInsteadOfMedia_isTriedOnceMore_andThenTold() {
    for (boolean streamed : new boolean[] {false, true}) {
      Outcome told = new Outcome();
      loader.load(new Request(RequestKind.SEGMENT, Address.of(URL), null, streamed, null), told);
      for (int attempt = 0; attempt < 2; attempt++) {
        http.last().listener.onHeaders(200, URL, Double.NaN);
        if (streamed) {
          http.last().listener.onPiece(bytes('<', 'h'));
        } else {
          http.last().listener.onComplete(bytes('<', 'h'));
        }
        time.pass(400);
      }
      assertEquals(ErrorCode.WRONG_CONTENT, told.error().code());
      assertEquals("", told.pieces.toString());
    }
  }

  @Test
  void failedPlace_isPutAside_andTheOtherAskedAtOnce() {
    loader.load(new Request(RequestKind.SEGMENT, TWO_PLACES, null), outcome);
    assertEquals("https://a.example/seg", http.last().url);
    http.last().listener.onHeaders(503, "", Double.NaN);
    http.last().listener.onComplete(bytes());
    time.pass(0);
    assertEquals("https://b.example/seg", http.last().url);
    answer(200, 1);
    assertEquals(1, outcome.bytes().length);
    loader.load(new Request(RequestKind.SEGMENT, TWO_PLACES, null), new Outcome()).cancel();
    assertEquals("https://b.example/seg", http.last().url);
    time.pass(61_000);
    loader.load(new Request(RequestKind.SEGMENT, TWO_PLACES, null), new Outcome());
    assertEquals("https://a.example/seg", http.last().url);
  }

  @Test
  void allPlacesFail_areAskedByTurns_withADelayBetweenTheRounds() {
    loader.load(new Request(RequestKind.SEGMENT, TWO_PLACES, null), outcome);
    StringBuilder asked = new StringBuilder();
    int round = 0;
    while (outcome.isOpen()) {
      asked.append(http.last().url.charAt(8));
      http.last().listener.onFailed("cut");
      time.pass(asked.length() % 2 == 1 ? 0 : 400 * Math.pow(2, round++));
    }
    assertEquals("ababab", asked.toString());
    assertEquals("3", outcome.error().data().get("attempts"));
  }

  @Test
  void encrypted_comesDecrypted_withItsKeyAskedForOnce() {
    Outcome second = new Outcome();
    loader.load(encrypted("https://keys.example/k"), outcome);
    loader.load(encrypted("https://keys.example/k"), second);
    assertEquals(3, http.sent.size());
    FakeHttpClient.Sent key = http.sent.get(1);
    assertEquals("https://keys.example/k", key.url);
    assertFalse(http.sent.get(0).streamed);
    answer(http.sent.get(0), '<', 2); // what is encrypted may look like anything
    assertEquals(0, aes.jobs.size());
    answer(key, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    answer(http.sent.get(2), 5);
    assertEquals(2, aes.jobs.size());
    assertEquals(7, aes.jobs.get(0).iv()[15]);
    aes.jobs.get(0).succeed();
    aes.jobs.get(1).callback().onFailed("bad padding");
    assertArrayEquals(new byte[] {'<', 2}, outcome.bytes());
    assertEquals(ErrorCode.DECRYPTION_FAILED, second.error().code());
  }

  @Test
  void encrypted_givenUp_isNotHeardOf() {
    Cancelable load = loader.load(encrypted("data:;base64,AAAAAAAAAAAAAAAAAAAAAA=="), outcome);
    assertEquals(1, http.sent.size());
    answer(http.last(), 1);
    load.cancel();
    aes.jobs.get(0).succeed();
    assertNull(outcome.finalUrl);
  }

  @Test
  void keyOfAnotherLength_isToldWithoutTheKey() {
    loader.load(encrypted("data:;base64,AAAA"), outcome);
    answer(http.last(), 1);
    assertEquals(ErrorCode.DECRYPTION_FAILED, outcome.error().code());
    assertFalse((outcome.error() + "").contains("AAAA"), outcome.error()::toString);
  }

  @Test
  void keyThatDoesNotCome_isToldToAllWhoWait_andAskedForAgain() {
    loader.load(encrypted("https://keys.example/k"), outcome);
    FakeHttpClient.Sent key = http.last();
    answer(http.sent.get(0), 1);
    key.listener.onHeaders(403, key.url, Double.NaN);
    key.listener.onComplete(bytes());
    assertEquals(ErrorCode.HTTP_STATUS, outcome.error().code());
    assertEquals("https://keys.example/k", outcome.error().url());
    loader.load(encrypted("https://keys.example/k"), new Outcome());
    assertEquals(4, http.sent.size());
    loader.close();
    assertTrue(http.last().cancelled);
  }

  private static Request encrypted(String keyUrl) {
    Encryption encryption = new Encryption(keyUrl, 16, "00000000000000000000000000000007");
    return new Request(RequestKind.SEGMENT, Address.of(URL), null, true, encryption);
  }

  private static void answer(FakeHttpClient.Sent to, int... body) {
    to.listener.onHeaders(200, to.url, Double.NaN);
    to.listener.onComplete(bytes(body));
  }

  private Cancelable load(@Nullable ByteRange range, boolean streamed) {
    return loader.load(
        new Request(RequestKind.SEGMENT, Address.of(URL), range, streamed, null), outcome);
  }

  private void answer(int status, int... body) {
    http.last().listener.onHeaders(status, "https://b.example/moved", Double.NaN);
    http.last().listener.onComplete(bytes(body));
  }

  private static Bytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new ArrayBytes(bytes);
  }

  private final class RecordingListener implements TransferListener {
    @Override
    public void onTransferStart(double waitMs) {
      transfers.add("start");
    }

    @Override
    public void onTransferBytes(int bytes) {
      transfers.add(Integer.toString(bytes));
    }

    @Override
    public void onTransferEnd() {
      transfers.add("end");
    }
  }

  private static final class Outcome implements Loader.Callback {
    final StringBuilder pieces = new StringBuilder();
    @Nullable Bytes body;
    @Nullable String finalUrl;
    private @Nullable PlayerError error;

    @Override
    public void onPiece(Bytes piece) {
      for (byte value : piece.copy(0, piece.sizeBytes())) {
        pieces.append(value).append(' ');
      }
    }

    @Override
    public void onRestart() {
      pieces.append("restart ");
    }

    @Override
    public void onLoaded(Bytes body, String finalUrl) {
      assertTrue(isOpen(), "told twice");
      this.body = body;
      this.finalUrl = finalUrl;
    }

    @Override
    public void onFailed(PlayerError error) {
      assertTrue(isOpen(), "told twice");
      this.error = error;
    }

    boolean isOpen() {
      return body == null && error == null;
    }

    byte[] bytes() {
      Bytes loaded = body;
      if (loaded == null) {
        throw new AssertionError("not loaded: " + error);
      }
      return loaded.copy(0, loaded.sizeBytes());
    }

    PlayerError error() {
      PlayerError told = error;
      if (told == null) {
        throw new AssertionError("no error");
      }
      return told;
    }
  }
}
