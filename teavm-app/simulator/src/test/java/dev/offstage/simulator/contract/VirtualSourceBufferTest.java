package dev.offstage.simulator.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.media.Bytes;
import dev.offstage.simulator.element.VirtualElement;
import dev.offstage.simulator.element.VirtualMediaSource;
import dev.offstage.simulator.media.SegmentTag;
import dev.offstage.simulator.media.VirtualBytes;
import dev.offstage.simulator.time.EventLoop;
import dev.offstage.simulator.time.Journal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtualSourceBufferTest extends SinkBufferContract {
  private static final int SEGMENT_BYTES = 100_000;

  private final EventLoop loop = new EventLoop(0);
  private final Journal journal = new Journal(loop, false);
  private final List<String> events = new ArrayList<>();
  private final VirtualElement element =
      new VirtualElement(loop, journal, () -> false, events::add);
  private final VirtualMediaSource source =
      new VirtualMediaSource(
          loop,
          journal,
          new VirtualMediaSource.Traits(type -> true, 6 * SEGMENT_BYTES, true),
          new MediaSink.Listener() {
            @Override
            public void onOpen() {
              events.add("sourceopen");
            }

            @Override
            public void onClosed() {
              events.add("sourceclose");
            }
          });
  private SinkBuffer buffer;

  @BeforeEach
  void open() {
    element.attach(source);
    settle();
    buffer = source.addBuffer("video/mp4");
    source.setDuration(100);
  }

  @Override
  SinkBuffer buffer() {
    return buffer;
  }

  @Override
  Bytes init() {
    return SegmentTag.ofInit("v", 800).toBytes();
  }

  @Override
  Bytes segment(int position) {
    return new SegmentTag(
            "v", false, position, 2 * position, 2 * position + 2, 2, 0.04, SEGMENT_BYTES)
        .toBytes();
  }

  @Override
  Bytes garbage() {
    return VirtualBytes.of("", SEGMENT_BYTES);
  }

  @Override
  void settle() {
    loop.runUntil(loop.elapsedMs() + 20);
  }

  @Test
  void twoOperationsAtOnce_areTheCallersFault() {
    buffer.append(init(), ANYWHERE, failure -> {});
    assertThrows(IllegalStateException.class, () -> buffer.remove(0, 1, failure -> {}));
  }

  @Test
  void mediaWithoutItsInit_isTheCallersFault() {
    assertThrows(
        IllegalStateException.class, () -> buffer.append(segment(0), ANYWHERE, failure -> {}));
  }

  @Test
  void fullBuffer_firstDropsWhatIsBehindThePlayhead_thenFails() {
    fill(0, 6);
    element.seek(5);
    settle();
    assertEquals(List.of(), fill(6, 8));
    assertEquals(4, buffer.buffered().startS(0), 0.05);
    assertEquals(List.of(SinkFailure.Kind.QUOTA), fill(8, 9));
  }

  @Test
  void garbage_failsTheElement() {
    fill(0, 1);
    buffer.append(garbage(), ANYWHERE, failure -> {});
    settle();
    assertEquals(VirtualElement.MEDIA_ERR_DECODE, element.errorCode());
    assertTrue(events.contains("error"));
  }

  @Test
  void element_playsStallsAndEnds() {
    fill(0, 1);
    loop.runUntil(loop.elapsedMs() + 5_000);
    assertEquals(2, element.currentTime(), 1e-6);
    assertEquals(1, element.stalls());
    fill(1, 2);
    assertTrue(element.isMoving());
    source.endOfStream();
    loop.runUntil(loop.elapsedMs() + 5_000);
    assertTrue(element.isEnded());
    assertEquals(4, element.durationS(), 1e-6);
    assertEquals(4, element.playedS(), 1e-6);
  }

  @Test
  void appendAfterTheEnd_opensTheSourceAgain() {
    fill(0, 1);
    source.endOfStream();
    assertTrue(source.isEnded());
    fill(1, 2);
    assertTrue(!source.isEnded());
  }

  @Test
  void removalUnderThePlayhead_stallsTheElement() {
    fill(0, 4);
    loop.runUntil(loop.elapsedMs() + 2_500);
    assertTrue(element.isMoving());
    buffer.remove(0, 2, failure -> {});
    settle();
    assertTrue(element.isMoving());
    buffer.remove(0, 2.1, failure -> {});
    settle();
    assertTrue(!element.isMoving());
  }

  @Test
  void detached_failsWhatComesLater() {
    fill(0, 1);
    element.detach();
    assertEquals(List.of(SinkFailure.Kind.CLOSED), fill(1, 2));
    assertTrue(events.contains("sourceclose"));
  }

  private List<SinkFailure.Kind> fill(int from, int to) {
    List<SinkFailure.Kind> failures = new ArrayList<>();
    if (from == 0) {
      buffer.append(init(), ANYWHERE, failure -> {});
      settle();
    }
    for (int i = from; i < to; i++) {
      buffer.append(
          segment(i),
          ANYWHERE,
          failure -> {
            if (failure != null) {
              failures.add(failure.kind());
            }
          });
      settle();
    }
    return failures;
  }
}
