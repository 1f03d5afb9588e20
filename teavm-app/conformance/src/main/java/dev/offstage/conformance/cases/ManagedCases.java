package dev.offstage.conformance.cases;

import dev.offstage.bindings.mse.BufferedChangeEvent;
import dev.offstage.bindings.mse.BufferedChangeEventInit;
import dev.offstage.bindings.mse.ManagedMediaSource;
import dev.offstage.bindings.mse.ManagedSourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;

/** Sources whose memory the browser manages; Safari alone has them so far. */
final class ManagedCases {
  private ManagedCases() {}

  static void register(Suite suite) {
    suite.everywhere("managed: absent where the browser lacks it", ManagedCases::consistent);
    suite.everywhere("managed: a source streams when the browser wants it", ManagedCases::streams);
    suite.everywhere("managed: a buffer tells what changed in it", ManagedCases::bufferedChange);
    suite.everywhere("managed: an event of the program's making", ManagedCases::madeEvent);
  }

  private static void consistent(Stage stage) {
    boolean supported = ManagedMediaSource.isSupported();
    Check.equal("isSupported", Made.global("ManagedMediaSource"), supported);
    if (!supported) {
      Check.equal("in workers", false, ManagedMediaSource.canConstructInDedicatedWorker());
    }
    stage.saw(supported ? "present" : "absent, and says so");
  }

  private static ManagedMediaSource opened(Stage stage, EventLog log) {
    Check.present("ManagedMediaSource", ManagedMediaSource.isSupported());
    ManagedMediaSource source = new ManagedMediaSource();
    source.onStartStreaming(log::add);
    source.onEndStreaming(log::add);
    stage.attach(source);
    return source;
  }

  private static void streams(Stage stage) {
    EventLog log = new EventLog();
    ManagedMediaSource source = opened(stage, log);
    Check.equal("AVC", true, ManagedMediaSource.isTypeSupported(Media.AVC));
    log.awaitAny("startstreaming");
    Check.equal("streaming", true, source.isStreaming());
  }

  private static void bufferedChange(Stage stage) {
    ManagedMediaSource source = opened(stage, new EventLog());
    ManagedSourceBuffer buffer = ManagedSourceBuffer.of(source.addSourceBuffer(Media.AVC));
    EventLog log = new EventLog();
    buffer.onBufferedChange(event -> log.note(Text.of(event.getAddedRanges())));
    stage.append(buffer, Media.avcUpTo(1));
    log.await("0-2");
  }

  private static void madeEvent(Stage stage) {
    Check.present("BufferedChangeEvent", Made.global("BufferedChangeEvent"));
    BufferedChangeEventInit init = BufferedChangeEventInit.create();
    init.setAddedRanges(stage.video(stage.open(), 1).getBuffered());
    init.setRemovedRanges(stage.video(stage.open(), 2).getBuffered());
    BufferedChangeEvent event = BufferedChangeEvent.create("bufferedchange", init);
    Check.equal("added", "0-2", Text.of(event.getAddedRanges()));
    Check.equal("removed", "0-4", Text.of(event.getRemovedRanges()));
  }
}
