package dev.offstage.simulator.origin;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.MediaType;
import dev.offstage.simulator.media.VirtualBytes;
import dev.offstage.simulator.net.Server;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves one movie: its manifest, and segments of the sizes that their bit rates make. */
public final class Origin implements Server {
  private static final int TIMESCALE = 90_000;

  private final String baseUrl;
  private final Map<String, MediaFile> resources = new LinkedHashMap<>();

  /** Files that nobody has asked for so far, and may never do. */
  private final Map<String, Supplier<VirtualBytes>> unwritten = new HashMap<>();

  private final Map<String, LivePlaylist> livePlaylists = new LinkedHashMap<>();
  private final DoubleSupplier nowS;
  private final String manifestName;
  private final String manifest;
  private final int mirrors;

  /**
   * @param baseUrl where everything lies, with a slash at its end
   */
  public Origin(String baseUrl, Movie movie) {
    this(baseUrl, movie, null, () -> 0);
  }

  /**
   * @param baseUrl where everything lies, with a slash at its end
   * @param broadcast how the movie goes out live, as HLS; null for on demand
   * @param nowS seconds since the broadcast's moment 0
   */
  public Origin(String baseUrl, Movie movie, @Nullable Broadcast broadcast, DoubleSupplier nowS) {
    this.baseUrl = baseUrl;
    this.nowS = nowS;
    mirrors = movie.mirrors();
    boolean isHls = movie.scheme().isHls();
    manifestName = isHls ? "main.m3u8" : "manifest.mpd";
    manifest =
        isHls
            ? new HlsWriter(movie, this::putFile, broadcast, this::putPlaylist, this::mirror)
                .write()
            : writeManifest(movie);
    put(manifestUrl(), VirtualBytes.of(manifest));
  }

  /** Where a mirror has everything, from 1 on; 0 is the place of the manifest itself. */
  public String mirror(int number) {
    return number == 0 ? baseUrl : "https://mirror" + number + ".example/movie/";
  }

  public String manifestUrl() {
    return baseUrl + manifestName;
  }

  /** The manifest's text. */
  public String manifest() {
    return manifest;
  }

  @Override
  public Response get(String url, @Nullable ByteRange range) {
    LivePlaylist playlist = livePlaylists.get(inFirstPlace(url));
    if (playlist != null) {
      return new Response(200, url, VirtualBytes.of(playlist.text(nowS.getAsDouble())));
    }
    MediaFile file = file(inFirstPlace(url));
    if (file == null) {
      return new Response(404, url, VirtualBytes.of("not found"));
    }
    if (range == null) {
      return new Response(200, url, file.slice(0, file.sizeBytes()));
    }
    if (range.first() >= file.sizeBytes()) {
      return new Response(416, url, VirtualBytes.of("range not satisfiable"));
    }
    long end = (long) Math.min(range.last() + 1, file.sizeBytes());
    return new Response(206, url, file.slice((long) range.first(), end));
  }

  private @Nullable MediaFile file(String url) {
    Supplier<VirtualBytes> body = unwritten.remove(url);
    if (body != null) {
      put(url, body.get());
    }
    return resources.get(url);
  }

  private void putFile(String path, Supplier<VirtualBytes> body) {
    unwritten.put(baseUrl + path, body);
  }

  private void putPlaylist(String path, LivePlaylist playlist) {
    livePlaylists.put(baseUrl + path, playlist);
  }

  private void put(String url, VirtualBytes body) {
    resources.put(url, new MediaFile(List.of(body)));
  }

  private String inFirstPlace(String url) {
    for (int i = 1; i <= mirrors; i++) {
      if (url.startsWith(mirror(i))) {
        return baseUrl + url.substring(mirror(i).length());
      }
    }
    return url;
  }

