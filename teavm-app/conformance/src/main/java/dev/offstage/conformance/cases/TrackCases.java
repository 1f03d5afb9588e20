package dev.offstage.conformance.cases;

import dev.offstage.bindings.html.VideoElement;
import dev.offstage.bindings.mse.AudioTrack;
import dev.offstage.bindings.mse.AudioTrackList;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.mse.TextTrack;
import dev.offstage.bindings.mse.TextTrackKind;
import dev.offstage.bindings.mse.TextTrackList;
import dev.offstage.bindings.mse.TextTrackMode;
import dev.offstage.bindings.mse.VideoTrack;
import dev.offstage.bindings.mse.VideoTrackList;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import org.teavm.jso.JSBody;
import org.teavm.jso.media.TextTrackCue;

/** Tracks of elements and of source buffers. */
final class TrackCases {
  private TrackCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        "media-source/mediasource-avtracks.html: an init segment makes tracks in the buffer's lists",
        TrackCases::bufferTracks);
    suite.page("tracks: the element's video tracks", TrackCases::videoTracks);
    suite.page("tracks: the element's audio tracks", TrackCases::audioTracks);
    suite.page("tracks: a text track added by the program", TrackCases::textTrack);
    suite.page("tracks: cues of a text track become active", TrackCases::cues);
    suite.page("tracks: every kind and mode of text tracks", TrackCases::kinds);
  }

  private static void bufferTracks(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    VideoTrackList video = buffer.getVideoTracks();
    AudioTrackList audio = buffer.getAudioTracks();
    TextTrackList text = buffer.getTextTracks();
    Check.present("track lists of SourceBuffer", video != null && audio != null);
    Check.equal("video tracks", 1, video.getLength());
    Check.equal("audio tracks", 0, audio.getLength());
    Check.that("text tracks are none or absent", text == null || text.getLength() == 0);
    Check.that("its buffer", video.get(0).getSourceBuffer() == buffer);
  }

  private static void videoTracks(Stage stage) {
    MediaSource source = stage.open();
    VideoTrackList tracks = stage.page().video().getVideoTracks();
    Check.present("video tracks of elements", tracks != null);
    EventLog log = new EventLog();
    tracks.onAddTrack(event -> log.note(event.getTrack() == null ? "nothing" : event.getType()));
    tracks.onChange(log::add);
    tracks.onRemoveTrack(log::add);
    SourceBuffer buffer = stage.video(source, 1);
    log.await("addtrack");
    Check.equal("length", 1, tracks.getLength());
    VideoTrack track = tracks.get(0);
    Check.equal("selected", true, track.isSelected());
    Check.equal("selectedIndex", 0, tracks.getSelectedIndex());
    Check.equal("kind", "main", track.getKind());
    Check.that("label and language are strings", (track.getLabel() + track.getLanguage()) != null);
    Check.that("found by its id", tracks.getTrackById(track.getId()) == track);
    Check.that("nothing is found", tracks.getTrackById("none such") == null);
    Check.that("its buffer", track.getSourceBuffer() == buffer || track.getSourceBuffer() == null);
    track.setSelected(false);
    log.await("change");
    Check.equal("selectedIndex", -1, tracks.getSelectedIndex());
  }

  private static void audioTracks(Stage stage) {
    MediaSource source = stage.open();
    AudioTrackList tracks = stage.page().video().getAudioTracks();
    Check.present("audio tracks of elements", tracks != null);
    EventLog log = new EventLog();
    tracks.onAddTrack(event -> log.note(event.getTrack() == null ? "nothing" : event.getType()));
    tracks.onChange(log::add);
    tracks.onRemoveTrack(log::add);
    SourceBuffer buffer = source.addSourceBuffer(Media.AAC);
    stage.append(buffer, Media.joined(Media.aacInit(), Media.aac(0)));
    log.await("addtrack");
    Check.equal("length", 1, tracks.getLength());
    AudioTrack track = tracks.get(0);
    Check.equal("enabled", true, track.isEnabled());
    Check.equal("kind", "main", track.getKind());
    Check.that("label and language are strings", (track.getLabel() + track.getLanguage()) != null);
    Check.that("found by its id", tracks.getTrackById(track.getId()) == track);
    Check.that("its buffer", track.getSourceBuffer() == buffer || track.getSourceBuffer() == null);
    track.setEnabled(false);
    log.await("change");
    Check.equal("enabled", false, track.isEnabled());
  }

  private static void textTrack(Stage stage) {
    VideoElement video = stage.page().video();
    TextTrackList tracks = video.getTextTracks();
    EventLog log = new EventLog();
    tracks.onAddTrack(event -> log.note(event.getTrack() == null ? "nothing" : event.getType()));
    tracks.onChange(log::add);
    tracks.onRemoveTrack(log::add);
    TextTrack track = video.addTextTrack(TextTrackKind.captions(), "English", "en");
    log.await("addtrack");
    Check.equal("length", 1, tracks.getLength());
    Check.that("the list has it", tracks.get(0) == track);
    Check.equal("kind", TextTrackKind.captions(), track.getKind());
    Check.equal("label", "English", track.getLabel());
    Check.equal("language", "en", track.getLanguage());
    Check.equal("id", "", track.getId());
    Check.that("no id finds it", tracks.getTrackById("none such") == null);
    Check.that("dispatch type", "".equals(track.getInBandMetadataTrackDispatchType()));
    Check.that("no source buffer", track.getSourceBuffer() == null);
    Check.equal("mode", TextTrackMode.hidden(), track.getMode());
    track.setMode(TextTrackMode.showing());
    log.await("change");
    Check.equal("mode", TextTrackMode.showing(), track.getMode());
  }

  private static void cues(Stage stage) {
    MediaSource source = stage.open();
    TextTrack track = stage.page().video().addTextTrack(TextTrackKind.metadata());
    track.setMode(TextTrackMode.hidden());
    EventLog log = new EventLog();
    track.onCueChange(log::add);
    TextTrackCue cue = cue(0.5, 1.5, "hello");
    track.addCue(cue);
    track.addCue(cue(5, 6, "later"));
    Check.equal("cues", 2, track.getCues().getLength());
    stage.video(source, 1);
    stage.screen().await("loadeddata");
    stage.screen().seek(1);
    log.await("cuechange");
    Check.equal("active cues", 1, track.getActiveCues().getLength());
    track.removeCue(cue);
    Check.equal("cues after", 1, track.getCues().getLength());
    Check.throwing("NotFoundError", "again", () -> track.removeCue(cue));
    track.setMode(TextTrackMode.disabled());
    Check.that("no cues while disabled", track.getCues() == null);
    Check.that("none active", track.getActiveCues() == null);
  }

  private static void kinds(Stage stage) {
    VideoElement video = stage.page().video();
    for (TextTrackKind kind :
        new TextTrackKind[] {
          TextTrackKind.subtitles(),
          TextTrackKind.captions(),
          TextTrackKind.descriptions(),
          TextTrackKind.chapters(),
          TextTrackKind.metadata()
        }) {
      Check.equal("kind", kind, video.addTextTrack(kind, "label").getKind());
    }
    TextTrack track = video.getTextTracks().get(0);
    for (TextTrackMode mode :
        new TextTrackMode[] {
          TextTrackMode.showing(), TextTrackMode.hidden(), TextTrackMode.disabled()
        }) {
      track.setMode(mode);
      Check.equal("mode", mode, track.getMode());
    }
    Check.that("removetrack can be heard", Made.has(video.getTextTracks(), "onremovetrack"));
  }

  @JSBody(
      params = {"start", "end", "text"},
      script = "return new VTTCue(start, end, text);")
  private static native TextTrackCue cue(double start, double end, String text);
}
