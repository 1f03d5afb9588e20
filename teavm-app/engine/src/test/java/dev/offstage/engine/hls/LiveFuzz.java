package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.presentation.Live;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.testing.ArrayBytes;
import java.util.Arrays;

/**
 * What must hold of the timeline that playlists of a live stream make, whatever they say: only the
 * parse error comes out, and segments lie one behind the other where they are found again. The
 * method is as Jazzer looks for it; {@code src/test/media/fuzz.sh} runs it for as long as one
 * likes.
 */
public final class LiveFuzz {
  private static final String URL = "https://cdn.test/a/list.m3u8?token=a%20b";

  private LiveFuzz() {}

  /**
   * Loads the playlists of two Representations.
   *
   * @param input playlists with a zero byte between them; the first byte of each says whose it is
   */
  public static void fuzzerTestOneInput(byte[] input) {
    PlaylistIndexReader reader = new PlaylistIndexReader(Variables.NONE);
    PlaylistIndex[] known = new PlaylistIndex[2];
    PlaylistIndex latest = null;
    int from = 0;
    while (from < input.length) {
      int to = from;
      while (to < input.length && input[to] != 0) {
        to++;
      }
      int whose = input[from] & 1;
      byte[] text = Arrays.copyOfRange(input, Math.min(to, from + 1), to);
      from = to + 1;
      try {
        PlaylistIndex index =
            (PlaylistIndex) reader.read(new ArrayBytes(text), URL, known[whose], latest);
        check(index);
        known[whose] = index;
        latest = index;
      } catch (ParserException expected) {
        // What is known stays known.
      }
    }
  }

  private static void check(PlaylistIndex index) {
    double endS = Double.NEGATIVE_INFINITY;
    int timeline = Integer.MIN_VALUE;
    for (int i = 0; i < index.count(); i++) {
      Segment segment = index.segment(i);
      // Sums of the same durations differ by what doubles cannot hold.
      double slackS = 1e-9 * Math.max(1, Math.abs(segment.endS()));
      boolean isInOrder =
          segment.startS() >= endS - slackS && segment.endS() >= segment.startS() - slackS;
      if (!isInOrder || Double.isInfinite(segment.endS()) || segment.timeline() < timeline) {
        throw new IllegalStateException("behind " + endS + " comes " + segment);
      }
      double middleS = (segment.startS() + segment.endS()) / 2;
      int position = index.positionAt(middleS);
      if (position != i && segment.endS() - segment.startS() > 4 * slackS) {
        throw new IllegalStateException(i + " is found at " + position + ": " + segment);
      }
      index.dateMsAt(middleS);
      endS = segment.endS();
      timeline = segment.timeline();
    }
    index.timeAtS(1.7e12);
    index.dateRanges();
    Live live = index.live();
    if (live != null && !(live.updateS() > 0 && live.holdBackS() > 0)) {
      throw new IllegalStateException(live.toString());
    }
  }
}
