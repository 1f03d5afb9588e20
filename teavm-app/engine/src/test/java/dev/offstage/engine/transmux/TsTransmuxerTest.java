package dev.offstage.engine.transmux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.mp4.FragmentTime;
import dev.offstage.engine.mp4.InitSegmentReader;
import dev.offstage.engine.mp4.TrackHeader;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.testing.TsWriter;
import dev.offstage.engine.transmux.Parts.Pes;
import dev.offstage.engine.transmux.TransmuxDump.Line;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams that are put together in every way that streams are. */
class TsTransmuxerTest {
  private static final long WRAP = 1L << 33;
  private static final List<Pes> MUXED = Parts.of("avc-aac.ts");
  private static final List<Pes> VIDEO = MUXED.stream().filter(Pes::isVideo).toList();
  private static final List<Pes> AUDIO = MUXED.stream().filter(part -> !part.isVideo()).toList();
  private static final TransmuxDump WHOLE = dump(Parts.write(Parts.begin(MUXED), MUXED));

  private static TsTransmuxer transmuxer() {
    return new TsTransmuxer(TransmuxOptions.DEFAULT);
  }

  private static TransmuxDump dump(TsWriter stream) {
    return TransmuxDump.of(transmuxer(), stream.toArray());
  }

  private static TransmuxDump segment(
      TsTransmuxer transmuxer, double expectedS, boolean isContiguous, TsWriter stream) {
    transmuxer.begin(expectedS, isContiguous);
    transmuxer.push(new ArrayBytes(stream.toArray()));
    return new TransmuxDump().add(transmuxer.finish());
  }

  /** The segment that continues the one before. */
  private static TransmuxDump next(TransmuxDump before, TsTransmuxer transmuxer, TsWriter stream) {
    transmuxer.begin(Double.NaN, true);
    transmuxer.push(new ArrayBytes(stream.toArray()));
    return before.next().add(transmuxer.finish());
  }

  private static List<Pes> later(List<Pes> parts, long ticks) {
    return parts.stream().map(part -> part.later(ticks)).toList();
  }

  private static List<Long> shows(List<Line> lines) {
    return lines.stream().map(Line::show).toList();
  }

  @Test
  void pictures_reordered_haveCompositionOffsets() {
    List<Line> video = WHOLE.lines('v');
    assertEquals(new Oracle("avc-aac.ts").lines('v'), video);
    assertTrue(video.stream().anyMatch(line -> line.show() > line.decode() + 3600));
    TrackFragment first = WHOLE.fragments.get(0);
    assertTrue(first.startsWithKey());
    assertEquals(0.08, first.startS(), 1e-9);
    assertEquals(2.08, first.endS(), 1e-9);
  }

  /** What is not there yet must not be covered by the picture before it. */
  @Test
  void pictures_reordered_areHandedOutWithoutHoles() {
    byte[] input = Parts.write(Parts.begin(MUXED), MUXED).toArray();
    TransmuxDump dump = TransmuxDump.chunked(transmuxer(), input, 2000);
    assertEquals(WHOLE.lines('v'), dump.lines('v'));
    List<TrackFragment> video =
        dump.fragments.stream().filter(it -> it.type() == MediaType.VIDEO).toList();
    assertTrue(video.size() > 5, video.size() + " fragments");
    for (int i = 1; i < video.size(); i++) {
      assertEquals(video.get(i - 1).endS(), video.get(i).startS(), 1e-6, "fragment " + i);
    }
  }

  @Test
  void pictures_shownBeforeTheyAreDecoded_haveNegativeOffsets() {
    List<Pes> early =
        VIDEO.stream()
            .map(it -> new Pes(it.stream(), it.show(), it.decode() + 9_000, it.data()))
            .toList();
    List<Line> video = dump(Parts.write(Parts.begin(early), early)).lines('v');
    assertEquals(shows(WHOLE.lines('v')), shows(video));
    assertTrue(video.stream().anyMatch(line -> line.show() < line.decode()));
  }

