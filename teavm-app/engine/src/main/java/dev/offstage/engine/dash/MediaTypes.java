package dev.offstage.engine.dash;

import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** What an AdaptationSet is made of, from whichever attribute says it. */
final class MediaTypes {
  private static final String[] VIDEO_CODECS = {
    "avc", "hvc", "hev", "vp8", "vp9", "vp08", "vp09", "av01", "dvh", "dva"
  };
  private static final String[] AUDIO_CODECS = {
    "mp4a", "opus", "Opus", "vorbis", "flac", "fLaC", "ac-3", "ec-3", "ac-4", "dts", "mp3"
  };
  private static final String[] TEXT_CODECS = {"stpp", "wvtt"};

  private MediaTypes() {}

  /**
   * @param elements within a Representation
   * @return null for images, applications, and what nobody says
   */
  static @Nullable MediaType of(Inherited elements) {
    String said = elements.attribute("contentType");
    MediaType type = byName(said);
    if (type == null && said == null) {
      XmlElement component = elements.child("ContentComponent");
      type = component == null ? null : byName(component.attribute("contentType"));
      String mimeType = elements.attribute("mimeType");
      if (type == null && mimeType != null) {
        type = byMimeType(mimeType);
      }
    }
    if (type == null && !"image".equals(said)) {
      type = byCodecs(elements.attribute("codecs"));
    }
    return type;
  }

  private static @Nullable MediaType byMimeType(String mimeType) {
    int slash = mimeType.indexOf('/');
    boolean isText = mimeType.startsWith("application/ttml");
    return isText ? MediaType.TEXT : slash < 0 ? null : byName(mimeType.substring(0, slash));
  }

  private static @Nullable MediaType byName(@Nullable String name) {
    if (name != null) {
      for (MediaType type : MediaType.values()) {
        if (type.wireName().equals(name)) {
          return type;
        }
      }
    }
    return null;
  }

  private static @Nullable MediaType byCodecs(@Nullable String codecs) {
    if (codecs == null) {
      return null;
    }
    String first = codecs.trim();
    return startsWithAny(first, VIDEO_CODECS)
        ? MediaType.VIDEO
        : startsWithAny(first, AUDIO_CODECS)
            ? MediaType.AUDIO
            : startsWithAny(first, TEXT_CODECS) ? MediaType.TEXT : null;
  }

  private static boolean startsWithAny(String text, String[] prefixes) {
    for (String prefix : prefixes) {
      if (text.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