  private String writeManifest(Movie movie) {
    StringBuilder mpd = new StringBuilder();
    mpd.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"")
        .append(" profiles=\"urn:mpeg:dash:profile:full:2011\" minBufferTime=\"PT2S\"")
        .append(" mediaPresentationDuration=\"PT")
        .append(movie.durationS())
        .append("S\">\n");
    for (int i = 0; i <= mirrors && mirrors > 0; i++) {
      mpd.append("<BaseURL serviceLocation=\"place").append(i).append("\">").append(mirror(i));
      mpd.append("</BaseURL>\n");
    }
    double startS = 0;
    for (int period = 0; period < movie.periodsS().size(); period++) {
      double lengthS = movie.periodsS().get(period);
      mpd.append("<Period id=\"p").append(period).append("\" duration=\"PT").append(lengthS);
      mpd.append("S\"><BaseURL>p").append(period).append("/</BaseURL>\n");
      for (Track track : movie.tracks()) {
        if (!movie.absent().contains(period + "/" + track.id())) {
          writeTrack(mpd, movie, period, startS, track);
        }
      }
      mpd.append("</Period>\n");
      startS += lengthS;
    }
    return mpd.append("</MPD>\n").toString();
  }

  private void writeTrack(
      StringBuilder mpd, Movie movie, int period, double periodStartS, Track track) {
    String type = track.type().wireName();
    mpd.append("<AdaptationSet id=\"").append(track.id()).append("\" contentType=\"").append(type);
    mpd.append("\" mimeType=\"").append(type).append("/mp4\"");
    if (!track.language().isEmpty()) {
      mpd.append(" lang=\"").append(track.language()).append('"');
    }
    mpd.append(">\n");
    if (!track.role().isEmpty()) {
      mpd.append("<Role schemeIdUri=\"urn:mpeg:dash:role:2011\" value=\"");
      mpd.append(track.role()).append("\"/>\n");
    }
    for (Rendition rendition : track.renditions()) {
      mpd.append("<Representation id=\"").append(rendition.id()).append("\" bandwidth=\"");
      mpd.append(rendition.bandwidthBps()).append("\" codecs=\"").append(rendition.codecs());
      mpd.append('"');
      if (track.type() == MediaType.VIDEO) {
        mpd.append(" width=\"").append(rendition.height() * 16 / 9).append("\" height=\"");
        mpd.append(rendition.height()).append("\" frameRate=\"25\"");
      }
      mpd.append('>');
      writeAddressing(
          mpd,
          movie,
          period,
          rendition,
          new SegmentPlan(movie, period, periodStartS, track, rendition));
      mpd.append("</Representation>\n");
    }
    mpd.append("</AdaptationSet>\n");
  }

  private void writeAddressing(
      StringBuilder mpd, Movie movie, int period, Rendition rendition, SegmentPlan plan) {
    String folder = baseUrl + "p" + period + "/" + rendition.id() + "/";
    long offset = ticks(movie.mediaStartS());
    String timing = " timescale=\"" + TIMESCALE + "\" presentationTimeOffset=\"" + offset + "\"";
    switch (movie.scheme()) {
      case NUMBER -> {
        long duration = ticks(plan.segments().get(0).nominalEndS());
        mpd.append("<SegmentTemplate").append(timing).append(" duration=\"").append(duration);
        mpd.append("\" startNumber=\"1\" initialization=\"$RepresentationID$/init.mp4\"");
        mpd.append(" media=\"$RepresentationID$/$Number$.m4s\"/>");
        put(folder + "init.mp4", plan.init().toBytes());
        for (SegmentPlan.Planned planned : plan.segments()) {
          put(folder + (planned.tag().position() + 1) + ".m4s", planned.tag().toBytes());
        }
      }
      case TIMELINE -> {
        mpd.append("<SegmentTemplate").append(timing);
        mpd.append(" initialization=\"$RepresentationID$/init.mp4\"");
        mpd.append(" media=\"$RepresentationID$/t$Time$.m4s\"><SegmentTimeline>");
        put(folder + "init.mp4", plan.init().toBytes());
        for (SegmentPlan.Planned planned : plan.segments()) {
          long start = offset + ticks(planned.nominalStartS());
          long end = offset + ticks(planned.nominalEndS());
          mpd.append("<S t=\"").append(start).append("\" d=\"").append(end - start).append("\"/>");
          put(folder + "t" + start + ".m4s", planned.tag().toBytes());
        }
        mpd.append("</SegmentTimeline></SegmentTemplate>");
      }
      case LIST -> {
        long duration = ticks(plan.segments().get(0).nominalEndS());
        mpd.append("<SegmentList").append(timing).append(" duration=\"").append(duration);
        mpd.append("\"><Initialization sourceURL=\"")
            .append(rendition.id())
            .append("/init.mp4\"/>");
        put(folder + "init.mp4", plan.init().toBytes());
        for (SegmentPlan.Planned planned : plan.segments()) {
          String name = "seg" + planned.tag().position() + ".m4s";
          mpd.append("<SegmentURL media=\"").append(rendition.id()).append('/').append(name);
          mpd.append("\"/>");
          put(folder + name, planned.tag().toBytes());
        }
        mpd.append("</SegmentList>");
      }
      case HLS, HLS_TS, HLS_MUXED -> throw new IllegalArgumentException("no scheme of an MPD");
      case BASE -> {
        int initBytes = plan.init().sizeBytes();
        int indexEnd = initBytes + SidxWriter.sizeBytes(plan) - 1;
        mpd.append("<BaseURL>").append(rendition.id()).append(".mp4</BaseURL><SegmentBase");
        mpd.append(timing).append(" indexRange=\"").append(initBytes).append('-');
        mpd.append(indexEnd).append("\"><Initialization range=\"0-").append(initBytes - 1);
        mpd.append("\"/></SegmentBase>");
        resources.put(
            baseUrl + "p" + period + "/" + rendition.id() + ".mp4",
            plan.file(SidxWriter.write(plan, TIMESCALE, movie.mediaStartS())));
      }
    }
  }

  private static long ticks(double timeS) {
    return Math.round(timeS * TIMESCALE);
  }
}
