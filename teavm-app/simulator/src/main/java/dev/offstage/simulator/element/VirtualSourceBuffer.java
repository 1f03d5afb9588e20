package dev.offstage.simulator.element;

import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.simulator.media.SegmentTag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SourceBuffer (Media Source Extensions, section 5). Operations take time. What no player may do
 * to one (two operations at once, media without its init segment) is thrown at once.
 */
public final class VirtualSourceBuffer implements SinkBuffer {
  /** What an operation takes at least, and what so many bytes take on top. */
  private static final double OPERATION_MS = 1;

  private static final double BYTES_PER_MS = 200_000;

  /** What a buffer is initialised for that has been given real MP4. */
  private static final String REAL = "real media";

  private final VirtualMediaSource source;
  private final String name;
  private final VirtualMediaSource.Traits traits;
  private final List<TrackBuffer> tracks = new ArrayList<>(List.of(new TrackBuffer()));
  private final FragmentReader fragments = new FragmentReader();
  private final SegmentParser parser = new SegmentParser();
  private final List<String> appended = new ArrayList<>();
  private final List<String> appendedInVain = new ArrayList<>();
  private @Nullable Done pending;
  private @Nullable String initialisedFor;
  private boolean initialised;
  private TimeRanges buffered = TimeRanges.EMPTY;

  VirtualSourceBuffer(VirtualMediaSource source, String name, VirtualMediaSource.Traits traits) {
    this.source = source;
    this.name = name;
    this.traits = traits;
  }

  @Override
  public void append(Bytes data, Placement placement, Done done) {
    begin(done);
    if (source.hasFailed() || !source.reopen()) {
      finishLater(OPERATION_MS, closed(), () -> {});
      return;
    }
    if (!makeRoom(data.sizeBytes())) {
      SinkFailure full = new SinkFailure(SinkFailure.Kind.QUOTA, "QuotaExceededError: full");
      finishLater(0, full, () -> {});
      return;
    }
    double durationMs = OPERATION_MS + data.sizeBytes() / BYTES_PER_MS;
    byte[] start = data.copy(0, Math.min(8, data.sizeBytes()));
    switch (parser.isBetweenSegments() ? FragmentReader.type(start) : "") {
      case "ftyp" -> {
        source.journal().log(name, "append init segment");
        int count = fragments.init(data.copy(0, data.sizeBytes()));
        finishLater(durationMs, null, () -> initialise(count));
        return;
      }
      case "moof" -> {
        if (!REAL.equals(initialisedFor)) {
          throw new IllegalStateException("a fragment after the init of " + initialisedFor);
        }
        FragmentReader.Added added = fragments.fragment(data.copy(0, data.sizeBytes()), placement);
        source.journal().log(name, "append " + added.frames());
        TrackBuffer its = tracks.get(added.track());
        finishLater(durationMs, null, () -> its.insert(added.frames(), added.knownToS()));
        return;
      }
      default -> {
        // virtual media
      }
    }
    TrackBuffer frames = tracks.get(0);
    if (!parser.feed(data, placement)) {
      source.journal().log(name, "append garbage");
      SinkFailure malformed = new SinkFailure(SinkFailure.Kind.REJECTED, "malformed");
      finishLater(durationMs, malformed, source::failDecoding);
      return;
    }
    SegmentTag tag = parser.tag();
    source.journal().log(name, "append " + data.sizeBytes() + " of " + tag);
    if (tag == null) {
      finishLater(durationMs, null, () -> {});
      return;
    }
    if (parser.isComplete()) {
      appended.add(tag.toString());
    }
    if (parser.hasJustBegun()
        && !tag.init()
        && frames.holds(TrackBuffer.framesOf(tag, 1, placement))) {
      appendedInVain.add(tag.toString());
    }
    if (!tag.init() && !tag.representation().equals(initialisedFor)) {
      throw new IllegalStateException(tag + " appended after the init of " + initialisedFor);
    }
    if (tag.init() && parser.isComplete()) {
      finishLater(durationMs, null, () -> initialise(tag));
    } else {
      double knownToS = parser.toldToS();
      List<Block> prefix = parser.frames();
      finishLater(durationMs, null, () -> frames.insert(prefix, knownToS));
    }
  }

  @Override
  public void abort(Done done) {
    begin(done);
    source.journal().log(name, "abort");
    if (!source.isOpen()) {
      finishLater(0, closed(), () -> {});
      return;
    }
    parser.reset();
    fragments.reset();
    finishLater(0, null, () -> {});
  }