  @Test
  void tracks_ofTheirOwn_arePlayedAlone() {
    TransmuxDump video = dump(Parts.write(Parts.begin(VIDEO), VIDEO));
    assertEquals(WHOLE.lines('v'), video.lines);
    TransmuxDump audio = dump(Parts.write(Parts.begin(AUDIO), AUDIO));
    assertEquals(WHOLE.lines('a'), audio.lines);
  }

  @Test
  void timestamps_thatWrap_goOn() {
    long shift = WRAP - 90000;
    TransmuxDump dump = dump(Parts.write(Parts.begin(MUXED), later(MUXED, shift)));
    assertEquals(
        WHOLE.lines('v').stream().map(line -> line.show() + shift).toList(),
        shows(dump.lines('v')));
    assertEquals(
        WHOLE.lines('a').stream().map(line -> line.show() + shift).toList(),
        shows(dump.lines('a')));
    assertEquals(List.of(), dump.notices);
  }

  @Test
  void timestamps_withAnExpectedTime_areTheNearest() {
    double wrapS = WRAP / 90000.0;
    for (int wraps = -1; wraps <= 2; wraps++) {
      TransmuxDump dump =
          segment(transmuxer(), wraps * wrapS + 20, false, Parts.write(Parts.begin(MUXED), MUXED));
      long shift = wraps * WRAP;
      List<Line> video = dump.lines('v');
      assertEquals(WHOLE.lines('v').get(0).show() + shift, video.get(0).show(), "" + wraps);
      for (TrackFragment fragment : dump.fragments) {
        assertEquals(wraps < 0, fragment.timestampOffsetS() < 0);
        assertEquals(wraps * wrapS + 0.08, fragment.startS(), 0.1);
      }
      assertEquals(WHOLE.lines.size(), dump.lines.size());
    }
  }

  @Test
  void segments_contiguous_goOnWithoutAnotherInit() {
    TsTransmuxer transmuxer = transmuxer();
    TransmuxDump first =
        segment(transmuxer, Double.NaN, false, Parts.write(Parts.begin(MUXED), MUXED));
    List<Pes> second = later(MUXED, 2 * 90000);
    TransmuxDump next = next(first, transmuxer, Parts.write(Parts.begin(MUXED), second));
    assertEquals(2, first.inits.size());
    assertEquals(0, next.inits.size());
    TrackFragment audioBefore = last(first, MediaType.AUDIO);
    TrackFragment audioAfter = first(next, MediaType.AUDIO);
    // The audio of the fixture lasts a frame longer than its pictures: it goes on, seamlessly.
    assertEquals(audioBefore.endS(), audioAfter.startS(), 1e-9);
    TransmuxDump again =
        segment(transmuxer, Double.NaN, false, Parts.write(Parts.begin(MUXED), second));
    assertEquals(2, again.inits.size());
  }

  private static TrackFragment first(TransmuxDump dump, MediaType type) {
    return dump.fragments.stream().filter(it -> it.type() == type).findFirst().get();
  }

  private static TrackFragment last(TransmuxDump dump, MediaType type) {
    List<TrackFragment> all = dump.fragments.stream().filter(it -> it.type() == type).toList();
    return all.get(all.size() - 1);
  }

  @Test
  void audioFrame_acrossSegments_isPutTogether() {
    byte[] data = join(AUDIO);
    int cut = data.length / 2 + 5;
    Pes first = AUDIO.get(0).with(Arrays.copyOf(data, cut));
    Pes second = AUDIO.get(0).with(Arrays.copyOfRange(data, cut, data.length));
    TsTransmuxer transmuxer = transmuxer();
    TransmuxDump dump =
        segment(transmuxer, Double.NaN, false, Parts.write(Parts.begin(AUDIO), List.of(first)));
    TsWriter rest = Parts.begin(AUDIO);
    rest.pes(second.stream().pid(), 0xC0, -1, -1, true, second.data());
    transmuxer.begin(Double.NaN, true);
    transmuxer.push(new ArrayBytes(rest.toArray()));
    dump.add(transmuxer.finish());
    assertEquals(WHOLE.lines('a'), dump.lines('a'));
  }

