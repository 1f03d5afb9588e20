package dev.offstage.engine.presentation;

import dev.offstage.engine.media.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One track in several qualities: one language, one camera (ISO/IEC 23009-1, section 5.3.3).
 *
 * @param id unique within its period
 * @param type what it is made of
 * @param language BCP 47, or null where the manifest says nothing
 * @param label for people, or null
 * @param roles the values of {@code Role} (scheme {@code urn:mpeg:dash:role:2011}), maybe none
 * @param representations at least one, from the lowest bit rate to the highest
 */
public record AdaptationSet(
    String id,
    MediaType type,
    @Nullable String language,
    @Nullable String label,
    List<String> roles,
    List<Representation> representations) {
  public AdaptationSet {
    roles = List.copyOf(roles);
    representations = List.copyOf(representations);
  }

  /** The same track with fewer qualities. */
  public AdaptationSet withRepresentations(List<Representation> kept) {
    return new AdaptationSet(id, type, language, label, roles, kept);
  }
}
