package dev.offstage.engine.transmux;

import dev.offstage.engine.media.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what comes out, and counts what is to be noticed. Where the tracks are wanted together,
 * it makes one init segment of theirs, and holds fragments back until there is one.
 */
final class Output {
  private static final Notice.Kind[] KINDS = Notice.Kind.values();

  private final boolean isTogether;
  private List<Transmuxed> ready = new ArrayList<>();
  private final List<TrackFragment> held = new ArrayList<>();
  private @Nullable TrackInit video;
  private @Nullable TrackInit audio;
  private boolean isInitStale;
  private final int[] counts = new int[KINDS.length];

  Output(boolean isTogether) {
    this.isTogether = isTogether;
  }

  /** The number of a track in its init segment. */
  int track(MediaType type) {
    return isTogether && type == MediaType.AUDIO ? 2 : 1;
  }

  void add(Transmuxed item) {
    if (isTogether && item instanceof TrackInit init) {
      if (init.type() == MediaType.VIDEO) {
        video = init;
      } else {
        audio = init;
      }
      isInitStale = true;
    } else if (isTogether && item instanceof TrackFragment fragment) {
      held.add(fragment);
      if (video != null && audio != null) {
        release();
      }
    } else {
      ready.add(item);
    }
  }

  private void release() {
    if (isInitStale && !held.isEmpty()) {
      isInitStale = false;
      ready.add(TrackInit.of(video, audio));
    }
    ready.addAll(held);
    held.clear();
  }

  void notice(Notice.Kind kind, int count) {
    counts[kind.ordinal()] += count;
  }

  /** What has not been taken is of no use any more. */
  void forget() {
    held.clear();
    take(false);
  }

  /**
   * Hands all of it out.
   *
   * @param isLast whether nothing more comes, so that nothing is held back
   */
  List<Transmuxed> take(boolean isLast) {
    if (isLast) {
      release();
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        ready.add(new Notice(KINDS[i], counts[i]));
        counts[i] = 0;
      }
    }
    List<Transmuxed> taken = ready;
    ready = new ArrayList<>();
    return taken;
  }
}