  @Test
  void audioFrames_acrossPackets_arePutTogether() {
    byte[] data = join(AUDIO);
    List<Pes> parts = new ArrayList<>();
    TsWriter out = Parts.begin(AUDIO);
    for (int at = 0; at < data.length; at += 333) {
      byte[] part = Arrays.copyOfRange(data, at, Math.min(data.length, at + 333));
      long show = at == 0 ? AUDIO.get(0).show() : -1;
      out.pes(AUDIO.get(0).stream().pid(), 0xC0, show, show, true, part);
      parts.add(AUDIO.get(0).with(part));
    }
    assertTrue(parts.size() > 20);
    assertEquals(WHOLE.lines('a'), dump(out).lines('a'));
  }

  private static byte[] join(List<Pes> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(part -> all.writeBytes(part.data()));
    return all.toByteArray();
  }

  @Test
  void pictures_withoutDelimiters_areFound() {
    List<Pes> bare = VIDEO.stream().map(part -> part.with(withoutDelimiters(part.data()))).toList();
    assertEquals(WHOLE.lines('v'), dump(Parts.write(Parts.begin(VIDEO), bare)).lines);
    List<Pes> slices = Parts.of("avc-slices.ts");
    List<Pes> bareSlices =
        slices.stream().map(part -> part.with(withoutDelimiters(part.data()))).toList();
    assertEquals(
        new Oracle("avc-slices.ts").lines('v'),
        dump(Parts.write(Parts.begin(slices), bareSlices)).lines);
  }

  private static byte[] withoutDelimiters(byte[] data) {
    // A delimiter is 00 00 00 01 09 F0, at the start.
    assertArrayEquals(new byte[] {0, 0, 0, 1, 9}, Arrays.copyOf(data, 5));
    return Arrays.copyOfRange(data, 6, data.length);
  }

  @Test
  void pictures_severalToAPacket_areTakenApart() {
    // Pictures without reordering, so that times can be counted on.
    List<Pes> parts = Parts.of("avc-anamorphic.ts");
    TsWriter out = Parts.begin(parts);
    for (int i = 0; i < parts.size(); i += 5) {
      Pes pes = parts.get(i).with(join(parts.subList(i, Math.min(parts.size(), i + 5))));
      out = Parts.write(out, List.of(pes));
    }
    assertEquals(new Oracle("avc-anamorphic.ts").lines('v'), dump(out).lines);
  }

  @Test
  void picture_overSeveralPackets_isPutTogether() {
    TsWriter out = Parts.begin(VIDEO);
    int pid = VIDEO.get(0).stream().pid();
    for (Pes part : VIDEO) {
      int middle = part.data().length / 2;
      out.pes(pid, 0xE0, part.show(), part.decode(), true, Arrays.copyOf(part.data(), middle));
      byte[] rest = Arrays.copyOfRange(part.data(), middle, part.data().length);
      out.pes(pid, 0xE0, -1, -1, true, rest);
    }
    assertEquals(WHOLE.lines('v'), dump(out).lines);
  }

  @Test
  void pictures_withoutDecodingTimes_getThem() {
    List<Pes> parts =
        VIDEO.stream()
            .map(part -> new Pes(part.stream(), part.show(), part.show(), part.data()))
            .toList();
    TransmuxDump dump = dump(Parts.write(Parts.begin(VIDEO), parts));
    assertEquals(shows(WHOLE.lines('v')), shows(dump.lines));
    List<Long> sorted = shows(WHOLE.lines('v')).stream().sorted().toList();
    assertEquals(sorted, dump.lines.stream().map(Line::decode).toList());
    assertTrue(dump.lines.stream().anyMatch(line -> line.show() < line.decode()));
  }

