package dev.offstage.e2e.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One piece of misbehaviour: which requests, how many of them, and what happens to them. Made by
 * {@link MediaServer#on}. The first rule that applies to a request decides its answer.
 *
 * <pre>{@code
 * server.on("/media/ladder/v480/00003.m4s").times(2).status(503);
 * Rule stuck = server.on("**.mpd").hangBeforeHeaders();
 * stuck.release();
 * }</pre>
 */
public final class Rule {
  private final Predicate<Exchange> predicate;
  private final CountDownLatch released = new CountDownLatch(1);
  private int skip;
  private int times = Integer.MAX_VALUE;
  private int hits;
  private volatile Answer answer = new Answer.Delay(Duration.ZERO);

  Rule(Predicate<Exchange> predicate) {
    this.predicate = predicate;
  }

  /** Lets the first {@code count} matching requests pass. */
  public synchronized Rule after(int count) {
    skip = count;
    return this;
  }

  /** Applies to {@code count} requests only; for ever if not said. */
  public synchronized Rule times(int count) {
    times = count;
    return this;
  }

  /** Answers with this status and a short text body. */
  public Rule status(int status) {
    return answer(new Answer.Status(status));
  }

  /** Answers 200 with these bytes. */
  public Rule body(byte[] bytes, String contentType) {
    return answer(new Answer.Body(bytes, contentType));
  }

  /** Answers 200 with this text. */
  public Rule body(String text, String contentType) {
    return body(text.getBytes(StandardCharsets.UTF_8), contentType);
  }

  /** Answers 302 with this location. */
  public Rule redirect(String location) {
    return answer(new Answer.Redirect(302, location));
  }

  /** Holds the response back for this long, then answers plainly. */
  public Rule delay(Duration delay) {
    return answer(new Answer.Delay(delay));
  }

  /** Says nothing until {@link #release}, then answers plainly. */
  public Rule hangBeforeHeaders() {
    return answer(new Answer.HangBeforeHeaders());
  }

  /** Sends headers and so many bytes of the body, and the rest only after {@link #release}. */
  public Rule hangAfter(long bodyBytes) {
    return answer(new Answer.HangInBody(bodyBytes));
  }

  /** Ends the TCP stream after so many bytes of the body, fewer than Content-Length said. */
  public Rule cutAfter(long bodyBytes) {
    return answer(new Answer.Cut(bodyBytes, false));
  }

  /** Resets the TCP connection after so many bytes of the body. */
  public Rule resetAfter(long bodyBytes) {
    return answer(new Answer.Cut(bodyBytes, true));
  }

  /** Lets every hanging and every later request of this rule go on. */
  public void release() {
    released.countDown();
  }

  /** How many requests this rule has answered. */
  public synchronized int hits() {
    return Math.min(times, Math.max(0, hits - skip));
  }

  /** Counts the request if it matches, and says whether this rule answers it. */
  synchronized boolean takes(Exchange exchange) {
    if (!predicate.test(exchange)) {
      return false;
    }
    hits++;
    return hits > skip && hits - skip <= times;
  }

  Answer answer() {
    return answer;
  }

  boolean awaitRelease(Duration limit) throws InterruptedException {
    return released.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Rule answer(Answer newAnswer) {
    answer = newAnswer;
    return this;
  }
}
