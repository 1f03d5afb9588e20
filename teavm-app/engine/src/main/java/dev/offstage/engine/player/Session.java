package dev.offstage.engine.player;

import dev.offstage.engine.abr.BandwidthMeter;
import dev.offstage.engine.abr.BandwidthShare;
import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.HeapBytes;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.presentation.DateRange;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.protocol.Event;
import dev.offstage.engine.stream.MediaTimelines;
import dev.offstage.engine.stream.Playlists;
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
final class Session implements Playback.Listener, TrackStream.Listener {
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

  /** {@code MediaError.MEDIA_ERR_DECODE}: HTML, section 4.8.11.1. */
  private static final int MEDIA_ERR_DECODE = 3;

  /** What breaks again and again is beyond repair. */
  private static final int MOST_DECODE_REPAIRS = 2;

  /** By so much a stuck element is moved at first: less than anyone notices. */
  private static final double NUDGE_S = 0.02;

  /** By so much at the second try: it should get over a frame that cannot be decoded. */
  private static final double STEP_OVER_S = 0.3;

  private static final MediaType[] PLAYED_TYPES = {MediaType.VIDEO, MediaType.AUDIO};

  private final int id;
  private final Command.Load request;
  private final Platform platform;
  private final Event.Sink events;
  private final PageHook hook;
  private final Loader loader;
  private final BandwidthShare share;
  private final QualityControl qualities;
  private final ElementView element;
  private final Pulse pulse;
  private final StatusReport status;
  private final StuckWatch stuckWatch = new StuckWatch();
  private final MediaTimelines timelines = new MediaTimelines();
  private final Playlists playlists = new Playlists();
  private final ToldTags toldTags = new ToldTags();
  private final LiveView live;

  private final StallMeter stalls = new StallMeter();
  private State state = State.LOADING_MANIFEST;
  private PlayerConfig config;
  private @Nullable Cancelable manifestLoad;
  private Playback playback;
  private @Nullable PlayedTracks tracks;
  private @Nullable Span span;
  private double durationS;
  private int decodeRepairs;
  private @Nullable String earlyQualityId;

  /** An append that has been refused, until it is known why. */
  private @Nullable Refusal refusal;

  Session(
      Command.Load request,
      Platform platform,
      BandwidthMeter meter,
      BandwidthShare share,
      Event.Sink events) {
    this.share = share;
    this.id = request.session();
    this.request = request;
    this.platform = platform;
    this.events = events;
    this.config = request.config();
    this.earlyQualityId = request.choices().qualityId();
    this.hook = new PageHook(id, events);
    this.loader =
        new Loader(
            platform.http(),
            platform.aes(),
            hook,
            platform.clock(),
            platform.scheduler(),
            platform.random(),
            share,
            () -> config.network());
    this.qualities = new QualityControl(id, meter, share, () -> config.abr(), events);
    this.element = new ElementView(platform.clock());
    this.pulse = new Pulse(platform.clock(), platform.scheduler(), this::tick);
    this.live = new LiveView(request.url());
    this.status = new StatusReport(id, meter, loader, events);
    // The handle travels first: page and element get ready while the manifest is being fetched.
    this.playback = newPlayback();
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
    TimeRanges there = playback.playable();
    element.observe(observation, there);
    if (state == State.STREAMING && refusal == null) {
      cure(stuckWatch.observe(observation, there, playback.hasEnded()), observation.positionS());
    }
    requestTick();
  }

  void elementError(Command.ElementError error) {
    if (error.mediaErrorCode() == MEDIA_ERR_DECODE
        && state == State.STREAMING
        && decodeRepairs++ < MOST_DECODE_REPAIRS) {
      warn(ErrorCode.ELEMENT_ERROR, "The element failed to decode; it gets another MediaSource.");
      rebuild(Math.min(element.positionS() + STEP_OVER_S, durationS));
      return;
    }
    fail(
        PlayerError.fatal(
                ErrorCode.ELEMENT_ERROR,
                error.message().isEmpty() ? "The media element failed." : error.message(),
                request.url())
            .with("mediaErrorCode", Integer.toString(error.mediaErrorCode())));
  }

