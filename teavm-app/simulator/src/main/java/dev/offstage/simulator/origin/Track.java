package dev.offstage.simulator.origin;

import dev.offstage.engine.media.MediaType;
import java.util.List;

/**
 * A track in one or more qualities.
 *
 * @param id the manifest's {@code AdaptationSet@id}
 * @param language BCP 47, or empty
 * @param role a value of {@code urn:mpeg:dash:role:2011}, or empty
 * @param segmentS nominal length of a segment in seconds; real ones end at the next frame
 * @param gopS seconds between random access points; 0 where each frame is one
 * @param frameS how long a frame is
 */
public record Track(
    String id,
    MediaType type,
    String language,
    String role,
    double segmentS,
    double gopS,
    double frameS,
    List<Rendition> renditions) {
  public Track {
    renditions = List.copyOf(renditions);
  }

  /** The same in segments of another length. */
  Track withSegments(double lengthS) {
    return new Track(id, type, language, role, lengthS, gopS, frameS, renditions);
  }
}
