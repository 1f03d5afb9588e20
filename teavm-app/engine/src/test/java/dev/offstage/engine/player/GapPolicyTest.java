package dev.offstage.engine.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.TimeRanges;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapPolicyTest {
  private static final TimeRanges HOLED = new TimeRanges(new double[] {0, 12, 13, 30});
  private static final TimeRanges WHOLE = new TimeRanges(new double[] {0, 30});

  @Test
  void positionWithMedia_stays() {
    assertEquals(Double.NaN, target(11, 11, HOLED, WHOLE));
  }

  @Test
  void positionInAGap_goesBehindIt() {
    assertEquals(13.001, target(12, 12, HOLED, WHOLE), 1e-9);
    assertEquals(13.001, target(12.7, 12.7, WHOLE, HOLED), 1e-9);
  }

  @Test
  void gapThatMayStillBeFilled_isWaitedFor() {
    assertEquals(Double.NaN, targetOf(12, new GapPolicy.Track(HOLED, 12)));
    assertEquals(Double.NaN, targetOf(12, new GapPolicy.Track(HOLED, 11)));
  }

  @Test
  void nothingBehindTheGap_isWaitedFor() {
    assertEquals(Double.NaN, target(30, 30, HOLED));
    assertEquals(Double.NaN, target(5, 5, WHOLE, TimeRanges.EMPTY));
  }

  @Test
  void tooLittleBeforeASmallGap_goesBehindItToo() {
    TimeRanges small = new TimeRanges(new double[] {0, 12, 12.1, 30});
    assertEquals(12.101, target(11.9, 12.15, small, WHOLE), 1e-9);
  }

  @Test
  void tooLittleBeforeAGap_goesBehindItToo() {
    assertEquals(13.001, target(11.9, 12.15, HOLED, WHOLE), 1e-9);
    assertEquals(Double.NaN, target(11.5, 11.75, HOLED, WHOLE));
  }

  @Test
  void tooLittleBeforeAGap_goesBehindIt_evenIfItIsSmall() {
    TimeRanges small = new TimeRanges(new double[] {0, 12, 12.1, 30});
    assertEquals(12.101, target(11.9, 12.15, small), 1e-9);
    assertEquals(Double.NaN, target(12.1, 12.35, small));
  }

  @Test
  void tooLittleAtTheVeryStart_goesBehindTheGap() {
    TimeRanges scrap = new TimeRanges(new double[] {0, 0.1, 7, 9});
    assertEquals(7.001, target(0, 0.25, scrap), 1e-9);
  }

  @Test
  void gapsOfSeveralTracks_areJumpedTogether() {
    TimeRanges other = new TimeRanges(new double[] {0, 11, 14, 30});
    assertEquals(14.001, target(12.5, 12.5, HOLED, other), 1e-9);
  }

  @Test
  void gapThatReachesBeyondWhatAnotherTrackHas_isJumped() {
    TimeRanges far = new TimeRanges(new double[] {0, 12, 25, 30});
    TimeRanges near = new TimeRanges(new double[] {0, 18});
    assertEquals(25.001, target(12, 12, far, near), 1e-9);
  }

  @Test
  void segmentsStillToComeBehindTheGap_areWaitedFor() {
    TimeRanges stray = new TimeRanges(new double[] {0, 14.95, 21, 45});
    assertEquals(Double.NaN, targetOf(14.96, new GapPolicy.Track(stray, 15)));
    assertEquals(21.001, targetOf(14.96, new GapPolicy.Track(stray, 45)), 1e-9);
  }

  @Test
  void segmentsToComeOfATrackWithoutAGap_areNotWaitedFor() {
    assertEquals(
        13.001,
        targetOf(
            12,
            new GapPolicy.Track(HOLED, 30),
            new GapPolicy.Track(new TimeRanges(new double[] {0, 12.5}), 12.5)),
        1e-9);
  }

  @Test
  void smallGaps_areJumpedAtOnce_largerOnesAfterAWhile() {
    assertEquals(0, GapPolicy.patienceMs(0.04));
    assertTrue(GapPolicy.patienceMs(2) > 0);
  }

  private static double targetOf(double positionS, GapPolicy.Track... tracks) {
    return GapPolicy.target(positionS, positionS, List.of(tracks));
  }

  private static double target(double positionS, double neededToS, TimeRanges... byTrack) {
    List<GapPolicy.Track> tracks = new ArrayList<>();
    for (TimeRanges its : byTrack) {
      tracks.add(new GapPolicy.Track(its, Double.POSITIVE_INFINITY));
    }
    return GapPolicy.target(positionS, neededToS, tracks);
  }
}
