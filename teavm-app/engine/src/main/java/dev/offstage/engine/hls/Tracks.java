package dev.offstage.engine.hls;

import dev.offstage.engine.codec.Codecs;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.BaseUrl;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.util.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts variants and renditions into tracks: variants of one codec are the qualities of a video
 * track; an audio track is what has the same name, language and codec in several groups. A variant
 * whose own media holds the sound is one video track that sounds.
 */
final class Tracks {
  /** What video is taken to need where it is not said: bits per second. */
  private static final int USUAL_VIDEO_BPS = 1_000_000;

  /** What audio is taken to need where it is not said: bits per second for each channel. */
  private static final int BPS_PER_CHANNEL = 64_000;

  /** What most streams without {@code CODECS} have. */
  private static final String USUAL_AUDIO = "mp4a.40.2";

  private final MultivariantPlaylist playlist;
  private final PlaylistIndexReader reader;
  private final Address known;
  private final SegmentIndex knownIndex;
  private final @Nullable String mediaCodecs;
  private final boolean isWebm;
  private final List<String> leftOut;
  private final List<VariantGroup> groups;
  private final List<TrackBuilder> tracks = new ArrayList<>();

  /**
   * @param known where the media playlist is that has been loaded
   * @param knownIndex what is in it
   * @param mediaCodecs what its media is made of, or null
   * @param isWebm whether that lies in WebM
   * @param leftOut gets what cannot be taken, and why
   */
  Tracks(
      MultivariantPlaylist playlist,
      PlaylistIndexReader reader,
      Address known,
      SegmentIndex knownIndex,
      @Nullable String mediaCodecs,
      boolean isWebm,
      List<String> leftOut) {
    this.isWebm = isWebm;
    this.playlist = playlist;
    this.reader = reader;
    this.known = known;
    this.knownIndex = knownIndex;
    this.mediaCodecs = mediaCodecs;
    this.leftOut = leftOut;
    this.groups = VariantGroup.of(playlist);
  }

  /** All tracks that there are, the first of each type to be preferred. */
  List<AdaptationSet> adaptationSets() {
    boolean hasVideo = false;
    for (VariantGroup group : groups) {
      hasVideo |= Codecs.video(codecs(group.variant())) != null;
    }
    for (int i = 0; i < groups.size(); i++) {
      if (hasVideo) {
        addVideo(groups.get(i), i + 1);
      } else {
        addAudioVariant(groups.get(i), i + 1);
      }
    }
    int number = 0;
    for (Rendition rendition : playlist.renditions()) {
      number++;
      if (rendition.type().equals("AUDIO")) {
        addAudio(rendition, number);
      } else if (!rendition.type().equals("CLOSED-CAPTIONS")) {
        leftOut.add(rendition.type() + ' ' + rendition.name());
      }
    }
    List<AdaptationSet> sets = new ArrayList<>();
    for (TrackBuilder track : tracks) {
      sets.add(track.build());
    }
    return sets;
  }

  private void addVideo(VariantGroup group, int number) {
    Variant variant = group.variant();
    String codecs = codecs(variant);
    String video = Codecs.video(codecs);
    String audio = Codecs.audio(codecs);
    if (video == null) {
      leftOut.add("a variant without video: " + variant.url());
      return;
    }
    // Others of the list come behind a discontinuity; the media says then what they are.
    video = Codecs.first(video);
    audio = audio == null ? null : Codecs.first(audio);
    boolean muxed = audio != null && !hasOwnPlaylists(variant.audio());
    if (muxed && Codecs.isMp3(audio)) {
      // Browsers want it without a container: the segments are loaded twice then, once for each.
      muxed = false;
      addMp3(group, number, audio);
    }
    Format format =
        new Format(
            "video/" + container(video),
            muxed ? video + ',' + audio : video,
            variant.width(),
            variant.height(),
            variant.frameRate(),
            0,
            0);
    String key = "video " + Codecs.family(video) + ' ' + variant.videoRange() + ' ' + muxed;
    track(key, MediaType.VIDEO, "video-" + number, null, null, List.of())
        .add(
            new Representation(
                "video-" + number,
                format,
                variant.bandwidthBps() > 0 ? variant.bandwidthBps() : USUAL_VIDEO_BPS,
                null,
                addressing(group.address()),
                0));
  }

  /** What holds media of some codecs, as far as may be told before any of it has come. */
  private String container(String codecs) {
    return isWebm && Codecs.isOfWebm(codecs) ? "webm" : "mp4";
  }

  private void addMp3(VariantGroup group, int number, String codecs) {
    TrackBuilder track = track("mp3", MediaType.AUDIO, "audio-" + number, null, null, List.of());
    if (track.representations.isEmpty()) {
      Format format = new Format("audio/mp4", codecs, 0, 0, 0, 0, 0);
      track.addAudio("audio-" + number, format, 2 * BPS_PER_CHANNEL, addressing(group.address()));
    }
  }

  private void addAudioVariant(VariantGroup group, int number) {
    Variant variant = group.variant();
    String codecs = Codecs.audio(codecs(variant));
    if (codecs == null) {
      leftOut.add("a variant of unknown codecs: " + variant.url());
      return;
    }
    codecs = Codecs.first(codecs);
    if (hasOwnPlaylists(variant.audio())) {
      return; // its renditions are the tracks
    }
    track(
            "audio " + Codecs.family(codecs),
            MediaType.AUDIO,
            "audio-" + number,
            null,
            null,
            List.of())
        .addAudio(
            "audio-" + number,
            new Format("audio/" + container(codecs), codecs, 0, 0, 0, 0, 0),
            variant.bandwidthBps() > 0 ? variant.bandwidthBps() : 2 * BPS_PER_CHANNEL,
            addressing(group.address()));
  }

