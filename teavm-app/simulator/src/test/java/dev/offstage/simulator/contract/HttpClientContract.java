package dev.offstage.simulator.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.HttpClient;
import dev.offstage.engine.util.Cancelable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What an {@link HttpClient} promises. The server has {@link #TEXT} at {@link #url}, knows ranges,
 * and answers all else with 404.
 */
abstract class HttpClientContract {
  static final String TEXT = "0123456789";

  private final Recorder heard = new Recorder();

  abstract HttpClient client();

  /** Where the text lies. */
  abstract String url();

  /** Where nobody answers. */
  abstract String deadUrl();

  /** Lets everything end that is under way. */
  abstract void settle();

  @Test
  void get_tellsHeadersThenProgressThenTheBody() {
    client().get(url(), null, new String[0], false, false, heard);
    assertEquals(List.of(), heard.events, "heard of before get() had returned");
    settle();
    assertEquals("headers 200", heard.events.get(0));
    assertEquals("complete", heard.events.get(heard.events.size() - 1));
    assertEquals(TEXT.length(), heard.progress);
    assertEquals(TEXT, heard.body);
    assertEquals("", heard.pieces.toString());
  }

  @Test
  void streamedGet_tellsTheBodyInPieces_eachAfterItsProgress() {
    client().get(url(), null, new String[0], false, true, heard);
    settle();
    assertEquals(TEXT, heard.pieces.toString());
    assertNull(heard.body);
    assertEquals(TEXT.length(), heard.progress);
    assertTrue(heard.events.indexOf("progress") < heard.events.indexOf("piece"));
  }

  @Test
  void range_isInclusive() {
    client().get(url(), new ByteRange(2, 4), new String[0], false, false, heard);
    settle();
    assertEquals("headers 206", heard.events.get(0));
    assertEquals("234", heard.body);
  }

  @Test
  void rangeWithAnOpenEnd_goesToTheEnd() {
    client().get(url(), new ByteRange(7, ByteRange.OPEN_END), new String[0], false, false, heard);
    settle();
    assertEquals("789", heard.body);
  }

  @Test
  void notFound_isACompleteAnswer_notAFailure() {
    client().get(url() + "-not-there", null, new String[0], false, false, heard);
    settle();
    assertEquals("headers 404", heard.events.get(0));
    assertEquals("complete", heard.events.get(heard.events.size() - 1));
  }

  @Test
  void noConnection_isAFailure() {
    client().get(deadUrl(), null, new String[0], false, false, heard);
    settle();
    assertEquals(List.of("failed"), heard.events);
  }

  @Test
  void cancel_isSilent() {
    Cancelable transfer = client().get(url(), null, new String[0], false, false, heard);
    transfer.cancel();
    transfer.cancel();
    settle();
    assertEquals(List.of(), heard.events);
  }

  @Test
  void cancelAfterTheEnd_isHarmless() {
    Cancelable transfer = client().get(url(), null, new String[0], false, false, heard);
    settle();
    int events = heard.events.size();
    transfer.cancel();
    settle();
    assertEquals(events, heard.events.size());
  }

  private static final class Recorder implements HttpClient.Listener {
    final List<String> events = new ArrayList<>();
    final StringBuilder pieces = new StringBuilder();
    int progress;
    @Nullable String body;

    @Override
    public void onHeaders(int status, String finalUrl, double lengthBytes) {
      events.add("headers " + status);
    }

    @Override
    public void onProgress(int newBytes) {
      progress += newBytes;
      events.add("progress");
    }

    @Override
    public void onPiece(Bytes piece) {
      pieces.append(text(piece));
      events.add("piece");
    }

    @Override
    public void onComplete(@Nullable Bytes body) {
      this.body = body == null ? null : text(body);
      events.add("complete");
    }

    @Override
    public void onFailed(String message) {
      events.add("failed");
    }

    private static String text(Bytes bytes) {
      return new String(bytes.copy(0, bytes.sizeBytes()), StandardCharsets.UTF_8);
    }
  }
}