  void setQuality(@Nullable String qualityId) {
    if (playback.streams().isEmpty()) {
      earlyQualityId = qualityId;
    } else if (qualities.pin(playback.streams().get(0), qualityId)) {
      requestTick();
    } else {
      warn(ErrorCode.BAD_ARGUMENT, "There is no quality \"" + qualityId + "\"; it stays as it is.");
    }
  }

  void selectTrack(Command.SelectTrack command) {
    String trackId = command.id();
    PlayedTracks played = tracks;
    Span before = span;
    if (played == null || before == null || played.of(command.type()) == null) {
      return;
    }
    if (!played.select(command.type(), trackId)) {
      warn(ErrorCode.BAD_ARGUMENT, "There is no track \"" + trackId + "\"; it stays as it is.");
      return;
    }
    Span after = played.spanAt(element.positionS());
    TrackStream stream = playback.streamOf(command.type());
    TrackSelection chosen = after.of(command.type());
    if (!after.fits(before) || !playback.canTake(command.type(), chosen)) {
      rebuild(element.positionS());
    } else {
      span = after;
      if (stream != null && chosen != null) {
        stream.select(chosen, command.immediate());
      }
    }
    events.send(SessionMessages.trackChange(id, command.type(), trackId, playback.streams()));
    requestTick();
  }

  void configure(PlayerConfig changed) {
    config = changed;
    requestTick();
  }

  void ask() {
    status.ask();
    requestTick();
  }

  void answerRequest(Command.AnswerRequest command) {
    hook.receive(command);
  }

  void crash(String reason) {
    fail(
        PlayerError.fatal(ErrorCode.ENGINE_FAILURE, "The engine failed: " + reason, request.url()));
  }

  void close() {
    if (state != State.CLOSED) {
      state = State.CLOSED;
      stopLoading();
      playback.close();
    }
  }

  // What the playback and its streams tell.

  @Override
  public void onChange() {
    status.setDue();
    requestTick();
  }

  @Override
  public void onQuality(MediaType type, Representation representation) {
    qualities.onQuality(type, representation);
  }

  @Override
  public void onLeftOut(Representation representation, PlayerError error) {
    events.send(new Event.Failed(id, error.asWarning().with("leftOut", representation.id())));
  }

  @Override
  public void onTag(double timeS, byte[] data) {
    if (toldTags.isNew(timeS, data)) {
      events.send(new Event.TimedMetadata(id, timeS, new HeapBytes(data)));
    }
  }

  @Override
  public void onRefused(PlayerError error) {
    if (refusal == null) {
      refusal = new Refusal(error, platform.clock().nowMs());
      playback.halt();
      requestTick();
    }
  }

  @Override
  public void onFailed(PlayerError error) {
    fail(error);
  }

  // The machine.

  private void onManifest(Presentation loaded) {
    TrackSelector chooser = new TrackSelector(loaded);
    playlists.learn(loaded, platform.clock().nowMs());
    state = State.CHOOSING_TRACKS;
    playback.querySupport(
        chooser.typesToQuery(),
        supported -> {
          if (state == State.CHOOSING_TRACKS) {
            chooser.setSupport(supported);
            chooseTracks(loaded, chooser);
          }
        });
  }

  private void chooseTracks(Presentation loaded, TrackSelector chooser) {
    PlayedTracks played =
        new PlayedTracks(
            loaded, chooser, request.choices(), config.audioLanguage(), playback.canChangeType());
    boolean hasVideo = played.of(MediaType.VIDEO) != null;
    if (!hasVideo && played.of(MediaType.AUDIO) == null) {
      fail(
          PlayerError.fatal(
                  ErrorCode.NO_PLAYABLE_REPRESENTATION,
                  "This browser can play none of what the manifest offers.",
                  request.url())
              .with("types", String.join(", ", chooser.typesToQuery()))
              .with("leftOut", String.join("; ", loaded.leftOut())));
      return;
    }
    if (!hasVideo && chooser.offers(MediaType.VIDEO)) {
      warn(
          ErrorCode.NO_PLAYABLE_REPRESENTATION,
          "This browser can play none of the video that the manifest offers; there is only audio.");
    }
    tracks = played;
    durationS = loaded.durationS();
    live.begin(loaded, config.targetLatencyS(), platform.clock().nowMs());
    double startS = startPosition(loaded);
    play(played.spanAt(startS));
    element.start(startS);
    state = State.STREAMING;
    events.send(SessionMessages.loaded(id, durationS, startS, chooser, played, playback.streams()));
    if (startS > 0) {
      events.send(new Event.SeekTo(id, startS, startS, Event.SeekReason.START));
    }
    if (earlyQualityId != null) {
      setQuality(earlyQualityId);
    }
    status.setDue();
    tick();
  }