  private void addAudio(Rendition rendition, int number) {
    VariantGroup user = null;
    for (VariantGroup group : groups) {
      if (user == null && rendition.groupId().equals(group.variant().audio())) {
        user = group;
      }
    }
    if (user == null || !hasOwnPlaylists(rendition.groupId())) {
      return; // of no variant, a copy in another place, or within the variants' own media
    }
    String said = Codecs.audio(user.variant().codecs());
    String codecs = Codecs.first(said == null ? USUAL_AUDIO : said);
    int channels = channels(rendition);
    String type = "audio/" + container(codecs);
    Format format = new Format(type, codecs, 0, 0, 0, rendition.sampleRateHz(), channels);
    String key =
        "audio "
            + rendition.name()
            + '\n'
            + rendition.language()
            + '\n'
            + channels
            + '\n'
            + Codecs.family(codecs);
    track(
            key,
            MediaType.AUDIO,
            "audio-" + number,
            rendition.language(),
            rendition.name(),
            roles(rendition))
        .addAudio(
            "audio-" + number,
            format,
            BPS_PER_CHANNEL * (channels == 0 ? 2 : channels),
            addressing(address(rendition, user)));
  }

  /** Where the rendition is, and where it is once more in the groups of redundant variants. */
  private Address address(Rendition rendition, VariantGroup user) {
    List<BaseUrl> places = new ArrayList<>();
    VariantGroup.addPlace(places, String.valueOf(rendition.url()));
    for (Variant copy : user.others()) {
      for (Rendition other : playlist.renditions()) {
        String url = other.url();
        if (url != null
            && other.type().equals("AUDIO")
            && other.groupId().equals(copy.audio())
            && other.name().equals(rendition.name())) {
          VariantGroup.addPlace(places, url);
        }
      }
    }
    return new Address(places, "");
  }

  private static List<String> roles(Rendition rendition) {
    String characteristics = rendition.characteristics();
    if (characteristics != null && characteristics.contains("describes-video")) {
      return List.of("description");
    }
    return rendition.isDefault()
        ? List.of("main")
        : rendition.autoselect() ? List.of() : List.of("alternate");
  }

  private static int channels(Rendition rendition) {
    String text = rendition.channels();
    if (text == null) {
      return 0;
    }
    int slash = text.indexOf('/');
    double count = Numbers.integer(slash < 0 ? text : text.substring(0, slash));
    return count > 0 && count < 256 ? (int) count : 0;
  }

  /** Whether a group of audio renditions is apart from the variants' own media, all of it. */
  private boolean hasOwnPlaylists(@Nullable String groupId) {
    boolean found = false;
    for (Rendition rendition : playlist.renditions()) {
      if (rendition.type().equals("AUDIO") && rendition.groupId().equals(groupId)) {
        if (rendition.url() == null) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  private @Nullable String codecs(Variant variant) {
    String said = variant.codecs();
    return Codecs.video(said) == null && Codecs.audio(said) == null ? mediaCodecs : said;
  }

  private SegmentAddressing addressing(Address address) {
    return new SegmentAddressing.Playlist(
        address, reader, address.url().equals(known.url()) ? knownIndex : null);
  }

  private TrackBuilder track(
      String key,
      MediaType type,
      String id,
      @Nullable String language,
      @Nullable String label,
      List<String> roles) {
    for (TrackBuilder track : tracks) {
      if (track.key.equals(key)) {
        return track;
      }
    }
    TrackBuilder track = new TrackBuilder(key, id, type, language, label, roles);
    tracks.add(track);
    return track;
  }

  /** A track that is being gathered. */
  private record TrackBuilder(
      String key,
      String id,
      MediaType type,
      @Nullable String language,
      @Nullable String label,
      List<String> roles,
      List<Representation> representations) {
    TrackBuilder(
        String key,
        String id,
        MediaType type,
        @Nullable String language,
        @Nullable String label,
        List<String> roles) {
      this(key, id, type, language, label, roles, new ArrayList<>());
    }

    /**
     * Adds a quality of sound. MP3 is offered in two ways, of which the one is taken that the
     * browser knows: as it is, and in MP4.
     */
    void addAudio(String id, Format format, int bandwidthBps, SegmentAddressing segments) {
      String codecs = format.codecs();
      if (codecs == null || !Codecs.isMp3(codecs)) {
        add(new Representation(id, format, bandwidthBps, null, segments, 0));
        return;
      }
      for (Format its : Format.mp3(format.audioSamplingRateHz(), format.audioChannels())) {
        String itsId = its.codecs() == null ? id : id + "-mp4";
        add(new Representation(itsId, its, bandwidthBps, null, segments, 0));
      }
    }

    /**
     * Adds a quality at its place, from the lowest bit rate up; of the same media the lower one.
     */
    void add(Representation added) {
      int at = 0;
      for (int i = 0; i < representations.size(); i++) {
        Representation other = representations.get(i);
        if (isSame(other.segments(), added.segments())
            && other.format().mimeType().equals(added.format().mimeType())) {
          return; // the same media for another group of audio
        }
        if (other.bandwidthBps() <= added.bandwidthBps()) {
          at = i + 1;
        }
      }
      representations.add(at, added);
    }

    private static boolean isSame(SegmentAddressing a, SegmentAddressing b) {
      return ((SegmentAddressing.Playlist) a)
          .address()
          .equals(((SegmentAddressing.Playlist) b).address());
    }

    AdaptationSet build() {
      return new AdaptationSet(id, type, language, label, roles, representations);
    }
  }
}