  @Override
  public void remove(double startS, double endS, Done done) {
    begin(done);
    source.journal().log(name, "remove " + startS + " " + endS);
    if (!(startS >= 0 && endS > startS)) {
      throw new IllegalArgumentException("remove from " + startS + " to " + endS);
    }
    if (!source.reopen()) {
      finishLater(OPERATION_MS, closed(), () -> {});
      return;
    }
    if (startS > source.durationS()) {
      finishLater(0, SinkFailure.ofException("TypeError", "behind the end"), () -> {});
      return;
    }
    finishLater(OPERATION_MS, null, () -> removeNow(startS, endS));
  }

  @Override
  public void changeType(String contentType, Done done) {
    begin(done);
    source.journal().log(name, "change type to " + contentType);
    if (!traits.changesType()) {
      throw new IllegalStateException("there is no changeType");
    }
    boolean open = source.reopen();
    finishLater(0, open ? null : closed(), () -> initialisedFor = null);
  }

  @Override
  public TimeRanges buffered() {
    return buffered;
  }

  /** What the SourceBuffer itself says is buffered, now. */
  public TimeRanges bufferedNow() {
    TimeRanges there = tracks.get(0).ranges();
    for (TrackBuffer track : tracks.subList(1, tracks.size())) {
      there = there.intersect(track.ranges());
    }
    return there;
  }

  /** How many bytes it holds. */
  public double bytes() {
    double sum = 0;
    for (TrackBuffer track : tracks) {
      sum += track.bytes();
    }
    return sum;
  }

  /** The segments appended so far as a whole, in order, such as {@code p0/v240/3}. */
  public List<String> appended() {
    return appended;
  }

  /** The segments that were appended although all of them was there, in order. */
  public List<String> appendedInVain() {
    return appendedInVain;
  }

  /** The segment that is played at {@code timeS}, such as {@code p0/v240/3}; empty for none. */
  public String segmentAt(double timeS) {
    return tracks.get(0).sourceAt(timeS);
  }

  /** Lets the browser drop media, as it may do at any time. */
  public void lose(double startS, double endS) {
    removeNow(startS, endS);
    buffered = bufferedNow();
    source.journal().log(name, "lost " + startS + " " + endS + ", buffered " + buffered);
    source.changed();
  }

  /** Whether an init segment has been taken in. */
  boolean isInitialised() {
    return initialised;
  }

  private void initialise(int trackCount) {
    while (tracks.size() < trackCount) {
      tracks.add(new TrackBuffer());
    }
    initialisedFor = REAL;
    initialised = true;
  }

  private void removeNow(double startS, double endS) {
    for (TrackBuffer track : tracks) {
      track.remove(startS, endS);
    }
  }

  private void initialise(SegmentTag tag) {
    initialisedFor = tag.representation();
    initialised = true;
  }

  /** Whether an operation is under way. */
  boolean isUpdating() {
    return pending != null;
  }

  /** Lets the operation under way end unheard. */
  void close() {
    pending = null;
  }

  private boolean makeRoom(int bytes) {
    double evictableToS = traits.evicts() ? source.positionS() : Double.NEGATIVE_INFINITY;
    boolean hasRoom = false;
    for (TrackBuffer track : tracks) {
      double othersBytes = bytes() - track.bytes();
      hasRoom = track.evict(evictableToS, bytes + othersBytes, traits.quotaBytes());
    }
    return hasRoom;
  }

  private void begin(Done done) {
    if (pending != null) {
      throw new IllegalStateException("an operation on " + name + " is under way");
    }
    pending = done;
  }

  private void finishLater(double delayMs, @Nullable SinkFailure outcome, Runnable effect) {
    Done done = pending;
    boolean couldDecode = !source.hasFailed();
    source
        .loop()
        .after(
            delayMs,
            () -> {
              if (pending == null || pending != done) {
                return;
              }
              pending = null;
              // What an element was given before it failed is as malformed to it as anything.
              boolean tooLate = outcome == null && couldDecode && source.hasFailed();
              SinkFailure failure =
                  tooLate ? new SinkFailure(SinkFailure.Kind.REJECTED, "failed") : outcome;
              if (!tooLate) {
                effect.run();
              }
              buffered = bufferedNow();
              source
                  .journal()
                  .log(name, failure == null ? "buffered " + buffered : failure.toString());
              source.changed();
              done.onDone(failure);
            });
  }

  private static SinkFailure closed() {
    return SinkFailure.ofException("InvalidStateError", "the MediaSource is closed");
  }
}
