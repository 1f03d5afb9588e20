package dev.offstage.engine.player;

import dev.offstage.engine.abr.BandwidthMeter;
import dev.offstage.engine.abr.BandwidthShare;
import dev.offstage.engine.config.AbrConfig;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.protocol.Event;
import dev.offstage.engine.stream.QualityChooser;
import dev.offstage.engine.stream.TrackStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The qualities of a session: one choice for each stream, and the application's say in it. The page
 * sees those of the leading stream: of the video, or of the audio where there is no video.
 */
final class QualityControl {
  /** Audio gets so much of the bandwidth, where its quality is to be chosen beside a video's. */
  private static final double AUDIO_SHARE = 0.2;

  private final int session;
  private final Event.Sink events;
  private final SessionQuality leading;
  private final SessionQuality audioBeside;
  private final BandwidthShare bandwidth;
  private boolean hasVideo;
  private double leadingBps;
  private double audioBps;

  QualityControl(
      int session,
      BandwidthMeter meter,
      BandwidthShare bandwidth,
      Supplier<AbrConfig> config,
      Event.Sink events) {
    this.bandwidth = bandwidth;
    this.session = session;
    this.events = events;
    leading = new SessionQuality(meter, bandwidth, config, 1);
    audioBeside = new SessionQuality(meter, bandwidth, config, AUDIO_SHARE);
  }

  /** Says whether audio stands beside a video. */
  void setHasVideo(boolean hasVideo) {
    this.hasVideo = hasVideo;
  }

  /** Who chooses for the stream of a type. */
  QualityChooser of(MediaType type) {
    return isLeading(type) ? leading : audioBeside;
  }

  /**
   * Pins a quality of the leading stream, or none if null.
   *
   * @return false if there is no such quality
   */
  boolean pin(TrackStream stream, @Nullable String qualityId) {
    Representation pinned = null;
    for (Representation candidate : stream.selection().first().representations()) {
      if (candidate.id().equals(qualityId)) {
        pinned = candidate;
      }
    }
    if (qualityId != null && pinned == null) {
      return false;
    }
    leading.pin(pinned);
    if (pinned != null) {
      stream.replaceOtherQualities(pinned.id());
    }
    return true;
  }

  /** Segments of this Representation are being loaded from now on. */
  void onQuality(MediaType type, Representation representation) {
    if (isLeading(type)) {
      leadingBps = representation.bandwidthBps();
      events.send(new Event.QualityChange(session, representation.id(), leading.isPinned()));
    } else {
      audioBps = representation.bandwidthBps();
      leading.reserve(audioBps);
    }
    bandwidth.use(leadingBps + audioBps);
  }

  private boolean isLeading(MediaType type) {
    return type == MediaType.VIDEO || !hasVideo;
  }
}
