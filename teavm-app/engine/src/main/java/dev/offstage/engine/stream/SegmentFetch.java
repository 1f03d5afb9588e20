package dev.offstage.engine.stream;

import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.mp4.EventMessages;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.transmux.SegmentKind;
import dev.offstage.engine.transmux.TimedMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment on its way: requested, in pieces or as a whole, and waiting for its init segment. */
final class SegmentFetch {
  private static final double JOINED_S = 1;

  SegmentLocator.Located target;

  /** What has come and nothing has been made of yet. */
  final List<Bytes> waiting = new ArrayList<>();

  /** What it is, as soon as that is known; what has an init segment is taken as it is. */
  @Nullable SegmentKind kind;

  /** Whether it is going through a transmuxer. */
  boolean isConverting;

  /** Whether it has several tracks, which do not go on where the ones before have ended. */
  boolean startsAnew;

  /** What is to be appended next. */
  final List<MediaPiece> ready = new ArrayList<>();

  /** Finds the messages between its fragments. */
  EventMessages messages = new EventMessages();

  /** The tags in it that nobody has heard of yet. */
  final List<TimedMetadata> tags = new ArrayList<>();

  /** Where the first of it starts on its own timeline, where a transmuxer has found that; NaN. */
  double mediaStartS = Double.NaN;

  /** Whether that is a picture. */
  boolean hasPictures;

  /** The request under way, or null when all has come. */
  Loader.@Nullable Transfer request;

  /** The segment in the inventory, from when all of it has come. */
  SegmentInventory.@Nullable Entry entry;

  /** What it takes the place of in the inventory; still there where the browser refuses it. */
  SegmentInventory.@Nullable Entry replaced;

  /** How much of it is to be played, from the playhead on where that is in it. */
  double playsS;

  /** What has come of it of late. */
  final LateProgress late = new LateProgress();

  /** How long the request took in the end. */
  double elapsedS;

  /** How much later it has turned out to lie than its index told. */
  double movedS;

  /** Whether anything of it has been queued to be appended. */
  boolean begun;

  /** How many bytes of it have come in pieces. */
  double bytes;

  /** Where on the timeline it goes; the same for all of its pieces. */
  @Nullable Placement placement;

  /** Whether it is appended piece by piece. */
  final boolean streamed;

  /** How often it has been begun anew; what was appended for an earlier attempt is void. */
  int attempt;

  /** How many pieces are queued and not yet appended. */
  int piecesUnderWay;

  SegmentFetch(SegmentLocator.Located target, boolean streamed) {
    this.target = target;
    this.streamed = streamed;
  }

  /**
   * It lies later on the timeline than it was told to. By a little the segment before has then been
   * told to end too early: what is between the two is no gap.
   */
  void move(double byS) {
    movedS += byS;
    double startS = target.startS() + (byS > 0 && byS < JOINED_S ? 0 : byS);
    target =
        new SegmentLocator.Located(
            target.periodIndex(), target.data(), target.segment(), startS, target.endS() + byS);
    if (entry != null) {
      entry = target.asEntry(Double.NaN, entry.bytes());
    }
  }

  /**
   * Nothing of what has been made of it counts any more.
   *
   * @return whether some of it has been queued to be appended
   */
  boolean restart() {
    isConverting = false;
    ready.clear();
    tags.clear();
    messages = new EventMessages();
    mediaStartS = Double.NaN;
    hasPictures = false;
    if (!begun) {
      return false;
    }
    begun = false;
    attempt++;
    piecesUnderWay = 0;
    return true;
  }
}
