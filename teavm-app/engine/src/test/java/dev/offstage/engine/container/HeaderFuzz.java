package dev.offstage.engine.container;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.mp4.EventMessage;
import dev.offstage.engine.mp4.EventMessages;
import dev.offstage.engine.mp4.InitSegmentReader;
import dev.offstage.engine.mp4.SidxReader;
import dev.offstage.engine.presentation.ByteRangeIndexBuilder;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.IndexStep;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentAddressing.Indexed;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.presentation.SegmentIndexReader;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.webm.CuesReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What must hold of the headers of any file whatever, be it MP4 or WebM: only the parse error comes
 * out, an index is in order, and nobody asks for more and more. The method is as Jazzer looks for
 * it; {@code src/test/media/fuzz.sh} runs it for as long as one likes.
 */
public final class HeaderFuzz {
  /** The most loads that any reader allows itself, and one. */
  private static final int MOST_LOADS = 1001;

  /** Files of many references to one box make many rows of few bytes. */
  private static final int MOST_ROWS = 5000;

  private static final Format FORMAT = new Format("video/mp4", null, 0, 0, 0, 0, 0);

  private HeaderFuzz() {}

  /**
   * Feeds the readers.
   *
   * @param input its first byte says which one, the second where in the file the index is; the
   *     others are the file
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 3) {
      return;
    }
    byte[] file = Arrays.copyOfRange(input, 2, input.length);
    int at = (input[1] & 0xFF) * file.length / 256;
    ByteRange range = new ByteRange(at, Math.max(at, file.length - 1));
    ByteRangeIndexBuilder index = new ByteRangeIndexBuilder(Address.of("u"), 0, 100);
    switch (input[0] & 3) {
      case 0 -> start(file, at);
      case 1 -> load(new SidxReader(new ByteRange(0, at), index), file);
      case 2 -> load(new SidxReader(range, index), file);
      default -> {
        InitSegment init = new InitSegment("u", new ByteRange(0, at));
        load(new CuesReader(init, new Indexed("u", range), index), file);
      }
    }
  }

  /** An init segment and the media behind it, as one or as two. */
  private static void start(byte[] file, int at) {
    InitSegmentReader.tracks(file);
    ArrayBytes whole = new ArrayBytes(file);
    ArrayBytes init = new ArrayBytes(Arrays.copyOf(file, at));
    ArrayBytes media = new ArrayBytes(Arrays.copyOfRange(file, at, file.length));
    double startS = SegmentStart.readS(init, List.of(media));
    double inPiecesS = SegmentStart.readS(null, List.of(init, media));
    double atOnceS = SegmentStart.readS(null, List.of(whole));
    if (Double.compare(inPiecesS, atOnceS) != 0) {
      throw new IllegalStateException(inPiecesS + " is " + atOnceS);
    }
    check(startS);
    check(atOnceS);
    SegmentStart.shownS(init, List.of(media));
    InitType.of(init, List.of(media), FORMAT);
    InitType.of(null, List.of(whole), FORMAT);
    EventMessages inPieces = new EventMessages();
    List<EventMessage> messages = new ArrayList<>(inPieces.take(init));
    messages.addAll(inPieces.take(media));
    List<EventMessage> atOnce = new EventMessages().take(whole);
    if (messages.size() != atOnce.size()) {
      throw new IllegalStateException(messages + " are " + atOnce);
    }
  }

  private static void check(double timeS) {
    if (timeS < 0 || Double.isInfinite(timeS)) {
      throw new IllegalStateException("starts at " + timeS);
    }
  }

  private static void load(SegmentIndexReader reader, byte[] file) {
    int loads = 0;
    try {
      IndexStep step = reader.start();
      while (step instanceof IndexStep.Load load) {
        if (++loads > MOST_LOADS) {
          throw new IllegalStateException("loads and loads");
        }
        int from = (int) Math.min(file.length, load.range().first());
        int to = (int) Math.min(file.length, load.range().last() + 1);
        step = reader.read(load.range(), new ArrayBytes(Arrays.copyOfRange(file, from, to)));
      }
      check(((IndexStep.Complete) step).index(), file.length);
    } catch (ParserException expected) {
      // The one thing that may come out.
    }
  }

  private static void check(SegmentIndex index, int fileBytes) {
    // Each row takes bytes of the file: what is referred to twice is not read twice.
    if (index.count() > MOST_LOADS * (long) fileBytes) {
      throw new IllegalStateException(index.count() + " rows of " + fileBytes + " bytes");
    }
    double beforeS = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < Math.min(index.count(), MOST_ROWS); i++) {
      Segment segment = index.segment(i);
      ByteRange range = segment.range();
      boolean isInOrder = segment.startS() >= beforeS && segment.endS() >= segment.startS();
      if (!isInOrder || range == null || !(range.first() >= 0 && range.last() >= range.first())) {
        throw new IllegalStateException(segment.toString());
      }
      int position = index.positionAt(segment.startS());
      if (position < i && index.segment(position).startS() != segment.startS()) {
        throw new IllegalStateException(i + " is found at " + position);
      }
      beforeS = segment.startS();
    }
  }
}
