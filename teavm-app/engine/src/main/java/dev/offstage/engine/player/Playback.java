package dev.offstage.engine.player;

import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkException;
import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.stream.CodecFamily;
import dev.offstage.engine.stream.TrackSelection;
import dev.offstage.engine.stream.TrackStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One MediaSource and the streams that fill it, from the handle that travels to the page to the end
 * of the stream. A MediaSource attaches once ever, so whatever needs another one needs another
 * playback.
 */
final class Playback implements MediaSink.Listener {
  /** Hears of a playback what its session has to know. */
  interface Listener {
    /** A tick is wanted. */
    void onChange();

    /** It cannot go on. */
    void onFailed(PlayerError error);
  }

  /**
   * A stream may be this much ahead of the others when it asks for a segment. What is more would
   * take bandwidth from the one that playback waits for.
   */
  private static final double LEAD_S = 1;

  /** Who has no more than this left will show nothing new. */
  private static final double LAST_FRAMES_S = 0.1;

  /** With less than this part of the bytes still to be had, nothing is kept behind the playhead. */
  private static final double TIGHT = 0.2;

  private final String url;
  private final Listener listener;
  private final MediaSink sink;
  private final List<TrackStream> streams = new ArrayList<>();
  private double durationS;
  private boolean durationChanged;
  private double seekableFromS = Double.NaN;
  private double seekableToS = Double.NaN;
  private boolean endsStream;
  private boolean complete;
  private boolean open;
  private boolean buffersAdded;
  private boolean ended;
  private boolean halted;
  private boolean closed;

  /**
   * Makes the MediaSource and sends it on its way.
   *
   * @param onPage whether it shall live on the page even where it could live here
   * @param url for errors
   */
  Playback(MediaSink.Factory sinks, int session, boolean onPage, String url, Listener listener) {
    this.url = url;
    this.listener = listener;
    this.sink = sinks.create(session, onPage, this);
  }

  /** See {@link MediaSink#querySupport}. */
  void querySupport(List<String> types, MediaSink.SupportAnswer answer) {
    sink.querySupport(
        types,
        supported -> {
          if (!closed) {
            answer.onAnswer(supported);
          }
        });
  }

  /**
   * Says what to play, once.
   *
   * @param streams the one whose qualities the page sees first, at least one
   * @param durationS of the whole presentation
   * @param endsStream whether the presentation is over when they have come to their end
   */
  void play(List<TrackStream> streams, double durationS, boolean endsStream) {
    this.streams.addAll(streams);
    this.durationS = durationS;
    this.endsStream = endsStream;
  }

  /** The presentation has been refreshed. */
  void refresh(Presentation refreshed) {
    durationChanged = durationS != refreshed.durationS();
    durationS = refreshed.durationS();
    for (TrackStream stream : streams) {
      stream.refresh(refreshed);
    }
  }

  /** Says between which moments a viewer may seek while the duration is not known. */
  void setSeekable(double fromS, double toS) {
    if (buffersAdded && (fromS != seekableFromS || toS != seekableToS)) {
      seekableFromS = fromS;
      seekableToS = toS;
      sink.setLiveSeekableRange(fromS, toS);
    }
  }

  /** Whether a SourceBuffer can go on with another codec. */
  boolean canChangeType() {
    return sink.canChangeType();
  }

  /** Whether the buffer of a type can go on with this selection. */
  boolean canTake(MediaType type, @Nullable TrackSelection selection) {
    TrackStream stream = streamOf(type);
    return sink.canChangeType()
        || stream == null
        || selection == null
        || CodecFamily.of(stream.selection().first().representations().get(0).format())
            .equals(CodecFamily.of(selection.first().representations().get(0).format()));
  }

  /** Whether the element has played, or is about to play, the last of all there will be here. */
  boolean isOverAt(double timeS) {
    TimeRanges there = playable();
    int last = there.count() - 1;
    return complete && buffersAdded && (last < 0 || timeS > there.endS(last) - LAST_FRAMES_S);
  }

  /** Whether the browser has been told that there is no more to come. */
  boolean hasEnded() {
    return ended;
  }

  /** What is played; empty until that is known. */
  List<TrackStream> streams() {
    return streams;
  }

  /** The stream of a type, or null. */
  @Nullable TrackStream streamOf(MediaType type) {
    for (TrackStream stream : streams) {
      if (stream.type() == type) {
        return stream;
      }
    }
    return null;
  }

  /** What the stream of a type has buffered. */
  TimeRanges bufferedOf(MediaType type) {
    TrackStream stream = streamOf(type);
    return stream == null ? TimeRanges.EMPTY : stream.queue().buffered();
  }

