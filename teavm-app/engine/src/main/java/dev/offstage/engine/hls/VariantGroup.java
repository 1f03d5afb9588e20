package dev.offstage.engine.hls;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.BaseUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Variants that are the same in several places, the preferred one first: what was encoded once and
 * is served twice differs in nothing but where it is (RFC 8216bis, section 6.2.4).
 */
record VariantGroup(Variant variant, List<Variant> others) {
  /**
   * Groups variants in the order of the playlist, those of the pathway first that it wants to begin
   * with (section 4.4.6.6).
   */
  static List<VariantGroup> of(MultivariantPlaylist playlist) {
    ContentSteering steering = playlist.steering();
    String pathway = steering == null ? "" : steering.pathwayId();
    List<Variant> variants = new ArrayList<>();
    int preferred = 0;
    for (Variant variant : playlist.variants()) {
      variants.add(variant.pathwayId().equals(pathway) ? preferred++ : variants.size(), variant);
    }
    List<VariantGroup> groups = new ArrayList<>();
    for (Variant variant : variants) {
      VariantGroup same = null;
      for (VariantGroup group : groups) {
        // With more than a few dozen variants nobody looks for copies.
        if (groups.size() <= 64 && isSame(group.variant, variant)) {
          same = group;
        }
      }
      if (same == null) {
        groups.add(new VariantGroup(variant, new ArrayList<>()));
      } else {
        same.others.add(variant);
      }
    }
    return groups;
  }

  /** Where its media playlist is. */
  Address address() {
    List<BaseUrl> places = new ArrayList<>();
    addPlace(places, variant.url());
    for (Variant other : others) {
      addPlace(places, other.url());
    }
    return new Address(places, "");
  }

  /** Adds a place that fails by itself. */
  static void addPlace(List<BaseUrl> places, String url) {
    for (BaseUrl place : places) {
      if (place.url().equals(url)) {
        return;
      }
    }
    places.add(new BaseUrl(url, url, places.size()));
  }

  private static boolean isSame(Variant a, Variant b) {
    return a.bandwidthBps() == b.bandwidthBps()
        && a.bandwidthBps() > 0
        && a.width() == b.width()
        && a.height() == b.height()
        && a.frameRate() == b.frameRate()
        && Objects.equals(a.codecs(), b.codecs())
        && Objects.equals(a.videoRange(), b.videoRange());
  }
}