  @Test
  void pictures_beforeAKeyFrame_areDropped() {
    List<Pes> parts = VIDEO.subList(10, VIDEO.size());
    TransmuxDump dump = dump(Parts.write(Parts.begin(VIDEO), parts));
    List<Line> whole = WHOLE.lines('v');
    assertEquals(whole.subList(25, 50), dump.lines);
    assertEquals(15, dump.noticed(Notice.Kind.PICTURES_BEFORE_KEY));
  }

  @Test
  void segment_contiguousWithoutAKeyFrame_isKept() {
    TsTransmuxer transmuxer = transmuxer();
    TsWriter first = Parts.write(Parts.begin(VIDEO), VIDEO.subList(0, 10));
    TsWriter second = Parts.write(Parts.begin(VIDEO), VIDEO.subList(10, 25));
    TransmuxDump dump = segment(transmuxer, Double.NaN, false, first);
    TransmuxDump next = next(dump, transmuxer, second);
    assertEquals(10, dump.lines.size());
    assertEquals(WHOLE.lines('v').subList(10, 25), next.lines);
    assertFalse(next.fragments.get(0).startsWithKey());
  }

  @Test
  void openGroup_atTheStart_losesItsLeadingPictures() {
    List<Line> whole = new Oracle("avc-opengop.ts").lines('v');
    int key = 1;
    while (!whole.get(key).isKey()) {
      key++;
    }
    List<Pes> parts = Parts.of("avc-opengop.ts");
    TransmuxDump dump = dump(Parts.write(Parts.begin(parts), parts.subList(key, parts.size())));
    long start = whole.get(key).show();
    List<Line> rest = whole.subList(key, whole.size());
    List<Line> shown = rest.stream().filter(line -> line.show() >= start).toList();
    assertTrue(shown.size() < rest.size(), "the group is open");
    assertEquals(shown, dump.lines);
  }

  @Test
  void packets_lost_takeTheirPictureWithThem() {
    TsWriter out = Parts.begin(VIDEO);
    int pid = VIDEO.get(0).stream().pid();
    for (int i = 0; i < VIDEO.size(); i++) {
      Pes part = VIDEO.get(i);
      TsWriter one = i == 30 ? out.skipCounter(pid) : out;
      one.pes(pid, 0xE0, part.show(), part.decode(), false, part.data());
      if (i == 12) {
        out.skipCounter(pid);
      }
    }
    TransmuxDump dump = dump(out);
    assertTrue(dump.noticed(Notice.Kind.PACKETS_LOST) >= 2);
    assertEquals(2, dump.noticed(Notice.Kind.PICTURES_DAMAGED));
    List<Line> expected = new ArrayList<>(WHOLE.lines('v'));
    // What is lost between two packets was at the end of the first.
    expected.remove(29);
    expected.remove(12);
    assertEquals(shows(expected), shows(dump.lines));
  }

  @Test
  void packets_repeated_countOnce() {
    TsWriter out = Parts.begin(MUXED);
    for (Pes part : MUXED) {
      out = Parts.write(out, List.of(part)).repeatLast();
    }
    TransmuxDump dump = dump(out);
    assertEquals(WHOLE.lines('v'), dump.lines('v'));
    assertEquals(WHOLE.lines('a'), dump.lines('a'));
    assertEquals(List.of(), dump.notices);
  }

  @Test
  void packets_notCounted_arePlayed() {
    byte[] stream = Parts.write(Parts.begin(MUXED), MUXED).toArray();
    for (int at = 0; at < stream.length; at += 188) {
      stream[at + 3] &= (byte) 0xF0;
    }
    TransmuxDump dump = TransmuxDump.of(transmuxer(), stream);
    assertEquals(WHOLE.lines, dump.lines);
  }