  /** What there is of each stream, and what is still to come, as of the last tick. */
  List<GapPolicy.Track> tracks() {
    List<GapPolicy.Track> tracks = new ArrayList<>();
    for (TrackStream stream : streams) {
      tracks.add(new GapPolicy.Track(stream.queue().buffered(), stream.awaitedFromS()));
    }
    return tracks;
  }

  /** What all streams have buffered. */
  TimeRanges playable() {
    TimeRanges there = null;
    for (TrackStream stream : streams) {
      TimeRanges buffered = stream.queue().buffered();
      there = there == null ? buffered : there.intersect(buffered);
    }
    return there == null ? TimeRanges.EMPTY : there;
  }

  /**
   * Loads what is missing, removes what is too much, and ends the stream when all is in.
   *
   * @param positionS where the playhead is
   * @param leastPositionS what lies before is not needed any more
   * @param neededToS up to where there must be media for the element to go on
   * @param configured the application's goals
   */
  void tick(double positionS, double leastPositionS, double neededToS, BufferConfig configured) {
    addBuffersWhenOpen();
    if (halted) {
      return; // the browser has refused a buffer
    }
    double roomBytes = configured.bytes();
    for (TrackStream stream : streams) {
      roomBytes -= stream.heldBytes();
    }
    BufferConfig goals = goals(neededToS, configured, roomBytes);
    for (TrackStream stream : streams) {
      stream.look(positionS, leastPositionS, goals, roomBytes, !ended);
    }
    if (durationChanged && buffersAdded) {
      changeDuration();
    }
    complete = true;
    for (TrackStream stream : streams) {
      stream.act(levelFor(stream));
      if (halted) {
        return; // the stream has failed
      }
      complete &= stream.isComplete();
    }
    if (!complete) {
      ended = false;
    } else if (!ended && buffersAdded && endsStream && durationS < Double.POSITIVE_INFINITY) {
      ended = true;
      sink.endOfStream();
    }
  }

  /** Loads no more. What becomes of the MediaSource is still of interest. */
  void halt() {
    halted = true;
    for (TrackStream stream : streams) {
      stream.close();
    }
  }

  /** Ends all requests, and leaves what is buffered to the element. */
  void stop() {
    closed = true;
    halt();
  }

  /** Gives the MediaSource up. */
  void close() {
    stop();
    sink.close();
  }

  @Override
  public void onOpen() {
    open = true;
    listener.onChange();
  }

  @Override
  public void onClosed() {
    if (!closed) {
      listener.onFailed(
          PlayerError.fatal(
              ErrorCode.MEDIA_SOURCE_CLOSED,
              "The MediaSource was closed by something other than the player.",
              url));
    }
  }

  private void addBuffersWhenOpen() {
    if (!open || buffersAdded || streams.isEmpty()) {
      return;
    }
    buffersAdded = true;
    // All buffers first: a browser may take the first init segment for the whole story.
    List<SinkBuffer> buffers = new ArrayList<>();
    for (TrackStream stream : streams) {
      String contentType =
          stream.selection().first().representations().get(0).format().contentType();
      try {
        buffers.add(sink.addBuffer(contentType));
      } catch (SinkException e) {
        listener.onFailed(
            PlayerError.fatal(
                ErrorCode.APPEND_REJECTED,
                "The browser takes no " + contentType + " (" + e.getMessage() + ").",
                url));
        return;
      }
    }
    sink.setDuration(durationS);
    for (int i = 0; i < streams.size(); i++) {
      streams.get(i).queue().attach(buffers.get(i));
    }
  }

  /** Media that is there cannot be cut off, nor anything done while a buffer is at work. */
  private void changeDuration() {
    double longestS = durationS;
    for (TrackStream stream : streams) {
      TimeRanges buffered = stream.queue().buffered();
      if (!stream.queue().isIdle()) {
        return;
      }
      int last = buffered.count() - 1;
      longestS = last < 0 ? longestS : Math.max(longestS, buffered.endS(last));
    }
    durationChanged = false;
    sink.setDuration(longestS);
  }

  /**
   * The application's. But where one track is over, the element goes on only when all the others
   * have come to their end, too, and the end of the stream is known.
   */
  private BufferConfig goals(double neededToS, BufferConfig configured, double roomBytes) {
    boolean tight = roomBytes < TIGHT * configured.bytes();
    double aheadS = configured.aheadS();
    for (TrackStream stream : streams) {
      if (stream.isOverAt(neededToS)) {
        aheadS = Double.POSITIVE_INFINITY;
      }
    }
    return new BufferConfig(aheadS, tight ? 0 : configured.behindS(), configured.bytes());
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
}
