package dev.offstage.engine.transmux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.testing.MediaFiles;
import dev.offstage.engine.transmux.TransmuxDump.Line;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A file of 16 s, whose clock wraps around within it, is cut while it is played. */
class FileSearchTest {
  private static final int PACKET = 188;
  private static final int TAIL_BYTES = 20_000;
  private static final byte[] PLAIN = MediaFiles.read("ts/plain.ts");
  private static final int AUDIO_PID = 257;

  /** What has been read of the file in search of places. */
  private double readBytes;

  @Test
  void pieces_oneAfterTheOther_areTheWholeFile() {
    assertSeamless(PLAIN);
  }

  /** As in broadcasts: packets of sound and picture lie among each other, and sound comes late. */
  @Test
  void pieces_ofAFileWhosePacketsLieAmongEachOther_areTheWholeFile() {
    byte[] mixed = mixed();
    assertEquals(PLAIN.length, mixed.length);
    assertSeamless(mixed);
  }

  @Test
  void pieces_anywhere_beginWithAKeyFrame_beforeTheMomentThatIsSought() {
    for (byte[] file : List.of(PLAIN, mixed())) {
      for (double timeS = 0; timeS < 16; timeS += 0.7) {
        FileSearch search = open(file);
        readBytes = 0;
        Segment piece = pieceAt(search, file, timeS);
        assertTrue(piece.startS() <= timeS && timeS < piece.endS(), timeS + " in " + piece);
        assertTrue(piece.endS() - piece.startS() < 12.01, piece.toString());
        assertTrue(readBytes < file.length / 2.0, readBytes + " bytes for " + timeS);
        List<Line> lines = transmuxed(search, file, piece).lines;
        double firstS = 0;
        for (char type : new char[] {'v', 'a'}) {
          Line first = lines.stream().filter(line -> line.type() == type).findFirst().orElseThrow();
          firstS = Math.max(firstS, first.show() / 90000.0 - search.startS());
          assertTrue(type == 'a' || first.isKey());
        }
        assertEquals(piece.startS(), firstS, 0.03);
      }
    }
  }

  @Test
  void request_thatBeginsAnew_isReadAnew() {
    FileSearch search = open(PLAIN);
    ByteRange wanted = search.wantedAt(0);
    search.take(new ArrayBytes(slice(PLAIN, wanted.first(), wanted.first() + 500)));
    search.restart();
    assertEquals(wanted, search.wantedAt(0));
    assertEquals(
        pieceAt(open(PLAIN), PLAIN, 0).range().last(), pieceAt(search, PLAIN, 0).range().last());
  }

  @Test
  void file_thatEndsTooEarly_isOnePieceFromThere() {
    FileSearch search = open(PLAIN);
    for (ByteRange wanted = search.wantedAt(0); wanted != null; wanted = search.wantedAt(0)) {
      search.end();
    }
    assertEquals(1, search.index().count());
  }

  @Test
  void tail_withoutTimestamps_saysNothing() {
    FileSearch search = new FileSearch(Address.of("http://media.test/plain.ts"));
    search.takeHead(new ArrayBytes(PLAIN));
    search.beginTail(PLAIN.length);
    search.takeTail(new ArrayBytes(new byte[500]));
    assertTrue(Double.isNaN(search.endTail(PLAIN.length)));
    search.takeAsWhole(20);
    assertNull(search.wantedAt(10));
    assertEquals(1, search.index().count());
    assertEquals(20, search.index().segment(0).endS());
  }

  private void assertSeamless(byte[] file) {
    TsTransmuxer atOnce = new TsTransmuxer(TransmuxOptions.DEFAULT);
    TransmuxDump whole = TransmuxDump.of(atOnce, file);
    FileSearch search = open(file);
    TsTransmuxer transmuxer = new TsTransmuxer(TransmuxOptions.DEFAULT);
    TransmuxDump pieces = new TransmuxDump();
    double timeS = 0;
    int count = 0;
    while (timeS < 16) {
      Segment piece = pieceAt(search, file, timeS);
      transmuxer.begin(search.startS() + piece.startS(), count > 0);
      transmuxer.push(new ArrayBytes(bytes(file, piece)));
      boolean isLast = piece.range().last() == ByteRange.OPEN_END;
      pieces.add(isLast ? transmuxer.finish() : transmuxer.pause());
      count++;
      timeS = piece.endS() + 0.001;
    }
    assertTrue(count >= 3, count + " pieces");
    assertEquals(whole.lines('v'), pieces.lines('v'));
    assertEquals(whole.lines('a'), pieces.lines('a'));
    assertEquals(2, pieces.inits.size());
    assertEquals(List.of(), pieces.notices);
  }

  private static TransmuxDump transmuxed(FileSearch search, byte[] file, Segment piece) {
    TsTransmuxer transmuxer = new TsTransmuxer(TransmuxOptions.DEFAULT);
    double expectedS = search.startS() + piece.startS();
    transmuxer.begin(expectedS, false);
    transmuxer.push(new ArrayBytes(slice(file, 0, search.initBytes())));
    transmuxer.begin(expectedS, false);
    transmuxer.push(new ArrayBytes(bytes(file, piece)));
    return new TransmuxDump().add(transmuxer.pause());
  }

  private static FileSearch open(byte[] file) {
    FileSearch search = new FileSearch(Address.of("http://media.test/plain.ts"));
    int at = 0;
    while (!search.takeHead(new ArrayBytes(slice(file, at, at + 700)))) {
      at += 700;
    }
    assertEquals(95436, search.startS(), 0.2);
    int tail = file.length - TAIL_BYTES;
    search.beginTail(tail);
    search.takeTail(new ArrayBytes(slice(file, tail, file.length)));
    assertEquals(16, search.endTail(file.length), 0.001);
    return search;
  }

  private Segment pieceAt(FileSearch search, byte[] file, double timeS) {
    ByteRange wanted = search.wantedAt(timeS);
    int requests = 0;
    while (wanted != null) {
      double at = wanted.first();
      boolean isFound = false;
      while (!isFound && at <= wanted.last()) {
        double to = Math.min(at + 1000, wanted.last() + 1);
        isFound = search.take(new ArrayBytes(slice(file, at, to)));
        readBytes += to - at;
        at = to;
      }
      if (!isFound) {
        search.end();
      }
      assertTrue(requests++ < 12, "requests for " + timeS);
      wanted = search.wantedAt(timeS);
    }
    SegmentIndex index = search.index();
    return index.segment(index.positionAt(timeS));
  }

  private static byte[] bytes(byte[] file, Segment piece) {
    return slice(file, piece.range().first(), piece.range().last() + 1);
  }

  private static byte[] slice(byte[] file, double from, double to) {
    return Arrays.copyOfRange(file, (int) from, (int) Math.min(file.length, to));
  }

  private static byte[] mixed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Queue<byte[]> audio = new ArrayDeque<>();
    int others = 0;
    for (int at = 0; at < PLAIN.length; at += PACKET) {
      byte[] packet = slice(PLAIN, at, at + PACKET);
      if (((packet[1] & 31) << 8 | packet[2] & 0xFF) == AUDIO_PID) {
        audio.add(packet);
        continue;
      }
      out.writeBytes(packet);
      if (++others % 2 == 0 && !audio.isEmpty()) {
        out.writeBytes(audio.remove());
      }
    }
    audio.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
