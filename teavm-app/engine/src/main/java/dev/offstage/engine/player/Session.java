package dev.offstage.engine.player;

import dev.offstage.engine.abr.BandwidthMeter;
import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.protocol.Event;
import dev.offstage.engine.stream.MediaTimelines;
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

  private final int id;
  private final Command.Load request;
  private final Platform platform;
  private final Event.Sink events;
  private final PageHook hook;
  private final Loader loader;
  private final QualityControl qualities;
  private final ElementView element;
  private final Pulse pulse;
  private final StatusReport status;
  private final Playback playback;

  private final StallMeter stalls = new StallMeter();
  private double durationS;
  private State state = State.LOADING_MANIFEST;
  private PlayerConfig config;
  private @Nullable Cancelable manifestLoad;
  private @Nullable TrackSelector selector;
  private @Nullable String earlyQualityId;

  Session(Command.Load request, Platform platform, BandwidthMeter meter, Event.Sink events) {
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
            hook,
            platform.clock(),
            platform.scheduler(),
            platform.random(),
            meter,
            () -> config.network());
    this.qualities = new QualityControl(id, meter, () -> config.abr(), events);
    this.element = new ElementView(platform.clock());
    this.pulse = new Pulse(platform.scheduler(), this::tick);
    this.status = new StatusReport(id, meter, loader, events);
    // The handle travels first: page and element get ready while the manifest is being fetched.
    this.playback = new Playback(platform.sinks(), id, request.mseOnPage(), request.url(), this);
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
    element.observe(observation, playback.playable());
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
    TrackStream stream = playback.streamOf(command.type());
    if (stream == null || selector == null) {
      return;
    }
    TrackSelection chosen = selector.select(command.type(), trackId, "");
    if (chosen == null || !chosen.first().id().equals(trackId)) {
      warn(ErrorCode.BAD_ARGUMENT, "There is no track \"" + trackId + "\"; it stays as it is.");
      return;
    }
    stream.select(chosen);
    events.send(SessionMessages.trackChange(id, command.type(), trackId, playback.streams()));
    requestTick();
  }

  void configure(PlayerConfig changed) {
    config = changed;
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
    PlayerError warning =
        new PlayerError(error.code(), false, error.message(), error.url(), error.data());
    events.send(new Event.Failed(id, warning.with("leftOut", representation.id())));
  }

  @Override
  public void onFailed(PlayerError error) {
    fail(error);
  }

  // The machine.

  private void onManifest(Presentation loaded) {
    TrackSelector chooser = new TrackSelector(loaded);
    selector = chooser;
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
    Command.Choices choices = request.choices();
    TrackSelection video = chooser.select(MediaType.VIDEO, choices.videoTrackId(), "");
    TrackSelection audio =
        chooser.select(MediaType.AUDIO, choices.audioTrackId(), config.audioLanguage());
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
    qualities.setHasVideo(video != null);
    List<TrackStream> streams = new ArrayList<>();
    MediaTimelines timelines = new MediaTimelines();
    if (video != null) {
      streams.add(newStream(MediaType.VIDEO, loaded, timelines, video));
    }
    if (audio != null) {
      streams.add(newStream(MediaType.AUDIO, loaded, timelines, audio));
    }
    durationS = loaded.durationS();
    playback.play(streams, durationS);
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
      MediaType type, Presentation loaded, MediaTimelines timelines, TrackSelection selection) {
    return new TrackStream(
        type, loaded, timelines, selection, qualities.of(type), loader, new AppendQueue(), this);
  }

  private double startPosition(Presentation loaded) {
    double wanted = Double.isNaN(request.startTimeS()) ? 0 : request.startTimeS();
    return Math.max(0, Math.min(wanted, loaded.durationS()));
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
    element.advance(playback.playable());
    stalls.look(platform.clock().nowMs(), element.isStarving(playback.playable(), durationS));
    playback.tick(element.positionS(), element.neededToS(), config.buffer());
    if (state != State.STREAMING) {
      return; // it has failed
    }
    double jumpS =
        element.gapJump(
            playback.tracks(), playback.isSettledBetween(element.positionS(), element.neededToS()));
    if (!Double.isNaN(jumpS)) {
      events.send(new Event.SeekTo(id, jumpS, true));
    }
    status.send(platform.clock().nowMs(), element, playback, stalls);
    if (element.isWatched() || status.isDue()) {
      pulse.requestWithin(POLL_MS);
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
    pulse.stop();
    playback.stop();
  }
}
