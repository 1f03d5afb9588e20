package sample;

import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import dev.offstage.engine.dash.MpdParser;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Presentation;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.typedarrays.Int8Array;

/** Plays the DASH presentation that the worker is named after: the lowest quality of each type. */
public final class Main {
  private final MediaSource source = new MediaSource();
  private int tracksUnderWay;

  private Main() {}

  public static void main(String[] args) {
    DedicatedWorkerGlobalScope scope = DedicatedWorkerGlobalScope.current();
    Main player = new Main();
    player.source.onSourceOpen(event -> player.load(scope.getName()));
    // A page can attach it before there is anything to play.
    MediaSourceHandle handle = player.source.getHandle();
    scope.postMessage(handle, JSArray.of(handle));
  }

  private void load(String url) {
    Fetch.fetch(url)
        .flatThen(Response::arrayBuffer)
        .then(
            data -> {
              play(MpdParser.parse(new Int8Array(data).copyToJavaArray(), url));
              return null;
            });
  }

  private void play(Presentation presentation) {
    source.setDuration(presentation.durationS());
    List<Track> tracks = new ArrayList<>();
    for (MediaType type : new MediaType[] {MediaType.VIDEO, MediaType.AUDIO}) {
      for (AdaptationSet set : presentation.periods().get(0).adaptationSets()) {
        if (set.type() == type) {
          tracks.add(new Track(source, set.representations().get(0), this::onTrackEnd));
          break;
        }
      }
    }
    // Every SourceBuffer is there before the first is fed, or some browsers wait for ever.
    tracksUnderWay = tracks.size();
    tracks.forEach(Track::start);
  }

  private void onTrackEnd() {
    if (--tracksUnderWay == 0) {
      source.endOfStream();
    }
  }
}