  @Test
  void bytes_betweenPackets_areSkipped() {
    byte[] stream = Parts.write(Parts.begin(MUXED), MUXED).toArray();
    TsWriter out = new TsWriter();
    out.raw(new byte[77]);
    out.raw(Arrays.copyOf(stream, 188 * 20)).raw(new byte[] {1, 0x47, 2});
    out.raw(Arrays.copyOfRange(stream, 188 * 20, stream.length));
    for (int size : new int[] {100_000, 1, 187}) {
      TransmuxDump dump = TransmuxDump.chunked(transmuxer(), out.toArray(), size);
      assertEquals(WHOLE.lines('v'), dump.lines('v'));
      assertEquals(WHOLE.lines('a'), dump.lines('a'));
      assertEquals(80, dump.noticed(Notice.Kind.BYTES_SKIPPED));
    }
  }

  @Test
  void programs_several_theFirstWithMediaIsPlayed() {
    TsWriter out = new TsWriter().pat(0, 16, 7, 300, 1, Parts.MAP_PID, 9, 301);
    out.pmt(300, 7, TsWriter.stream(0x05, 600));
    out.pmt(Parts.MAP_PID, 1, Parts.entries(MUXED));
    out.pmt(301, 9, TsWriter.stream(0x0F, 700));
    assertEquals(WHOLE.lines, dump(Parts.write(out, MUXED)).lines);
  }

  @Test
  void programMap_changed_isFollowed() {
    List<Pes> mp3 = Parts.of("avc-mp3.ts").stream().filter(part -> !part.isVideo()).toList();
    List<Pes> moved =
        later(mp3, 4 * 90000).stream()
            .map(
                part ->
                    new Pes(
                        new dev.offstage.engine.mpegts.ElementaryStream(
                            500, part.stream().kind(), part.stream().streamType(), "", 0),
                        part.show(),
                        part.decode(),
                        part.data()))
            .toList();
    TsWriter out = Parts.write(Parts.begin(MUXED), MUXED);
    out.pat(2, 999).pmt(999, 2, Parts.entries(moved));
    TransmuxDump dump = dump(Parts.write(out, moved));
    assertEquals(List.of("avc1.64000a", "mp4a.40.2", "mp4a.6B"), codecs(dump));
    assertEquals(WHOLE.lines('v'), dump.lines('v'));
    assertEquals(WHOLE.lines('a').size() + 40, dump.lines('a').size());
  }

  private static List<String> codecs(TransmuxDump dump) {
    return dump.inits.stream().map(TrackInit::codec).sorted().toList();
  }

  @Test
  void resolution_changed_isAnnounced() {
    List<Pes> other = later(Parts.of("avc-slices.ts"), 2 * 90000);
    TsWriter out = Parts.write(Parts.begin(VIDEO), VIDEO);
    int pid = VIDEO.get(0).stream().pid();
    for (Pes part : other) {
      out.pes(pid, 0xE0, part.show(), part.decode(), false, part.data());
    }
    TransmuxDump dump = dump(out);
    assertEquals(2, dump.inits.size());
    assertEquals(128, dump.inits.get(0).video().width());
    assertEquals(192, dump.inits.get(1).video().width());
    assertEquals(2, dump.fragments.size());
    assertEquals(75, dump.lines.size());
    assertTrue(dump.fragments.get(1).startsWithKey());
  }

  @Test
  void sampleRate_changed_isAnnounced() {
    List<Pes> cd = Parts.of("hevc-aac.ts").stream().filter(part -> !part.isVideo()).toList();
    TsWriter out = Parts.write(Parts.begin(AUDIO), AUDIO);
    long start = AUDIO.get(0).show() + 95L * 1920;
    int pid = AUDIO.get(0).stream().pid();
    for (Pes part : later(cd, start - cd.get(0).show())) {
      out.pes(pid, 0xC0, part.show(), part.show(), true, part.data());
    }
    TransmuxDump dump = dump(out);
    assertEquals(
        List.of(48000, 44100), dump.inits.stream().map(it -> it.audio().sampleRate()).toList());
    assertEquals(95 + 45, dump.lines.size());
    assertEquals(dump.fragments.get(0).endS(), dump.fragments.get(1).startS(), 1e-4);
  }

