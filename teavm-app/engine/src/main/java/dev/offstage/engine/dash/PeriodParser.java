package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentAddressing.Listed;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** {@code Period} (ISO/IEC 23009-1, section 5.3.2). */
final class PeriodParser {
  private PeriodParser() {}

  /**
   * @param mpd the scope of the MPD
   * @param id unique
   * @param startS on the presentation's timeline
   * @param endS infinite where the MPD does not say it; then the segments do if they are listed
   * @param leftOut takes what must be left out, and why
   * @throws ParserException malformed, or unsupported as a whole
   */
  static Period parse(
      XmlElement element, Scope mpd, String id, double startS, double endS, List<String> leftOut) {
    Descriptors.checkEssential(element);
    Scope scope = mpd.enter(element).lasting(endS - startS);
    Ids ids = new Ids();
    Ids representationIds = new Ids();
    List<AdaptationSet> sets = new ArrayList<>();
    int number = 0;
    for (XmlElement child : element.children("AdaptationSet")) {
      String setId = ids.unique(child.attribute("id"), "set", ++number);
      try {
        Links.checkInline(child);
        AdaptationSet set =
            AdaptationSetParser.parse(child, scope.enter(child), setId, representationIds, leftOut);
        if (set != null) {
          sets.add(set);
        }
      } catch (ParserException e) {
        if (e.isMalformed()) {
          throw e;
        }
        leftOut.add(e.getMessage());
      }
    }
    return new Period(
        id, startS, Double.isInfinite(endS) ? startS + segmentsEndS(sets) : endS, sets);
  }

  /** When the last listed segment ends, in seconds of the period; infinite if none is listed. */
  private static double segmentsEndS(List<AdaptationSet> sets) {
    double end = 0;
    for (AdaptationSet set : sets) {
      for (Representation representation : set.representations()) {
        if (representation.segments() instanceof Listed listed) {
          SegmentIndex index = listed.index();
          end = index.count() == 0 ? end : Math.max(end, index.segment(index.count() - 1).endS());
        }
      }
    }
    return end > 0 ? end : Double.POSITIVE_INFINITY;
  }
}
