package dev.offstage.simulator.origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One media playlist of a movie that goes out live, as it is at a moment. */
final class LivePlaylist {
  /**
   * A segment.
   *
   * @param startS on the movie's timeline
   */
  record Entry(double startS, double endS, int period, String map, String name) {}

  private final Broadcast broadcast;
  private final double durationS;
  private final double targetS;
  private final int firstNumber;
  private final List<Entry> entries = new ArrayList<>();

  LivePlaylist(Broadcast broadcast, double durationS, double targetS, int firstNumber) {
    this.broadcast = broadcast;
    this.durationS = durationS;
    this.targetS = targetS;
    this.firstNumber = firstNumber;
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  String text(double nowS) {
    double outS = broadcast.outS(nowS);
    int end = 0;
    while (end < entries.size() && entries.get(end).endS() <= outS + 1e-9) {
      end++;
    }
    boolean isOver = outS >= durationS && end == entries.size();
    double lastS = end == 0 ? 0 : entries.get(end - 1).endS();
    int first = 0;
    while (first < end - 1 && entries.get(first).startS() < lastS - broadcast.windowS()) {
      first++;
    }
    int numbersFrom = 0;
    int discontinuity = end == 0 ? 0 : entries.get(first).period();
    if (broadcast.renumbers() && end > 0) {
      int period = entries.get(end - 1).period();
      while (entries.get(numbersFrom).period() < period) {
        numbersFrom++;
      }
      first = Math.max(first, numbersFrom);
      discontinuity = 0;
    }
    StringBuilder out = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:");
    out.append(Math.round(targetS)).append("\n#EXT-X-MEDIA-SEQUENCE:");
    out.append(firstNumber + first - numbersFrom);
    out.append("\n#EXT-X-DISCONTINUITY-SEQUENCE:").append(discontinuity).append('\n');
    if (Double.isInfinite(broadcast.windowS())) {
      out.append("#EXT-X-PLAYLIST-TYPE:EVENT\n");
    }
    String map = "";
    for (int i = first; i < end; i++) {
      Entry entry = entries.get(i);
      if (i > first && entry.period() != entries.get(i - 1).period()) {
        out.append("#EXT-X-DISCONTINUITY\n");
      }
      if (!entry.map().equals(map)) {
        map = entry.map();
        out.append("#EXT-X-MAP:URI=\"").append(map).append("\"\n");
      }
      if (broadcast.dated()) {
        out.append("#EXT-X-PROGRAM-DATE-TIME:");
        out.append(
            java.time.Instant.ofEpochMilli(
                Math.round(Broadcast.FIRST_DATE_MS + entry.startS() * 1_000)));
        out.append('\n');
      }
      if (entry.startS() < broadcast.gapToS() && entry.endS() > broadcast.gapFromS()) {
        out.append("#EXT-X-GAP\n");
      }
      double saidS = (entry.endS() - entry.startS()) * broadcast.durationFactor();
      out.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n%s\n", saidS, entry.name()));
    }
    return out.append(isOver ? "#EXT-X-ENDLIST\n" : "").toString();
  }
}