  @Test
  void audio_withAGap_isFilledWithSilence() {
    List<Pes> parts = new ArrayList<>(AUDIO.subList(0, 2));
    parts.addAll(later(AUDIO.subList(2, AUDIO.size()), 1920 * 10));
    TransmuxDump dump = dump(Parts.write(Parts.begin(AUDIO), parts));
    assertEquals(10, dump.noticed(Notice.Kind.SILENCE_INSERTED));
    assertEquals(1, dump.fragments.size());
    assertEquals(WHOLE.lines('a').size() + 10, dump.lines.size());
    for (int i = 0; i < dump.lines.size(); i++) {
      assertEquals(dump.lines.get(0).show() + i * 1920L, dump.lines.get(i).show());
    }
  }

  @Test
  void audio_withALongGap_isCutThere() {
    List<Pes> parts = new ArrayList<>(AUDIO.subList(0, 2));
    parts.addAll(later(AUDIO.subList(2, AUDIO.size()), 5 * 90000));
    TransmuxDump dump = dump(Parts.write(Parts.begin(AUDIO), parts));
    assertEquals(1, dump.noticed(Notice.Kind.TIME_LEAP));
    assertEquals(2, dump.fragments.size());
    assertEquals(5, dump.fragments.get(1).startS() - dump.fragments.get(0).endS(), 1e-4);
  }

  @Test
  void audio_overlapping_losesFrames() {
    List<Pes> parts = new ArrayList<>(AUDIO.subList(0, 2));
    parts.addAll(later(AUDIO.subList(2, AUDIO.size()), -1920 * 4));
    TransmuxDump dump = dump(Parts.write(Parts.begin(AUDIO), parts));
    // One frame of difference is let pass, so one of four stays.
    assertEquals(3, dump.noticed(Notice.Kind.AUDIO_OVERLAPPING));
    assertEquals(WHOLE.lines('a').size() - 3, dump.lines.size());
  }

  @Test
  void audio_withJitter_isSmooth() {
    List<Pes> parts = new ArrayList<>();
    for (int i = 0; i < AUDIO.size(); i++) {
      parts.add(AUDIO.get(i).later(i == 0 ? 0 : i % 3 * 700 - 700));
    }
    TransmuxDump dump = dump(Parts.write(Parts.begin(AUDIO), parts));
    assertEquals(WHOLE.lines('a'), dump.lines);
    assertEquals(List.of(), dump.notices);
  }

  @Test
  void tags_betweenTheMedia_areTimed() {
    byte[] tag = Id3Tags.tag(Id3Tags.frame("TXXX", "\3who\0I am here"));
    TsWriter out = new TsWriter().pat(1, Parts.MAP_PID);
    byte[][] entries = Arrays.copyOf(Parts.entries(VIDEO), 2);
    entries[1] = TsWriter.stream(0x15, 900);
    out.pmt(Parts.MAP_PID, 1, entries);
    Parts.write(out, VIDEO.subList(0, 25));
    out.pes(900, 0xBD, 123456, 123456, true, tag);
    TransmuxDump dump = dump(Parts.write(out, VIDEO.subList(25, 50)));
    assertEquals(1, dump.metadata.size());
    assertEquals(123456 / 90000.0, dump.metadata.get(0).timeS(), 1e-9);
    assertArrayEquals(tag, dump.metadata.get(0).data());
    assertEquals(WHOLE.lines('v'), dump.lines('v'));
  }

  @Test
  void data_thatIsNoStream_fails() {
    assertThrows(ParserException.class, () -> TransmuxDump.of(transmuxer(), new byte[5000]));
    assertThrows(ParserException.class, () -> TransmuxDump.of(transmuxer(), new byte[0]));
    ParserException encrypted =
        assertThrows(
            ParserException.class,
            () -> dump(new TsWriter().pat(1, 50).pmt(50, 1, TsWriter.stream(0xDB, 51))));
    assertFalse(encrypted.isMalformed());
  }

