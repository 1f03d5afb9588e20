package dev.offstage.engine.hls;

import java.util.List;

/**
 * What a media playlist says besides its segments (RFC 8216bis, sections 4.4.3 and 4.4.5).
 *
 * @param targetDurationS no segment is longer, rounded to the nearest second
 * @param mediaSequence of the first segment, an integer up to 2^53
 * @param type {@code VOD}, {@code EVENT}, or empty
 * @param ended whether {@code EXT-X-ENDLIST} is there
 * @param iFramesOnly whether each segment is one key frame
 * @param partTargetS no part is longer; NaN where there are none
 * @param serverControl what the server can do
 * @param dateRanges in the order of the file
 * @param parts of segments at the end, in the order of the file
 * @param preloadHints what will be needed next
 * @param renditionReports how far other playlists are
 */
public record MediaInfo(
    double targetDurationS,
    double mediaSequence,
    String type,
    boolean ended,
    boolean iFramesOnly,
    double partTargetS,
    ServerControl serverControl,
    List<DateRangeTag> dateRanges,
    List<PartialSegment> parts,
    List<PreloadHint> preloadHints,
    List<RenditionReport> renditionReports) {
  public MediaInfo {
    dateRanges = List.copyOf(dateRanges);
    parts = List.copyOf(parts);
    preloadHints = List.copyOf(preloadHints);
    renditionReports = List.copyOf(renditionReports);
  }
}
