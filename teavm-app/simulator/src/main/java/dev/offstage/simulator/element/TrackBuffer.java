package dev.offstage.simulator.element;

import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.simulator.media.SegmentTag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The coded frames of one SourceBuffer (Media Source Extensions, sections 3.5.8 to 3.5.10). */
final class TrackBuffer {
  /** Browsers close gaps of up to this many frames in what they say is buffered. */
  private static final double CLOSED_GAP_FRAMES = 2;

  private final List<Block> blocks = new ArrayList<>();

  /** What the blocks are together; null after a change, until somebody asks. */
  private @Nullable TimeRanges ranges;

  /**
   * The frames that a segment has for a placement, in order.
   *
   * @param part how much of the segment is there, from 0 to 1
   */
  static List<Block> framesOf(SegmentTag tag, double part, Placement placement) {
    List<Block> frames = new ArrayList<>();
    double start = tag.startS() + placement.timestampOffsetS();
    double lengthS = tag.endS() - tag.startS();
    double end = start + (part < 1 ? wholeFrames(lengthS * part, tag.frameS()) : lengthS);
    boolean independent = tag.gopS() == 0;
    double step = independent ? lengthS : tag.gopS();
    double bytesPerS = tag.sizeBytes() / lengthS;
    // A window's start drops frames up to the next random access point; its end drops the rest.
    for (double from = start; end - from > tag.frameS() / 2; from += step) {
      double to = Math.min(end, from + step);
      Block block =
          new Block(from, to, tag.frameS(), independent, tag.toString(), bytesPerS)
              .from(placement.windowStartS())
              .endingBy(placement.windowEndS());
      if (!block.isEmpty()) {
        frames.add(block);
      }
    }
    return frames;
  }

  private static double wholeFrames(double lengthS, double frameS) {
    return Math.floor(lengthS / frameS) * frameS;
  }

  /**
   * Adds a segment's frames; they replace what is at their times, and what depends on that.
   *
   * @param frames all that is known of the segment so far
   * @param knownToS up to where they have been added before; what has been removed of that since is
   *     not added again, and frames that depend on it are of no use
   */
  void insert(List<Block> frames, double knownToS) {
    for (Block block : frames) {
      double rounding = block.frameS() / 2;
      if (block.startS() >= knownToS - rounding) {
        insert(block);
      } else if (block.endS() > knownToS + rounding) {
        Block begun = find(block.source(), block.startS());
        if (block.independent()) {
          insert(block.from(knownToS));
        } else if (begun != null && begun.endS() >= knownToS - rounding) {
          insert(block);
        }
      }
    }
  }

  private void insert(Block block) {
    clear(block.startS(), block.endS());
    int index = 0;
    while (index < blocks.size() && blocks.get(index).startS() < block.startS()) {
      index++;
    }
    blocks.add(index, block);
    ranges = null;
  }

  private @Nullable Block find(String source, double startS) {
    for (Block block : blocks) {
      if (block.startS() == startS && block.source().equals(source)) {
        return block;
      }
    }
    return null;
  }

  /**
   * Removes frames from {@code startS} up to the next random access point at or after {@code endS}.
   */
  void remove(double startS, double endS) {
    double reach = Double.POSITIVE_INFINITY;
    for (Block block : blocks) {
      if (block.startS() >= endS) {
        reach = Math.min(reach, block.startS());
      } else if (block.independent() && block.endS() > endS) {
        double frame = block.frameFrom(endS);
        reach = frame < block.endS() ? Math.min(reach, frame) : reach;
      }
    }
    clear(startS, reach);
  }

  /** Removes the frames that start in the range, and the rest of the groups that these are of. */
  private void clear(double startS, double endS) {
    List<Block> kept = new ArrayList<>();
    for (Block block : blocks) {
      if (block.endS() <= startS + block.frameS() * 1e-4
          || block.startS() >= endS - block.frameS() * 1e-4) {
        kept.add(block);
        continue;
      }
      keep(kept, block.before(startS));
      if (block.independent()) {
        keep(kept, block.from(endS));
      }
    }
    blocks.clear();
    blocks.addAll(kept);
    ranges = null;
  }

  private static void keep(List<Block> kept, Block block) {
    if (!block.isEmpty()) {
      kept.add(block);
    }
  }

  /**
   * Removes whole blocks from the front, up to the one at {@code positionS}, until so much room is
   * free.
   *
   * @return whether it is
   */
  boolean evict(double positionS, double neededBytes, double quotaBytes) {
    while (bytes() + neededBytes > quotaBytes) {
      if (blocks.isEmpty() || blocks.get(0).endS() > positionS) {
        return false;
      }
      blocks.remove(0);
      ranges = null;
    }
    return true;
  }

  double bytes() {
    double sum = 0;
    for (Block block : blocks) {
      sum += block.bytes();
    }
    return sum;
  }

  /** Whether all of these frames are here already. */
  boolean holds(List<Block> frames) {
    for (Block block : frames) {
      Block here = find(block.source(), block.startS());
      if (here == null || here.endS() < block.endS() - block.frameS() / 2) {
        return false;
      }
    }
    return !frames.isEmpty();
  }

  /** What is buffered, in order. */
  TimeRanges ranges() {
    if (ranges == null) {
      ranges = joined();
    }
    return ranges;
  }

  private TimeRanges joined() {
    double[] edges = new double[2 * blocks.size()];
    int size = 0;
    for (Block block : blocks) {
      boolean joins =
          size > 0 && block.startS() - edges[size - 1] <= CLOSED_GAP_FRAMES * block.frameS();
      if (joins) {
        edges[size - 1] = Math.max(edges[size - 1], block.endS());
      } else {
        edges[size++] = block.startS();
        edges[size++] = block.endS();
      }
    }
    double[] trimmed = new double[size];
    System.arraycopy(edges, 0, trimmed, 0, size);
    return new TimeRanges(trimmed);
  }

  /** What is at {@code timeS}: the segment that the frame there is of; empty for nothing. */
  String sourceAt(double timeS) {
    for (Block block : blocks) {
      if (timeS >= block.startS() && timeS < block.endS()) {
        return block.source();
      }
    }
    return "";
  }
}
