package dev.offstage.worker;

import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.DateRange;
import dev.offstage.engine.protocol.Event;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Uint8Array;

/** Writes the engine's messages: {@code Event} of {@code protocol.ts}. */
final class EventEncoder implements Event.Sink, Event.Handler {
  private final Outbox outbox;

  EventEncoder(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void send(Event event) {
    event.deliverTo(this);
  }

  @Override
  public void loaded(Event.Loaded event) {
    outbox.post(
        Message.of("loaded", event.session())
            .with("duration", event.durationS())
            .with("startTime", event.startTimeS())
            .with("videoTracks", tracks(event.videoTracks()))
            .with("audioTracks", tracks(event.audioTracks()))
            .with("textTracks", new JSArray<>())
            .with("qualities", qualities(event.qualities())));
  }

  @Override
  public void trackChange(Event.TrackChange event) {
    outbox.post(
        Message.of("trackchange", event.session())
            .with("kind", event.type() == MediaType.VIDEO ? "video" : "audio")
            .with("id", event.id())
            .with("qualities", qualities(event.qualities())));
  }

  @Override
  public void qualityChange(Event.QualityChange event) {
    outbox.post(
        Message.of("qualitychange", event.session())
            .with("id", event.id())
            .with("pinned", event.pinned()));
  }

  @Override
  public void status(Event.Status event) {
    outbox.post(
        Message.of("status", event.session())
            .with("position", event.positionS())
            .with("bandwidth", event.bandwidthBps())
            .with("videoBuffered", event.videoBuffered())
            .with("audioBuffered", event.audioBuffered())
            .with("bytesLoaded", event.bytesLoaded())
            .with("requests", event.requests())
            .with("retries", event.retries())
            .with("stalls", event.stalls())
            .with("stalledTime", event.stalledS())
            .with("liveStart", event.live().startS())
            .with("liveEdge", event.live().edgeS())
            .with("targetLatency", event.live().holdBackS())
            .with("date", event.live().dateMs())
            .with("at", event.atMs()));
  }

  @Override
  public void dateRanges(Event.DateRanges event) {
    JSArray<JSObject> list = new JSArray<>();
    for (int i = 0; i < event.ranges().size(); i++) {
      DateRange range = event.ranges().get(i);
      Message attributes = JSObjects.create();
      for (Map.Entry<String, String> entry : range.attributes().entrySet()) {
        attributes.with(entry.getKey(), entry.getValue());
      }
      Message item = JSObjects.create();
      list.push(
          item.with("id", range.id())
              .with("className", range.className() == null ? "" : range.className())
              .with("startTime", event.startsS().get(i))
              .with("startDate", range.startMs())
              .with("endDate", range.endMs())
              .with("duration", range.durationS())
              .with("plannedDuration", range.plannedDurationS())
              .with("endOnNext", range.endOnNext())
              .with("attributes", attributes));
    }
    outbox.post(Message.of("dateranges", event.session()).with("ranges", list));
  }

  @Override
  public void timedMetadata(Event.TimedMetadata event) {
    outbox.post(
        Message.of("timedmetadata", event.session())
            .with("startTime", event.timeS())
            .with("data", new Uint8Array(JsBytes.bufferOf(event.data()))));
  }

  @Override
  public void seekTo(Event.SeekTo event) {
    outbox.post(
        Message.of("seekto", event.session())
            .with("from", event.fromS())
            .with("position", event.positionS())
            .with("reason", event.reason().wireName()));
  }

  @Override
  public void error(Event.Failed event) {
    PlayerError error = event.error();
    Message data = JSObjects.create();
    for (Map.Entry<String, String> entry : error.data().entrySet()) {
      data.with(entry.getKey(), entry.getValue());
    }
    outbox.post(
        Message.of("error", event.session())
            .with("code", error.code().number())
            .with("category", error.code().category().wireName())
            .with("fatal", error.fatal())
            .with("message", error.message())
            .with("url", error.url() == null ? "" : error.url())
            .with("data", data));
  }

  @Override
  public void requestAsked(Event.RequestAsked event) {
    outbox.post(
        Message.of("request", event.session())
            .with("id", event.id())
            .with("kind", event.kind())
            .with("url", event.url())
            .with("headers", pairs(event.headers()))
            .with("withCredentials", event.withCredentials()));
  }

  @Override
  public void requestDropped(Event.RequestDropped event) {
    outbox.post(Message.of("requestdrop", event.session()).with("id", event.id()));
  }

  @Override
  public void unloaded(Event.Unloaded event) {
    outbox.post(Message.of("unloaded", event.session()));
  }

  private static JSObject pairs(String[] flat) {
    JSArray<JSObject> pairs = new JSArray<>();
    for (int i = 0; i + 1 < flat.length; i += 2) {
      JSArray<JSString> pair = new JSArray<>();
      pair.push(JSString.valueOf(flat[i]), JSString.valueOf(flat[i + 1]));
      pairs.push(pair);
    }
    return pairs;
  }

  private static JSObject tracks(List<Event.Track> tracks) {
    JSArray<JSObject> list = new JSArray<>();
    for (Event.Track track : tracks) {
      Message item = JSObjects.create();
      list.push(
          item.with("id", track.id())
              .with("language", track.language())
              .with("label", track.label())
              .with("role", track.role())
              .with("selected", track.selected()));
    }
    return list;
  }

  private static JSObject qualities(List<Event.Quality> qualities) {
    JSArray<JSObject> list = new JSArray<>();
    for (Event.Quality quality : qualities) {
      Message item = JSObjects.create();
      list.push(
          item.with("id", quality.id())
              .with("bandwidth", quality.bandwidthBps())
              .with("width", quality.width())
              .with("height", quality.height())
              .with("frameRate", quality.frameRate())
              .with("codecs", quality.codecs()));
    }
    return list;
  }
}
