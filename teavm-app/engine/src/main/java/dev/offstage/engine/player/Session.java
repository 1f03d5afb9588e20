package dev.offstage.engine.player;

import dev.offstage.engine.abr.BandwidthMeter;
import dev.offstage.engine.abr.ThroughputPolicy;
import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkException;
import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.protocol.Event;
import dev.offstage.engine.stream.TrackSelection;
import dev.offstage.engine.stream.TrackStream;
import dev.offstage.engine.util.Cancelable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One stream on one element, from load to unload. A state machine that advances in {@link #tick},
 * level-triggered: every completion and every observation only notes a fact and asks for a tick.
 */
final class Session implements MediaSink.Listener, TrackStream.Listener {
  /** How far the session has come. */
  private enum State {
    /** The manifest is on its way; so is the MediaSource, to the page. */
    LOADING_MANIFEST,
    /** The MediaSource has been asked what it can play. */
    CHOOSING_TRACKS,
    /** Streams are being filled. */
    STREAMING,
    /** A fatal error has been reported. What is buffered may play out. */
    FAILED,
    /** Unloaded. */
    CLOSED
  }

  /** While time passes, the playhead is looked at this often. */
  private static final double POLL_MS = 250;

  /** Figures go to the page at most this often: its thread is not ours. */
  private static final double STATUS_MS = 500;

  /**
   * A stream may be this much ahead of the others when it asks for a segment. What is more would
   * take bandwidth from the one that playback waits for.
   */
  private static final double LEAD_S = 1;

  /** Audio gets so much of the bandwidth, where its quality is to be chosen beside a video's. */
  private static final double AUDIO_SHARE = 0.2;

  private final int id;
  private final Command.Load request;
  private final Platform platform;
  private final Event.Sink events;
  private final Loader loader;
  private final MediaSink sink;
  private final BandwidthMeter meter;
  private final SessionQuality videoQuality;
  private final SessionQuality audioQuality;
  private final ElementView element;
  private final List<TrackStream> streams = new ArrayList<>();

  private State state = State.LOADING_MANIFEST;
  private PlayerConfig config;
  private @Nullable Cancelable manifestLoad;
  private @Nullable TrackSelector selector;
  private @Nullable Presentation presentation;
  private boolean sinkOpen;
  private boolean buffersAdded;
  private boolean ended;
  private boolean tickPending;
  private @Nullable Cancelable pollTimer;
  private double lastStatusMs;
  private boolean statusDue;
  private @Nullable String earlyQualityId;

  Session(Command.Load request, Platform platform, BandwidthMeter meter, Event.Sink events) {
    this.id = request.session();
    this.request = request;
    this.platform = platform;
    this.events = events;
    this.meter = meter;
    this.config = request.config();
    this.loader =
        new Loader(
            platform.http(),
            platform.clock(),
            platform.scheduler(),
            platform.random(),
            meter,
            () -> config.network());
    // The handle travels first: page and element get ready while the manifest is being fetched.
    this.sink = platform.sinks().create(id, request.mseOnPage(), this);
    this.videoQuality = new SessionQuality(meter, new ThroughputPolicy(), () -> config.abr(), 1);
    this.audioQuality =
        new SessionQuality(meter, new ThroughputPolicy(), () -> config.abr(), AUDIO_SHARE);
    this.element = new ElementView(platform.clock());
  }

  void start() {
    manifestLoad =
        ManifestLoad.start(
            request.url(),
            loader,
            new ManifestLoad.Callback() {
              @Override
              public void onPresentation(Presentation loaded) {
                manifestLoad = null;
                onManifest(loaded);
              }

              @Override
              public void onFailed(PlayerError error) {
                manifestLoad = null;
                fail(error);
              }
            });
  }

  // What the page tells.

  void observe(Command.Observe observation) {
    element.observe(observation, playable());
    requestTick();
  }

  void elementError(Command.ElementError error) {
    fail(
        PlayerError.fatal(
                ErrorCode.ELEMENT_ERROR,
                error.message().isEmpty() ? "The media element failed." : error.message(),
                request.url())
            .with("mediaErrorCode", Integer.toString(error.mediaErrorCode())));
  }

  void setQuality(@Nullable String qualityId) {
    TrackStream stream = leadingStream();
    if (stream == null) {
      earlyQualityId = qualityId;
      return;
    }
    Representation pinned = null;
    for (Representation candidate : stream.selection().first().representations()) {
      if (candidate.id().equals(qualityId)) {
        pinned = candidate;
      }
    }
    if (qualityId != null && pinned == null) {
      warn(ErrorCode.BAD_ARGUMENT, "There is no quality \"" + qualityId + "\"; it stays as it is.");
      return;
    }
    qualityOf(stream.type()).pin(pinned);
    if (pinned != null) {
      stream.replaceOtherQualities(pinned.id());
    }
    requestTick();
  }

  void selectAudio(String trackId) {
    TrackStream stream = streamOf(MediaType.AUDIO);
    if (stream == null || selector == null) {
      return;
    }
    TrackSelection chosen = selector.select(MediaType.AUDIO, trackId, config.audioLanguage());
    if (chosen == null || !chosen.first().id().equals(trackId)) {
      warn(
          ErrorCode.BAD_ARGUMENT,
          "There is no audio track \"" + trackId + "\"; it stays as it is.");
      return;
    }
    stream.select(chosen);
    events.send(new Event.AudioChange(id, trackId));
    requestTick();
  }

  void configure(PlayerConfig changed) {
    config = changed;
    requestTick();
  }

  void crash(String reason) {
    fail(
        PlayerError.fatal(ErrorCode.ENGINE_FAILURE, "The engine failed: " + reason, request.url()));
  }

  void close() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    stopLoading();
    sink.close();
  }

  // What the MediaSource tells.

  @Override
  public void onOpen() {
    sinkOpen = true;
    requestTick();
  }

  @Override
  public void onClosed() {
    if (state != State.FAILED && state != State.CLOSED) {
      fail(
          PlayerError.fatal(
              ErrorCode.MEDIA_SOURCE_CLOSED,
              "The MediaSource was closed by something other than the player.",
              request.url()));
    }
  }

  // What the streams tell.

  @Override
  public void onChange() {
    statusDue = true;
    requestTick();
  }

  @Override
  public void onQuality(MediaType type, Representation representation) {
    if (type == MediaType.AUDIO && streamOf(MediaType.VIDEO) != null) {
      videoQuality.reserve(representation.bandwidthBps());
      return;
    }
    events.send(new Event.QualityChange(id, representation.id(), qualityOf(type).isPinned()));
  }

  @Override
  public void onFailed(PlayerError error) {
    fail(error);
  }

  // The machine.

  private void onManifest(Presentation loaded) {
    presentation = loaded;
    selector = new TrackSelector(loaded);
    state = State.CHOOSING_TRACKS;
    List<String> types = selector.typesToQuery();
    sink.querySupport(
        types,
        supported -> {
          if (state == State.CHOOSING_TRACKS && selector != null) {
            selector.setSupport(supported);
            chooseTracks(loaded, selector);
          }
        });
  }

  private void chooseTracks(Presentation loaded, TrackSelector chooser) {
    TrackSelection video = chooser.select(MediaType.VIDEO, null, "");
    TrackSelection audio = chooser.select(MediaType.AUDIO, null, config.audioLanguage());
    if (video == null && audio == null) {
      fail(
          PlayerError.fatal(
                  ErrorCode.NO_PLAYABLE_REPRESENTATION,
                  "This browser can play none of what the manifest offers.",
                  request.url())
              .with("types", String.join(", ", chooser.typesToQuery()))
              .with("leftOut", String.join("; ", loaded.leftOut())));
      return;
    }
    if (video == null && chooser.offers(MediaType.VIDEO)) {
      warn(
          ErrorCode.NO_PLAYABLE_REPRESENTATION,
          "This browser can play none of the video that the manifest offers; there is only audio.");
    }
    if (video != null) {
      streams.add(newStream(MediaType.VIDEO, loaded, video, videoQuality));
    }
    if (audio != null) {
      SessionQuality quality = video == null ? videoQuality : audioQuality;
      streams.add(newStream(MediaType.AUDIO, loaded, audio, quality));
    }
    double startS = startPosition(loaded);
    element.start(startS);
    state = State.STREAMING;
    events.send(SessionMessages.loaded(id, loaded.durationS(), startS, chooser, streams));
    if (startS > 0) {
      events.send(new Event.SeekTo(id, startS, false));
    }
    if (earlyQualityId != null) {
      setQuality(earlyQualityId);
    }
    tick();
  }

  private TrackStream newStream(
      MediaType type, Presentation loaded, TrackSelection selection, SessionQuality quality) {
    return new TrackStream(type, loaded, selection, quality, loader, new AppendQueue(), this);
  }

  private double startPosition(Presentation loaded) {
    double wanted = Double.isNaN(request.startTimeS()) ? 0 : request.startTimeS();
    return Math.max(0, Math.min(wanted, loaded.durationS()));
  }

  private void requestTick() {
    if (!tickPending && state == State.STREAMING) {
      tickPending = true;
      platform
          .scheduler()
          .schedule(
              0,
              () -> {
                tickPending = false;
                tick();
              });
    }
  }

  private void tick() {
    if (state != State.STREAMING) {
      return;
    }
    addBuffersWhenOpen();
    if (state != State.STREAMING) {
      return; // the browser has refused a buffer
    }
    TimeRanges there = playable();
    element.advance(there);
    double positionS = element.positionS();
    BufferConfig goals = goals();
    boolean complete = true;
    boolean settled = true;
    for (TrackStream stream : streams) {
      stream.look(positionS, goals);
    }
    for (TrackStream stream : streams) {
      stream.act(levelFor(stream));
      if (state != State.STREAMING) {
        return; // a stream has failed
      }
      complete &= stream.isComplete();
      settled &= stream.isSettledAt(element.neededToS());
    }
    if (!complete) {
      ended = false;
    } else if (!ended && buffersAdded) {
      ended = true;
      sink.endOfStream();
    }
    double jumpS = element.gapJump(bufferedByTrack(), settled);
    if (!Double.isNaN(jumpS)) {
      events.send(new Event.SeekTo(id, jumpS, true));
    }
    sendStatus();
    poll();
  }

  /**
   * The application's. But where one track is over, the element goes on only when all the others
   * have come to their end, too, and the end of the stream is known.
   */
  private BufferConfig goals() {
    for (TrackStream stream : streams) {
      if (stream.isOverAt(element.neededToS())) {
        return new BufferConfig(Double.POSITIVE_INFINITY, config.buffer().behindS());
      }
    }
    return config.buffer();
  }

  /** Up to where a stream may start segments: not far ahead of what the others still miss. */
  private double levelFor(TrackStream stream) {
    double levelS = Double.POSITIVE_INFINITY;
    for (TrackStream other : streams) {
      if (other != stream) {
        levelS = Math.min(levelS, other.missingFromS() + LEAD_S);
      }
    }
    return levelS;
  }

  private void addBuffersWhenOpen() {
    if (!sinkOpen || buffersAdded || presentation == null) {
      return;
    }
    buffersAdded = true;
    // All buffers first: a browser may take the first init segment for the whole story.
    List<SinkBuffer> buffers = new ArrayList<>();
    for (TrackStream stream : streams) {
      AdaptationSet set = stream.selection().first();
      String contentType = set.representations().get(0).format().contentType();
      try {
        buffers.add(sink.addBuffer(contentType));
      } catch (SinkException e) {
        fail(
            PlayerError.fatal(
                ErrorCode.APPEND_REJECTED,
                "The browser takes no " + contentType + " (" + e.getMessage() + ").",
                request.url()));
        return;
      }
    }
    sink.setDuration(presentation.durationS());
    for (int i = 0; i < streams.size(); i++) {
      streams.get(i).queue().attach(buffers.get(i));
    }
  }

  private List<TimeRanges> bufferedByTrack() {
    List<TimeRanges> buffered = new ArrayList<>();
    for (TrackStream stream : streams) {
      buffered.add(stream.queue().buffered());
    }
    return buffered;
  }

  /** What all streams have buffered. */
  private TimeRanges playable() {
    TimeRanges there = null;
    for (TrackStream stream : streams) {
      TimeRanges buffered = stream.queue().buffered();
      there = there == null ? buffered : there.intersect(buffered);
    }
    return there == null ? TimeRanges.EMPTY : there;
  }

  private void poll() {
    if (pollTimer == null && (element.isWatched() || statusDue)) {
      pollTimer =
          platform
              .scheduler()
              .schedule(
                  POLL_MS,
                  () -> {
                    pollTimer = null;
                    tick();
                  });
    }
  }

  private void sendStatus() {
    double now = platform.clock().nowMs();
    if (now - lastStatusMs < STATUS_MS || !(statusDue || element.isMoving())) {
      return;
    }
    lastStatusMs = now;
    statusDue = false;
    events.send(
        new Event.Status(
            id,
            element.positionS(),
            meter.estimateBps(0),
            bufferedOf(MediaType.VIDEO),
            bufferedOf(MediaType.AUDIO),
            loader.bytesLoaded(),
            loader.requestCount(),
            loader.retryCount(),
            now));
  }

  private TimeRanges bufferedOf(MediaType type) {
    TrackStream stream = streamOf(type);
    return stream == null ? TimeRanges.EMPTY : stream.queue().buffered();
  }

  private @Nullable TrackStream streamOf(MediaType type) {
    for (TrackStream stream : streams) {
      if (stream.type() == type) {
        return stream;
      }
    }
    return null;
  }

  /** The stream whose qualities the page sees. */
  private @Nullable TrackStream leadingStream() {
    return streams.isEmpty() ? null : streams.get(0);
  }

  private SessionQuality qualityOf(MediaType type) {
    return type == MediaType.AUDIO && streamOf(MediaType.VIDEO) != null
        ? audioQuality
        : videoQuality;
  }

  private void warn(ErrorCode code, String message) {
    events.send(
        new Event.Failed(id, new PlayerError(code, false, message, request.url(), Map.of())));
  }

  private void fail(PlayerError error) {
    if (state == State.FAILED || state == State.CLOSED) {
      return;
    }
    state = State.FAILED;
    stopLoading();
    events.send(new Event.Failed(id, error));
  }

  private void stopLoading() {
    if (manifestLoad != null) {
      manifestLoad.cancel();
      manifestLoad = null;
    }
    if (pollTimer != null) {
      pollTimer.cancel();
      pollTimer = null;
    }
    for (TrackStream stream : streams) {
      stream.close();
    }
  }
}
