package dev.offstage.engine.transmux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.transmux.TransmuxDump.Line;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedAudioTransmuxerTest {
  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static PackedAudioTransmuxer transmuxer() {
    return new PackedAudioTransmuxer(TransmuxOptions.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed.aac", "packed.mp3", "packed.ac3"})
  void audio_behindATimestamp_startsThere(String name) {
    byte[] input = join(Id3Tags.tag(Id3Tags.timestamp(8_000_000_000L)), Oracle.read(name));
    TransmuxDump whole = TransmuxDump.of(transmuxer(), input);
    List<TransmuxDump.Line> expected = new Oracle(name).lines('a');
    assertEquals(expected.size(), whole.lines.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(8e9 + expected.get(i).show(), whole.lines.get(i).show(), 1);
      assertEquals(expected.get(i).crc(), whole.lines.get(i).crc());
    }
    assertEquals(whole.lines, TransmuxDump.chunked(transmuxer(), input, 1).lines);
    assertEquals(List.of(), whole.metadata);
  }

  @Test
  void enhancedAc3_isToldByItsFrames() {
    byte[] audio = Id3Tags.tag(Id3Tags.timestamp(0));
    for (Parts.Pes part : Parts.of("eac3.ts")) {
      audio = join(audio, part.data());
    }
    TransmuxDump packed = TransmuxDump.of(transmuxer(), audio);
    assertEquals("ec-3", packed.inits.get(0).codec());
    List<String> expected = new Oracle("eac3.ts").lines('a').stream().map(Line::crc).toList();
    assertEquals(expected, packed.lines.stream().map(Line::crc).toList());
  }

  @Test
  void segments_contiguous_areSeamless() {
    PackedAudioTransmuxer transmuxer = transmuxer();
    byte[] audio = Oracle.read("packed.aac");
    transmuxer.begin(Double.NaN, false);
    transmuxer.push(new ArrayBytes(join(Id3Tags.tag(Id3Tags.timestamp(900)), audio)));
    TransmuxDump first = new TransmuxDump().add(transmuxer.finish());
    transmuxer.begin(Double.NaN, true);
    long rounded = 900 + 48 * 1920 + 300;
    transmuxer.push(new ArrayBytes(join(Id3Tags.tag(Id3Tags.timestamp(rounded)), audio)));
    TransmuxDump second = first.next().add(transmuxer.finish());
    assertEquals(first.fragments.get(0).endS(), second.fragments.get(0).startS());
    assertEquals(0, second.inits.size());
  }

  @Test
  void audio_withoutATimestamp_startsWhereExpected() {
    PackedAudioTransmuxer transmuxer = transmuxer();
    transmuxer.begin(12.5, false);
    transmuxer.push(new ArrayBytes(Oracle.read("packed.aac")));
    TransmuxDump dump = new TransmuxDump().add(transmuxer.finish());
    assertEquals(12.5, dump.fragments.get(0).startS(), 1e-9);
  }

  @Test
  void tags_besidesTheTimestamp_areMetadata() {
    byte[] tag = Id3Tags.tag(Id3Tags.timestamp(90000), Id3Tags.frame("TIT2", "\3song\0"));
    TransmuxDump dump = TransmuxDump.of(transmuxer(), join(tag, Oracle.read("packed.mp3")));
    assertEquals(1, dump.metadata.size());
    assertEquals(1, dump.metadata.get(0).timeS());
    assertArrayEquals(tag, dump.metadata.get(0).data());
  }

  @Test
  void mp3_forBrowsersWithoutItInMp4_staysAsItIs() {
    TransmuxOptions options =
        new TransmuxOptions(TransmuxOptions.DEFAULT.sbr(), true, TransmuxOptions.Tracks.APART);
    PackedAudioTransmuxer transmuxer = new PackedAudioTransmuxer(options);
    byte[] audio = Oracle.read("packed.mp3");
    transmuxer.begin(Double.NaN, false);
    transmuxer.push(new ArrayBytes(join(Id3Tags.tag(Id3Tags.timestamp(90000)), audio)));
    List<Transmuxed> items = transmuxer.finish();
    TrackInit init = (TrackInit) items.get(0);
    assertEquals("audio/mpeg", init.contentType());
    assertEquals(0, init.data().length);
    TrackFragment fragment = (TrackFragment) items.get(1);
    assertEquals(1, fragment.timestampOffsetS());
    assertEquals(1 + 40 * 1152 / 44100.0, fragment.endS(), 1e-9);
    // All but the frame that tells of the file.
    byte[] sound = fragment.data();
    byte[] end = Arrays.copyOfRange(audio, audio.length - sound.length, audio.length);
    assertArrayEquals(end, sound);
  }

  /** As the last segment may be, where it is shorter than a frame. */
  @Test
  void tagsAlone_areASegmentWithoutSound_butWithItsMetadata() {
    byte[] silent = Id3Tags.tag(Id3Tags.timestamp(180000), Id3Tags.frame("TIT2", "\3song\0"));
    TransmuxDump alone = TransmuxDump.of(transmuxer(), silent);
    assertEquals(0, alone.inits.size() + alone.fragments.size());

    PackedAudioTransmuxer transmuxer = transmuxer();
    transmuxer.begin(Double.NaN, false);
    byte[] timestamp = Id3Tags.tag(Id3Tags.timestamp(90000));
    transmuxer.push(new ArrayBytes(join(timestamp, Oracle.read("packed.aac"))));
    TransmuxDump first = new TransmuxDump().add(transmuxer.finish());
    transmuxer.begin(Double.NaN, true);
    transmuxer.push(new ArrayBytes(silent));
    TransmuxDump second = first.next().add(transmuxer.finish());
    assertEquals(0, second.fragments.size());
    assertEquals(2, second.metadata.get(0).timeS());
  }

  @Test
  void data_thatIsNoAudio_fails() {
    assertThrows(ParserException.class, () -> TransmuxDump.of(transmuxer(), new byte[900]));
    assertThrows(ParserException.class, () -> TransmuxDump.of(transmuxer(), new byte[0]));
  }

  @Test
  void segments_ofEveryKind_areRecognised() {
    assertEquals(SegmentKind.MPEG_TS, kind(Oracle.read("opus.ts")));
    assertEquals(SegmentKind.PACKED_AUDIO, kind(Oracle.read("packed.aac")));
    assertEquals(SegmentKind.PACKED_AUDIO, kind(Oracle.read("packed.mp3")));
    assertEquals(SegmentKind.PACKED_AUDIO, kind(Oracle.read("packed.ac3")));
    assertEquals(SegmentKind.PACKED_AUDIO, kind(Id3Tags.tag()));
    assertEquals(SegmentKind.WEBVTT, kind("WEBVTT\n".getBytes()));
    assertEquals(SegmentKind.MP4, kind("....styp....".getBytes()));
    assertEquals(
        SegmentKind.WEBM, kind(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 1, 2, 3}));
    assertEquals(SegmentKind.UNKNOWN, kind("<html></html>".getBytes()));
    assertEquals(SegmentKind.UNKNOWN, kind(new byte[0]));
  }

  private static SegmentKind kind(byte[] data) {
    return SegmentKind.of(data, data.length);
  }
}