  private Playback newPlayback() {
    return new Playback(platform.sinks(), id, request.mseOnPage(), request.url(), this);
  }

  /** Fills the MediaSource with a span. */
  private void play(Span next) {
    span = next;
    qualities.setHasVideo(next.video() != null);
    List<TrackStream> streams = new ArrayList<>();
    for (MediaType type : PLAYED_TYPES) {
      TrackSelection selection = next.of(type);
      if (selection != null) {
        streams.add(
            new TrackStream(
                type,
                next.presentation(),
                timelines,
                playlists,
                selection,
                qualities.of(type),
                loader,
                new AppendQueue(),
                this));
      }
    }
    playback.play(streams, durationS, next.isLast());
  }

  /** Goes on at {@code timeS} with another MediaSource. */
  private void rebuild(double timeS) {
    if (tracks != null) {
      refusal = null;
      playback.close();
      playback = newPlayback();
      play(tracks.spanAt(timeS));
      element.restart(timeS);
      events.send(new Event.SeekTo(id, timeS, timeS, Event.SeekReason.START));
      requestTick();
    }
  }

  /** Whether another span has to take over, in which case it does. */
  private boolean changeSpan() {
    Span current = span;
    if (current == null || tracks == null) {
      return false;
    }
    double positionS = element.positionS();
    if (!current.isLast() && playback.isOverAt(element.neededToS()) && positionS < current.endS()) {
      rebuild(current.endS());
      return true;
    }
    // At the start of a span the page may tell once more where the one before was left.
    if (tracks.spanAt(positionS) != current
        && tracks.spanAt(positionS + ElementView.NEAR_S) != current) {
      rebuild(positionS);
      return true;
    }
    return false;
  }

  /** Sound of which there is nothing would hold the pictures up. */
  private boolean replaceMissingSound() {
    TrackStream sound = playback.streamOf(MediaType.AUDIO);
    if (tracks == null || playback.streams().size() < 2 || sound == null || !sound.isMissing()) {
      return false;
    }
    String missing = sound.selection().first().id();
    warn(
        ErrorCode.NO_PLAYABLE_REPRESENTATION, "There is nothing in the track \"" + missing + "\".");
    String trackId = tracks.replaceSound();
    rebuild(element.positionS());
    if (trackId != null) {
      events.send(SessionMessages.trackChange(id, MediaType.AUDIO, trackId, playback.streams()));
    }
    return true;
  }

  /** Does something about an element that is stuck at {@code timeS}. */
  private void cure(StuckPolicy.Cure cure, double timeS) {
    switch (cure) {
      case WAIT -> {
        // All is well, or will be.
      }
      case NUDGE -> move(timeS + NUDGE_S, Event.SeekReason.GAP);
      case SEEK -> move(timeS + STEP_OVER_S, Event.SeekReason.GAP);
      case REBUILD -> {
        warn(ErrorCode.ELEMENT_STUCK, "The element is stuck; it gets another MediaSource.");
        rebuild(timeS);
      }
      case GIVE_UP ->
          fail(
              PlayerError.fatal(
                  ErrorCode.ELEMENT_STUCK,
                  "The element's time stands although it has media to play.",
                  request.url()));
    }
  }

  private void move(double timeS, Event.SeekReason reason) {
    double fromS = element.positionS();
    element.move(timeS);
    events.send(new Event.SeekTo(id, fromS, timeS, reason));
  }

  private double startPosition(Presentation loaded) {
    double wantedS = request.startTimeS();
    LivePolicy.Window window = live.window();
    if (window != null) {
      return LivePolicy.startS(wantedS, loaded.startS(), window);
    }
    double startS = Double.isNaN(wantedS) ? loaded.startS() : wantedS;
    startS = Double.isNaN(startS) ? 0 : startS < 0 ? loaded.endS() + startS : startS;
    return Math.max(0, Math.min(startS, loaded.durationS()));
  }

