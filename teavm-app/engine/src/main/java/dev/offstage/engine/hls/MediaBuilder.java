package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.DateRange;
import dev.offstage.engine.util.IsoDate;
import dev.offstage.engine.util.Numbers;
import dev.offstage.engine.util.Urls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what the tags of a media playlist say (RFC 8216bis, sections 4.4.3 to 4.4.5). */
final class MediaBuilder {
  private final String url;
  private final HeaderBuilder header;
  private final SegmentList segments;

  private double targetDurationS = Double.NaN;
  private double mediaSequence;
  private String type = "";
  private boolean ended;
  private boolean iFramesOnly;
  private double partTargetS = Double.NaN;
  private ServerControl serverControl = ServerControl.NONE;
  private final List<DateRangeTag> dateRanges = new ArrayList<>();
  private final List<PartialSegment> parts = new ArrayList<>();
  private final List<PreloadHint> preloadHints = new ArrayList<>();
  private final List<RenditionReport> renditionReports = new ArrayList<>();
  private double partsS;

  /**
   * @param previous the playlist before this reload, or null
   */
  MediaBuilder(String url, HeaderBuilder header, @Nullable MediaPlaylist previous) {
    this.url = url;
    this.header = header;
    this.segments = new SegmentList(url, previous);
  }

  /** Takes a tag, if it is one of a media playlist. */
  boolean takeTag(String name, LineScanner line) {
    switch (name) {
      case "EXT-X-TARGETDURATION" -> targetDurationS = number(line);
      case "EXT-X-MEDIA-SEQUENCE" -> {
        mediaSequence = Math.floor(number(line));
        segments.begin(mediaSequence, line);
      }
      case "EXT-X-DISCONTINUITY-SEQUENCE" -> segments.beginDiscontinuity(number(line), line);
      case "EXT-X-ENDLIST" -> ended = true;
      case "EXT-X-PLAYLIST-TYPE" -> type = line.value().trim();
      case "EXT-X-I-FRAMES-ONLY" -> iFramesOnly = true;
      case "EXT-X-PART-INF" -> partTargetS = header.attributes(line).number("PART-TARGET");
      case "EXT-X-SERVER-CONTROL" -> serverControl = serverControl(header.attributes(line));
      case "EXTINF" -> segments.nextDurationS = duration(line);
      case "EXT-X-BYTERANGE" -> segments.nextRange(line.value(), line);
      case "EXT-X-DISCONTINUITY" -> segments.discontinuity++;
      case "EXT-X-KEY" ->
          segments.setKey(KeyParser.parse(header.attributes(line), url), header.attributes(line));
      case "EXT-X-MAP" -> segments.setMap(header.attributes(line));
      case "EXT-X-PROGRAM-DATE-TIME" -> segments.nextDateMs = date(line.value(), line.where());
      case "EXT-X-GAP" -> segments.nextIsGap = true;
      case "EXT-X-BITRATE" -> segments.bitrateBps = number(line) * 1000;
      case "EXT-X-PART" -> addPart(header.attributes(line));
      case "EXT-X-DATERANGE" -> dateRanges.add(dateRange(header.attributes(line)));
      case "EXT-X-SKIP" -> skip(header.attributes(line));
      case "EXT-X-PRELOAD-HINT" -> preloadHints.add(preloadHint(header.attributes(line)));
      case "EXT-X-RENDITION-REPORT" -> renditionReports.add(report(header.attributes(line)));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Takes a line that is no tag. */
  void takeUri(LineScanner line) {
    String text = line.text();
    segments.add(text, header.variables().substitute(text, line.where()), targetDurationS, line);
    partsS = 0;
  }

  /**
   * Leaves out the text that was in the playlist before, too, once the first segment has been read.
   *
   * @return whether anything could be left out
   */
  boolean leaveOutKnown(LineScanner line) {
    MediaPlaylist previous = segments.previous();
    if (previous == null
        || !previous.header().variables().isSameAs(header.variables())
        || !segments.leaveOutKnown(line)) {
      return false;
    }
    double knownTo = previous.info().mediaSequence() + previous.count();
    for (DateRangeTag range : previous.info().dateRanges()) {
      if (range.mediaSequence() > mediaSequence && range.mediaSequence() < knownTo) {
        dateRanges.add(range);
      }
    }
    for (PartialSegment part : previous.info().parts()) {
      if (part.mediaSequence() > mediaSequence && part.mediaSequence() < knownTo) {
        parts.add(part);
      }
    }
    return true;
  }

  MediaPlaylist build(LineScanner end) {
    if (Double.isNaN(targetDurationS)) {
      throw end.malformed("no EXT-X-TARGETDURATION");
    }
    MediaInfo info =
        new MediaInfo(
            targetDurationS,
            mediaSequence,
            type,
            ended,
            iFramesOnly,
            partTargetS,
            serverControl,
            dateRanges,
            parts,
            preloadHints,
            renditionReports);
    return segments.build(header.build(), info);
  }

  private static double number(LineScanner line) {
    double number = Numbers.decimal(line.value());
    if (!(number >= 0)) {
      throw line.malformed(line.tagName() + ':' + line.value());
    }
    return number;
  }

  /** The duration in front of the title, which nothing needs. */
  private static double duration(LineScanner line) {
    String value = line.value();
    int comma = value.indexOf(',');
    double durationS = Numbers.decimal(comma < 0 ? value : value.substring(0, comma));
    if (!(durationS >= 0)) {
      throw line.malformed("EXTINF:" + value);
    }
    return durationS;
  }

  private static double date(String text, String where) {
    double ms = IsoDate.ms(text);
    if (Double.isNaN(ms)) {
      throw ParserException.malformed("no date: " + text, where);
    }
    return ms;
  }

  private static double dateOf(AttributeList tag, String name) {
    String text = tag.text(name);
    return text == null ? Double.NaN : date(text, tag.where());
  }

  private static ServerControl serverControl(AttributeList tag) {
    return new ServerControl(
        tag.number("CAN-SKIP-UNTIL"),
        tag.yes("CAN-SKIP-DATERANGES"),
        tag.number("HOLD-BACK"),
        tag.number("PART-HOLD-BACK"),
        tag.yes("CAN-BLOCK-RELOAD"));
  }

  private void addPart(AttributeList tag) {
    double durationS = tag.number("DURATION");
    if (Double.isNaN(durationS)) {
      throw ParserException.malformed("no DURATION", tag.where());
    }
    String partUrl = Urls.resolve(url, tag.required("URI"));
    String range = tag.text("BYTERANGE");
    double follows = 0;
    if (!parts.isEmpty()) {
      PartialSegment before = parts.get(parts.size() - 1);
      ByteRange rangeBefore = before.range();
      if (rangeBefore != null && before.url().equals(partUrl)) {
        follows = rangeBefore.last() + 1;
      }
    }
    parts.add(
        new PartialSegment(
            segments.nextMediaSequence(),
            segments.nextStartS(targetDurationS) + partsS,
            durationS,
            partUrl,
            range == null ? null : ByteRanges.parse(range, follows, tag.where()),
            tag.yes("INDEPENDENT"),
            tag.yes("GAP")));
    partsS += durationS;
  }

  private DateRangeTag dateRange(AttributeList tag) {
    Map<String, String> others = new HashMap<>();
    for (String name : tag.names()) {
      if (name.startsWith("X-") || name.startsWith("SCTE35-") || name.equals("CUE")) {
        others.put(name, tag.required(name));
      }
    }
    DateRange range =
        new DateRange(
            tag.required("ID"),
            tag.text("CLASS"),
            dateOf(tag, "START-DATE"),
            dateOf(tag, "END-DATE"),
            tag.number("DURATION"),
            tag.number("PLANNED-DURATION"),
            tag.yes("END-ON-NEXT"),
            others);
    return new DateRangeTag(segments.nextMediaSequence(), range);
  }

  private void skip(AttributeList tag) {
    segments.skip(tag.number("SKIPPED-SEGMENTS"), tag);
    String removed = tag.text("RECENTLY-REMOVED-DATERANGES");
    MediaPlaylist previous = segments.previous();
    if (removed != null && previous != null) {
      String ids = '\t' + removed + '\t';
      for (DateRangeTag range : previous.info().dateRanges()) {
        if (!ids.contains('\t' + range.range().id() + '\t')) {
          dateRanges.add(range);
        }
      }
    }
  }

  private PreloadHint preloadHint(AttributeList tag) {
    double first = tag.number("BYTERANGE-START");
    double length = tag.number("BYTERANGE-LENGTH");
    double from = Double.isNaN(first) ? 0 : first;
    return new PreloadHint(
        tag.required("TYPE"),
        Urls.resolve(url, tag.required("URI")),
        new ByteRange(from, length >= 1 ? from + length - 1 : ByteRange.OPEN_END));
  }

  private RenditionReport report(AttributeList tag) {
    return new RenditionReport(
        Urls.resolve(url, tag.required("URI")), tag.number("LAST-MSN"), tag.number("LAST-PART"));
  }
}
