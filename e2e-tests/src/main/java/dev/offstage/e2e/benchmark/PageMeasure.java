package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.server.Link;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From navigation to the first frame of a page that has the player in its HTML. */
final class PageMeasure implements Measure {
  private static final Set<Contender> OURS =
      EnumSet.of(Contender.OFFSTAGE_WASM, Contender.OFFSTAGE_JS);

  private final String stream;
  private final boolean linked;
  private final Set<Contender> contenders;

  /**
   * @param stream its path
   * @param linked whether all of the page comes over a link
   * @param peers who can play it
   */
  private PageMeasure(String stream, boolean linked, Set<Contender> peers) {
    this.stream = stream;
    this.linked = linked;
    contenders = EnumSet.copyOf(OURS);
    contenders.addAll(peers);
  }

  static PageMeasure dash(boolean linked) {
    return new PageMeasure(
        Streams.LADDER_DASH,
        linked,
        EnumSet.of(Contender.DASHJS, Contender.SHAKA, Contender.RXPLAYER));
  }

  static PageMeasure hls(boolean linked) {
    return new PageMeasure(Streams.LADDER_HLS, linked, EnumSet.of(Contender.HLSJS));
  }

  @Override
  public String id() {
    String kind = contenders.contains(Contender.HLSJS) ? "hls" : "dash";
    return "page." + kind + (linked ? ".link" : "");
  }

  @Override
  public String description() {
    return "A page with the player in its HTML, from navigation to the first frame, nothing cached. "
        + (linked
            ? "Page, gzipped code and media over 5 Mbit/s, 40 ms."
            : "As fast as the machine can.")
        + " Stream "
        + stream
        + ", all players as they come.";
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("navigationToFirstFrame", "navigation to first frame, ms", true),
        new Figure("loadstart", "navigation to an element with a source, ms", false));
  }

  @Override
  public boolean accepts(Contender contender) {
    return contenders.contains(contender);
  }

  @Override
  public int rounds(Options options) {
    return options.rounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    if (linked) {
      stage.shape(Stage.Shaped.MEDIA_AND_CODE, new Link(5e6, 40));
    }
    return stage.visit(stream);
  }
}