  private static TsTransmuxer transmuxer(TransmuxOptions.Tracks tracks) {
    return new TsTransmuxer(new TransmuxOptions(TransmuxOptions.DEFAULT.sbr(), false, tracks));
  }

  @Test
  void tracks_wantedTogether_shareAnInitSegment() {
    TsTransmuxer transmuxer = transmuxer(TransmuxOptions.Tracks.TOGETHER);
    byte[] input = Parts.write(Parts.begin(MUXED), MUXED).toArray();
    transmuxer.begin(Double.NaN, false);
    List<Transmuxed> items = new ArrayList<>();
    for (int at = 0; at < input.length; at += 188) {
      transmuxer.push(new ArrayBytes(Arrays.copyOfRange(input, at, at + 188)));
      items.addAll(transmuxer.drain());
    }
    items.addAll(transmuxer.finish());
    TrackInit init = (TrackInit) items.get(0);
    TrackInit video = WHOLE.inits.get(0).video() != null ? WHOLE.inits.get(0) : WHOLE.inits.get(1);
    TrackInit audio = WHOLE.inits.get(0).audio() != null ? WHOLE.inits.get(0) : WHOLE.inits.get(1);
    assertEquals(
        "video/mp4; codecs=\"" + video.codec() + ',' + audio.codec() + '"', init.contentType());
    List<TrackHeader> tracks = InitSegmentReader.tracks(init.data());
    assertEquals(
        List.of(
            new TrackHeader(1, 90000, video.codec()),
            new TrackHeader(2, audio.audio().sampleRate(), audio.codec())),
        tracks);
    double[] samples = new double[2];
    for (Transmuxed item : items.subList(1, items.size())) {
      TrackFragment fragment = (TrackFragment) item;
      int number = fragment.type() == MediaType.VIDEO ? 0 : 1;
      // Found by the track's number, and so in its own timescale.
      double startS = FragmentTime.shownS(fragment.data(), List.of(tracks.get(number)));
      assertEquals(fragment.startS(), startS, 0.2);
      samples[number] += fragment.samples();
    }
    assertEquals(WHOLE.lines('v').size(), samples[0]);
    assertEquals(WHOLE.lines('a').size(), samples[1]);
  }

  @Test
  void tracks_wantedTogether_ofWhichOneIsMissing_goAlone_orWithTheFormatKnown() {
    TsTransmuxer transmuxer = transmuxer(TransmuxOptions.Tracks.TOGETHER);
    TransmuxDump alone =
        segment(transmuxer, Double.NaN, false, Parts.write(Parts.begin(VIDEO), VIDEO));
    assertEquals(1, InitSegmentReader.tracks(alone.inits.get(0).data()).size());
    TransmuxDump both =
        segment(transmuxer, Double.NaN, false, Parts.write(Parts.begin(MUXED), MUXED));
    assertEquals(2, InitSegmentReader.tracks(both.inits.get(0).data()).size());
    TransmuxDump withoutSound =
        segment(transmuxer, Double.NaN, false, Parts.write(Parts.begin(MUXED), VIDEO));
    assertEquals(2, InitSegmentReader.tracks(withoutSound.inits.get(0).data()).size());
  }

  @Test
  void track_wantedAlone_comesAlone() {
    TransmuxDump video =
        segment(
            transmuxer(TransmuxOptions.Tracks.VIDEO),
            Double.NaN,
            false,
            Parts.write(Parts.begin(MUXED), MUXED));
    assertEquals(WHOLE.lines('v'), video.lines);
    TransmuxDump audio =
        segment(
            transmuxer(TransmuxOptions.Tracks.AUDIO),
            Double.NaN,
            false,
            Parts.write(Parts.begin(MUXED), MUXED));
    assertEquals(WHOLE.lines('a'), audio.lines);
  }
}
