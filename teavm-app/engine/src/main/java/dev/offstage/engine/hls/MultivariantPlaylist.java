package dev.offstage.engine.hls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The presentation in its qualities and versions (RFC 8216bis, section 4.4.6). Everything is in the
 * order of the file.
 *
 * @param url where it came from, after redirects, absolute
 * @param header what it says of itself
 * @param variants at least one
 * @param iFrameVariants playlists of key frames alone
 * @param renditions of all groups
 * @param sessionData by tag
 * @param sessionKeys keys that media playlists will name, so that they can be asked for early
 * @param steering or null
 */
public record MultivariantPlaylist(
    String url,
    PlaylistHeader header,
    List<Variant> variants,
    List<Variant> iFrameVariants,
    List<Rendition> renditions,
    List<SessionData> sessionData,
    List<Key> sessionKeys,
    @Nullable ContentSteering steering)
    implements Playlist {
  public MultivariantPlaylist {
    variants = List.copyOf(variants);
    iFrameVariants = List.copyOf(iFrameVariants);
    renditions = List.copyOf(renditions);
    sessionData = List.copyOf(sessionData);
    sessionKeys = List.copyOf(sessionKeys);
  }

  @Override
  public int version() {
    return header.version();
  }
}
