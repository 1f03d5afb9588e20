package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads a playlist (RFC 8216bis, section 4), and is the door of the package. Unknown tags and
 * attributes are passed over.
 */
public final class PlaylistParser {
  private static final String FIRST_LINE = "#EXTM3U";

  private final LineScanner line;
  private final HeaderBuilder header;
  private final MultivariantBuilder multivariant;
  private final MediaBuilder media;
  private boolean isMultivariant;
  private boolean isMedia;

  private PlaylistParser(
      Bytes data, String url, Variables imported, @Nullable MediaPlaylist previous) {
    line = new LineScanner(data);
    header = new HeaderBuilder(url, imported);
    multivariant = new MultivariantBuilder(url, header);
    media = new MediaBuilder(url, header, previous);
  }

  /**
   * Whether data begins as a playlist does.
   *
   * @param start the first bytes, 16 are enough
   */
  public static boolean isPlaylist(Bytes start) {
    LineScanner scanner = new LineScanner(start);
    return scanner.next() && isFirstLine(scanner);
  }

  /**
   * Reads a playlist of either kind.
   *
   * @param data UTF-8
   * @param url where it came from, after redirects, absolute
   * @throws ParserException malformed or unsupported
   */
  public static Playlist parse(Bytes data, String url) {
    return new PlaylistParser(data, url, Variables.NONE, null).parse(false);
  }

  /**
   * Reads a media playlist.
   *
   * @param data UTF-8
   * @param url where it came from, after redirects, absolute
   * @param imported what the multivariant playlist defines
   * @param previous what came at the last reload, or null; what both have in common is shared, and
   *     a delta update builds upon it
   * @throws ParserException malformed or unsupported
   */
  public static MediaPlaylist parseMedia(
      Bytes data, String url, Variables imported, @Nullable MediaPlaylist previous) {
    Playlist playlist;
    try {
      playlist = new PlaylistParser(data, url, imported, previous).parse(previous != null);
    } catch (ParserException e) {
      if (previous == null) {
        throw e;
      }
      // Where something was left out, all of it is read now: the error may not be one, or it has no
      // line.
      playlist = new PlaylistParser(data, url, imported, previous).parse(false);
    }
    if (playlist instanceof MediaPlaylist mediaPlaylist) {
      return mediaPlaylist;
    }
    throw ParserException.malformed("a multivariant playlist in place of a media playlist", url);
  }

  private Playlist parse(boolean leaveOutKnown) {
    if (!line.next() || !isFirstLine(line)) {
      throw line.malformed("not a playlist: no " + FIRST_LINE);
    }
    boolean mayLeaveOut = leaveOutKnown;
    while (line.next()) {
      if (line.isTag()) {
        takeTag();
      } else if (isMultivariant) {
        multivariant.takeUri(line);
      } else {
        isMedia = true;
        media.takeUri(line);
        if (mayLeaveOut) {
          mayLeaveOut = false;
          media.leaveOutKnown(line);
        }
      }
      if (isMedia && isMultivariant) {
        throw line.malformed("tags of a media and of a multivariant playlist");
      }
    }
    if (!isMedia && !isMultivariant) {
      throw line.malformed("neither segments nor variants");
    }
    return isMultivariant ? multivariant.build(line) : media.build(line);
  }

  private void takeTag() {
    String name = line.tagName();
    if (media.takeTag(name, line)) {
      isMedia = true;
    } else if (!header.takeTag(name, line) && multivariant.takeTag(name, line)) {
      isMultivariant = true;
    }
  }

  private static boolean isFirstLine(LineScanner line) {
    return line.startsWith(FIRST_LINE);
  }
}
