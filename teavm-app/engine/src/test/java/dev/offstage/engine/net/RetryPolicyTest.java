package dev.offstage.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.config.NetworkConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final LoadFailure TIMEOUT = new LoadFailure.Timeout(1_000);

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408, 425, 429})
  void statusThatMayPass_isRetriedToTheLimit(int status) {
    LoadFailure failure = new LoadFailure.HttpStatus(status);
    assertTrue(delay(RequestKind.MANIFEST, failure, 3) > 0);
    assertEquals(RetryPolicy.GIVE_UP, delay(RequestKind.MANIFEST, failure, 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 410, 416})
  void statusThatStays_isNotRetried(int status) {
    LoadFailure failure = new LoadFailure.HttpStatus(status);
    assertEquals(RetryPolicy.GIVE_UP, delay(RequestKind.SEGMENT, failure, 1));
  }

  @Test
  void notFound_ofASegment_isRetriedOnce_ofAManifestNever() {
    LoadFailure failure = new LoadFailure.HttpStatus(404);
    assertTrue(delay(RequestKind.SEGMENT, failure, 1) > 0);
    assertEquals(RetryPolicy.GIVE_UP, delay(RequestKind.SEGMENT, failure, 2));
    assertEquals(RetryPolicy.GIVE_UP, delay(RequestKind.MANIFEST, failure, 1));
  }

  @Test
  void textInsteadOfMedia_isRetriedOnce() {
    LoadFailure failure = new LoadFailure.WrongContent();
    assertTrue(delay(RequestKind.SEGMENT, failure, 1) > 0);
    assertEquals(RetryPolicy.GIVE_UP, delay(RequestKind.SEGMENT, failure, 2));
  }

  @Test
  void noRetriesAllowed_givesUpAtOnce() {
    assertEquals(
        RetryPolicy.GIVE_UP, RetryPolicy.delayMs(policy(RequestKind.SEGMENT, 0), TIMEOUT, 1, 0.5));
  }

  @Test
  void delays_doubleUpToALimit() {
    double[] expected = {400, 800, 1_600, 3_200, 6_400, 8_000, 8_000};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(
          expected[i], RetryPolicy.delayMs(policy(RequestKind.SEGMENT, 100), TIMEOUT, i + 1, 0.5));
    }
  }

  @Test
  void jitter_spreadsByAQuarterEitherWay() {
    assertEquals(300, RetryPolicy.delayMs(policy(RequestKind.SEGMENT, 3), TIMEOUT, 1, 0));
    assertEquals(500, RetryPolicy.delayMs(policy(RequestKind.SEGMENT, 3), TIMEOUT, 1, 1));
  }

  private static double delay(RequestKind kind, LoadFailure failure, int failedAttempts) {
    return RetryPolicy.delayMs(policy(kind, 3), failure, failedAttempts, 0.5);
  }

  private static RequestPolicy policy(RequestKind kind, int retries) {
    return RequestPolicy.of(kind, new NetworkConfig(retries, 10_000, new String[0], false));
  }
}