  private void requestTick() {
    if (state == State.STREAMING) {
      pulse.request();
    }
  }

  private void tick() {
    if (state != State.STREAMING) {
      return;
    }
    if (refusal != null) {
      judge(refusal);
      return;
    }
    element.advance(playback.playable());
    stalls.look(platform.clock().nowMs(), element.isStarving(playback.playable(), durationS));
    jumpIntoWindow();
    playback.tick(
        element.positionS(), element.leastPositionS(), element.neededToS(), config.buffer());
    if (state != State.STREAMING || replaceMissingSound() || changeSpan() || !followLive()) {
      return; // it has failed, or starts anew
    }
    double fromS = element.positionS();
    double jumpS = element.gapJump(playback.tracks());
    if (!Double.isNaN(jumpS)) {
      events.send(new Event.SeekTo(id, fromS, jumpS, Event.SeekReason.GAP));
    }
    status.send(platform.clock().nowMs(), element, playback, stalls, live);
    if (element.isWatched() || status.isDue()) {
      pulse.requestWithin(POLL_MS);
    }
  }

  private void judge(Refusal refused) {
    if (refused.isTheMediasFault(element.seenAtMs(), platform.clock().nowMs())) {
      fail(refused.error());
    } else {
      pulse.requestWithin(Refusal.VERDICT_MS);
    }
  }

  /** Where a live stream has nothing to play at the playhead, the element goes where it has. */
  private void jumpIntoWindow() {
    LivePolicy.Window window = live.window();
    if (window != null) {
      double jumpS = element.liveJump(window, playback.playable(), playback.tracks());
      if (!Double.isNaN(jumpS)) {
        move(jumpS, Event.SeekReason.LIVE);
      }
    }
  }

  /** Goes along with a stream that goes on; false where it no longer can. */
  private boolean followLive() {
    double nowMs = platform.clock().nowMs();
    live.look(playback.streams(), config.targetLatencyS(), nowMs);
    PlayerError complaint = live.complaint(playback.streams(), nowMs);
    if (complaint != null && complaint.fatal()) {
      fail(complaint);
      return false;
    }
    if (complaint != null) {
      events.send(new Event.Failed(id, complaint));
    }
    LivePolicy.Window window = live.window();
    if (window != null && live.goesOn()) {
      playback.setSeekable(window.startS(), window.syncS());
    } else if (window != null && tracks != null && isEndNew(live.lastS())) {
      end(tracks);
    }
    sendDateRanges();
    pulse.requestWithin(live.nextRefreshMs());
    return true;
  }

  /** Qualities may be told to end at different times: the last one is the end. */
  private boolean isEndNew(double endS) {
    return durationS == Double.POSITIVE_INFINITY || endS > durationS;
  }

  /** A live stream has come to its end, or has turned out to have another one. */
  private void end(PlayedTracks played) {
    durationS = live.lastS();
    played.refresh(played.presentation().endedAt(durationS));
    Span last = played.spanAt(element.positionS());
    span = last;
    playback.refresh(last.presentation());
    onChange();
  }

  private void sendDateRanges() {
    List<DateRange> ranges = live.newDateRanges();
    if (!ranges.isEmpty()) {
      List<Double> startsS = new ArrayList<>();
      for (DateRange range : ranges) {
        startsS.add(live.timeAtS(range.startMs()));
      }
      events.send(new Event.DateRanges(id, ranges, startsS));
    }
  }

  private void warn(ErrorCode code, String message) {
    events.send(
        new Event.Failed(id, new PlayerError(code, false, message, request.url(), Map.of())));
  }

  private void fail(PlayerError error) {
    if (state != State.FAILED && state != State.CLOSED) {
      state = State.FAILED;
      stopLoading();
      events.send(new Event.Failed(id, error));
    }
  }

  private void stopLoading() {
    if (manifestLoad != null) {
      manifestLoad.cancel();
      manifestLoad = null;
    }
    loader.close();
    share.close();
    pulse.stop();
    playback.stop();
  }
}
