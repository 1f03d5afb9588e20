package dev.offstage.engine.hls;

import dev.offstage.engine.util.Numbers;
import dev.offstage.engine.util.Urls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what the tags of a multivariant playlist say (RFC 8216bis, section 4.4.6). */
final class MultivariantBuilder {
  private final String url;
  private final HeaderBuilder header;
  private final List<Variant> variants = new ArrayList<>();
  private final List<Variant> iFrameVariants = new ArrayList<>();
  private final List<Rendition> renditions = new ArrayList<>();
  private final List<SessionData> sessionData = new ArrayList<>();
  private final List<Key> sessionKeys = new ArrayList<>();
  private @Nullable ContentSteering steering;

  /** The tag whose URI the next line is. */
  private @Nullable AttributeList variantTag;

  MultivariantBuilder(String url, HeaderBuilder header) {
    this.url = url;
    this.header = header;
  }

  /** Takes a tag, if it is one of a multivariant playlist. */
  boolean takeTag(String name, LineScanner line) {
    switch (name) {
      case "EXT-X-STREAM-INF" -> variantTag = header.attributes(line);
      case "EXT-X-I-FRAME-STREAM-INF" -> {
        AttributeList tag = header.attributes(line);
        iFrameVariants.add(variant(tag, tag.required("URI")));
      }
      case "EXT-X-MEDIA" -> renditions.add(rendition(header.attributes(line)));
      case "EXT-X-SESSION-DATA" -> sessionData.add(sessionData(header.attributes(line)));
      case "EXT-X-SESSION-KEY" -> {
        Key key = KeyParser.parse(header.attributes(line), url);
        if (key != null) {
          sessionKeys.add(key);
        }
      }
      case "EXT-X-CONTENT-STEERING" -> {
        AttributeList tag = header.attributes(line);
        steering =
            new ContentSteering(
                Urls.resolve(url, tag.required("SERVER-URI")), orElse(tag.text("PATHWAY-ID"), ""));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Takes a line that is no tag. */
  void takeUri(LineScanner line) {
    AttributeList tag = variantTag;
    if (tag == null) {
      throw line.malformed("a URI without EXT-X-STREAM-INF");
    }
    variantTag = null;
    variants.add(variant(tag, header.uri(line)));
  }

  MultivariantPlaylist build(LineScanner end) {
    if (variantTag != null || variants.isEmpty()) {
      throw end.malformed("a multivariant playlist without a variant's URI");
    }
    return new MultivariantPlaylist(
        url,
        header.build(),
        variants,
        iFrameVariants,
        renditions,
        sessionData,
        sessionKeys,
        steering);
  }

  private Variant variant(AttributeList tag, String reference) {
    String resolution = tag.text("RESOLUTION");
    double[] size = resolution == null ? new double[2] : size(resolution);
    double frameRate = tag.number("FRAME-RATE");
    return new Variant(
        Urls.resolve(url, reference),
        tag.integer("BANDWIDTH"),
        tag.integer("AVERAGE-BANDWIDTH"),
        tag.number("SCORE"),
        tag.text("CODECS"),
        tag.text("SUPPLEMENTAL-CODECS"),
        (int) size[0],
        (int) size[1],
        Double.isNaN(frameRate) ? 0 : frameRate,
        tag.text("HDCP-LEVEL"),
        tag.text("ALLOWED-CPC"),
        tag.text("VIDEO-RANGE"),
        tag.text("REQ-VIDEO-LAYOUT"),
        tag.text("STABLE-VARIANT-ID"),
        orElse(tag.text("PATHWAY-ID"), "."),
        tag.text("AUDIO"),
        tag.text("VIDEO"),
        tag.text("SUBTITLES"),
        tag.text("CLOSED-CAPTIONS"));
  }

  /** Width and height; zeros where it is no resolution, which nothing depends on. */
  private static double[] size(String resolution) {
    int cross = Math.max(resolution.indexOf('x'), resolution.indexOf('X'));
    if (cross > 0) {
      double width = Numbers.integer(resolution.substring(0, cross));
      double height = Numbers.integer(resolution.substring(cross + 1));
      if (width > 0 && height > 0 && width < 1e6 && height < 1e6) {
        return new double[] {width, height};
      }
    }
    return new double[2];
  }

  private Rendition rendition(AttributeList tag) {
    String reference = tag.text("URI");
    String language = tag.text("LANGUAGE");
    boolean isDefault = tag.yes("DEFAULT");
    return new Rendition(
        tag.required("TYPE"),
        tag.required("GROUP-ID"),
        orElse(tag.text("NAME"), orElse(language, "")),
        reference == null ? null : Urls.resolve(url, reference),
        language,
        tag.text("ASSOC-LANGUAGE"),
        isDefault,
        isDefault || tag.yes("AUTOSELECT"),
        tag.yes("FORCED"),
        tag.text("INSTREAM-ID"),
        tag.text("CHARACTERISTICS"),
        tag.text("CHANNELS"),
        tag.integer("BIT-DEPTH"),
        tag.integer("SAMPLE-RATE"),
        tag.text("STABLE-RENDITION-ID"));
  }

  private SessionData sessionData(AttributeList tag) {
    String reference = tag.text("URI");
    return new SessionData(
        tag.required("DATA-ID"),
        tag.text("VALUE"),
        reference == null ? null : Urls.resolve(url, reference),
        orElse(tag.text("FORMAT"), "JSON"),
        tag.text("LANGUAGE"));
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null ? other : text;
  }
}
