package dev.offstage.conformance.stage;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.mse.TimeRanges;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.ArrayBufferView;

/** What a case works with: the screen, sources attached to it, and a place for notes. */
public final class Stage {
  private final Screen screen;
  private final String engine;
  private final boolean worker;
  private final StringBuilder notes = new StringBuilder();

  /**
   * @param engine {@code wasm} or {@code js}: the build that runs
   * @param worker whether this is a dedicated worker
   */
  public Stage(Screen screen, String engine, boolean worker) {
    this.screen = screen;
    this.engine = engine;
    this.worker = worker;
  }

  public Screen screen() {
    return screen;
  }

  /** The page's own element; only for cases of pages. */
  public LocalScreen page() {
    return (LocalScreen) screen;
  }

  public String engine() {
    return engine;
  }

  public boolean isWorker() {
    return worker;
  }

  /** Notes what the case saw, for the report; the same at each run. */
  public void saw(String what) {
    notes.append(notes.length() == 0 ? "" : "; ").append(what);
  }

  /** Clears the stage for the next case. */
  public void begin() {
    notes.setLength(0);
    screen.renew();
  }

  /** What the case noted. */
  public String end() {
    return notes.toString();
  }

  /** A new source, attached to the screen and open. */
  public MediaSource open() {
    MediaSource source = source();
    attach(source);
    return source;
  }

  /** A new source; the case is absent where there is none. */
  public MediaSource source() {
    Check.present("MediaSource in this context", MediaSource.isSupported());
    return new MediaSource();
  }

  /** Attaches the source and waits until it is open. */
  public void attach(MediaSource source) {
    EventLog log = new EventLog();
    source.onSourceOpen(log::add);
    screen.attach(source);
    log.await("sourceopen");
    Check.equal("readyState after sourceopen", ReadyState.open(), source.getReadyState());
  }

  /** A video buffer of an open source that holds the init segment and the first segments. */
  public SourceBuffer video(MediaSource source, int segments) {
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    append(buffer, Media.avcUpTo(segments));
    return buffer;
  }

  /** Appends and waits for the end, which must be a good one. */
  public void append(SourceBuffer buffer, ArrayBuffer data) {
    EventLog log = updates(buffer);
    buffer.appendBuffer(data);
    finish(log);
  }

  /** Appends a view's bytes and waits for the end, which must be a good one. */
  public void append(SourceBuffer buffer, ArrayBufferView data) {
    EventLog log = updates(buffer);
    buffer.appendBuffer(data);
    finish(log);
  }

  /** Removes and waits for the end, which must be a good one. */
  public void remove(SourceBuffer buffer, double start, double end) {
    EventLog log = updates(buffer);
    buffer.remove(start, end);
    finish(log);
  }

  /** A log of all five events of a buffer. */
  public EventLog updates(SourceBuffer buffer) {
    EventLog log = new EventLog();
    buffer.onUpdateStart(log::add);
    buffer.onUpdate(log::add);
    buffer.onUpdateEnd(log::add);
    buffer.onError(log::add);
    buffer.onAbort(log::add);
    return log;
  }

  /** A log of the three events of a source. */
  public EventLog states(MediaSource source) {
    EventLog log = new EventLog();
    source.onSourceOpen(log::add);
    source.onSourceEnded(log::add);
    source.onSourceClose(log::add);
    return log;
  }

  /** A log of one event of anything. */
  public EventLog log(EventTarget target, String type) {
    EventLog log = new EventLog();
    target.onEvent(type, log::add);
    return log;
  }

  /** One range, its ends to a hundredth. */
  public void buffered(SourceBuffer buffer, double start, double end) {
    TimeRanges ranges = buffer.getBuffered();
    Check.equal("the number of ranges (" + Text.of(ranges) + ")", 1, ranges.getLength());
    Check.near("the start of what is buffered", start, ranges.start(0), 0.01);
    Check.near("the end of what is buffered", end, ranges.end(0), 0.01);
  }

  private static void finish(EventLog log) {
    log.await("updateend");
    Check.equal("the events of the update", "updatestart update updateend", log.text());
  }
}
