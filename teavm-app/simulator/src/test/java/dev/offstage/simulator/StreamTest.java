package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.simulator.element.VirtualMediaSource;
import dev.offstage.simulator.element.VirtualSourceBuffer;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Scheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions with segments that the engine takes apart: transport streams, and AAC by itself. */
class StreamTest {
  private static Movie movie(Scheme scheme, String language) {
    return Movie.ofSeconds(30)
        .with(scheme)
        .withVideo(2, 2, 60_000, 240_000)
        .withAudio(language, 2, 48_000)
        .withMediaStart(95_430); // the clock of 33 bits wraps around within it
  }

  @ParameterizedTest
  @EnumSource(
      value = Scheme.class,
      names = {"HLS_TS", "HLS_MUXED"})
  void movie_isPlayedWithoutAHalt_andWithoutAHole(Scheme scheme) {
    for (String language : List.of("en", "fr")) {
      SimulatedSession session = SimulatedSession.of(movie(scheme, language)).load();
      session.playUntil(12);
      assertEquals(scheme == Scheme.HLS_TS ? 2 : 1, buffers(session).size());
      for (VirtualSourceBuffer buffer : buffers(session)) {
        assertEquals(1, buffer.bufferedNow().count(), buffer.bufferedNow().toString());
        assertEquals(0, buffer.bufferedNow().startS(0), 0.03);
      }
      session.playUntilEnded();
      assertEquals(30, session.element().currentTime(), 0.05);
      assertEquals(List.of(), session.page().jumps());
      assertEquals(List.of(), session.page().errors());
      assertEquals(0, session.page().status().stalls());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Scheme.class,
      names = {"HLS_TS", "HLS_MUXED"})
  void periods_withClocksOfTheirOwn_andSeeks_leaveNoHole(Scheme scheme) {
    Movie movie = movie(scheme, "fr").withPeriods(9.3, 4.1, 12.0);
    SimulatedSession session = SimulatedSession.of(movie).goals(5, 3).load();
    session.playUntil(1);
    for (double timeS : new double[] {20, 11, 3, 15}) {
      session.seek(timeS);
      session.playUntil(timeS + 1.5);
      assertTrue(session.element().currentTime() < timeS + 3, "at " + session.element());
    }
    session.playUntilEnded();
    assertEquals(25.4, session.element().currentTime(), 0.1);
    assertEquals(List.of(), session.page().errors());
  }

  private static List<VirtualSourceBuffer> buffers(SimulatedSession session) {
    VirtualMediaSource source = session.element().source();
    return source == null ? List.of() : source.buffers();
  }
}
