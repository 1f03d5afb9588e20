package dev.offstage.engine.dash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentAddressing.Indexed;
import dev.offstage.engine.presentation.SegmentAddressing.Listed;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.testing.MediaFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MpdParserTest {
  private static final String URL = "https://cdn.test/a/b/manifest.mpd?token=1";
  private static final String HERE = "https://cdn.test/a/b/";

  private static Presentation parse(String mpd) {
    return MpdParser.parse(mpd.getBytes(UTF_8), URL);
  }

  /** A manifest with one AdaptationSet around some XML. */
  private static Presentation parseSet(String attributes, String inner) {
    return parse(
        "<MPD mediaPresentationDuration='PT10S'><Period><AdaptationSet "
            + attributes
            + ">"
            + inner
            + "</AdaptationSet></Period></MPD>");
  }

  private static AdaptationSet set(Presentation presentation) {
    return presentation.periods().get(0).adaptationSets().get(0);
  }

  /** The Representation of a manifest with only one, around some XML. */
  private static Representation representation(String inner) {
    String element = "<Representation id='r' bandwidth='1000'>" + inner + "</Representation>";
    return set(parseSet("mimeType='video/mp4'", element)).representations().get(0);
  }

  private static SegmentIndex listed(Representation representation) {
    return ((Listed) representation.segments()).index();
  }

  private static SegmentIndex listed(String inner) {
    return listed(representation(inner));
  }

  private static String describe(SegmentIndex index) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < index.count(); i++) {
      Segment segment = index.segment(i);
      assertEquals(i, segment.position());
      String url = segment.url().startsWith(HERE) ? segment.url().substring(HERE.length()) : "?";
      out.append(i == 0 ? "" : " ").append(url);
      out.append('@').append(segment.startS()).append('-').append(segment.endS());
    }
    return out.toString();
  }

  private static String problemOf(String mpd, boolean malformed) {
    ParserException e = assertThrows(ParserException.class, () -> parse(mpd));
    assertEquals(malformed, e.isMalformed(), e.getMessage());
    return e.getMessage();
  }

  private static String timeline(String attributes, String elements) {
    return "<SegmentTemplate media='$Time$' "
        + attributes
        + "><SegmentTimeline>"
        + elements
        + "</SegmentTimeline></SegmentTemplate>";
  }

  @Test
  void representation_describedAtBothLevels_innerOneWins() {
    AdaptationSet set =
        set(
            parseSet(
                "id='7' contentType='video' mimeType='video/mp4' lang='de' width='640'"
                    + " height='360' frameRate='30000/1001' codecs='avc1.4d401f'",
                """
                <Role schemeIdUri='urn:mpeg:dash:role:2011' value='main'/>
                <Role schemeIdUri='urn:other' value='no'/>
                <Role schemeIdUri='urn:mpeg:dash:role:2011' value='caption'/>
                <Label> Spiel &amp; Bild </Label>
                <SegmentTemplate duration='2' media='$RepresentationID$/$Number$'/>
                <Representation id='hi' bandwidth='3000' width='1280' height='720' codecs=' avc1.64001f '/>
                <Representation id='lo' bandwidth='1000'/>
                """));
    assertEquals("7", set.id());
    assertEquals(MediaType.VIDEO, set.type());
    assertEquals("de", set.language());
    assertEquals("Spiel & Bild", set.label());
    assertEquals(List.of("main", "caption"), set.roles());
    Representation low = set.representations().get(0);
    Representation high = set.representations().get(1);
    assertEquals("lo", low.id());
    assertEquals(1000, low.bandwidthBps());
    assertEquals(
        new Format("video/mp4", "avc1.4d401f", 640, 360, 30000.0 / 1001, 0, 0), low.format());
    assertEquals(
        new Format("video/mp4", "avc1.64001f", 1280, 720, 30000.0 / 1001, 0, 0), high.format());
    assertEquals(HERE + "hi/1", listed(high).segment(0).url());
  }

  @Test
  void audio_samplingRateAndChannels_areRead() {
    String[][] cases = {
      {"urn:mpeg:dash:23003:3:audio_channel_configuration:2011", "6", "6"},
      {"urn:mpeg:mpegB:cicp:ChannelConfiguration", "7", "8"},
      {"urn:mpeg:mpegB:cicp:ChannelConfiguration", "99", "0"},
      {"tag:dolby.com,2014:dash:audio_channel_configuration:2011", "F801", "6"},
      {"tag:dolby.com,2014:dash:audio_channel_configuration:2011", "FA01", "8"},
      {"urn:unknown", "2", "0"}
    };
    for (String[] row : cases) {
      Format format =
          set(parseSet(
                  "mimeType='audio/mp4' codecs='mp4a.40.2' audioSamplingRate='48000'",
                  "<AudioChannelConfiguration schemeIdUri='"
                      + row[0]
                      + "' value='"
                      + row[1]
                      + "'/><Representation bandwidth='1'><BaseURL>a.mp4</BaseURL></Representation>"))
              .representations()
              .get(0)
              .format();
      assertEquals(48000, format.audioSamplingRateHz());
      assertEquals(Integer.parseInt(row[2]), format.audioChannels(), row[0] + row[1]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "contentType='video', VIDEO",
    "mimeType='audio/webm', AUDIO",
    "mimeType='text/vtt', TEXT",
    "mimeType='application/ttml+xml', TEXT",
    "mimeType='application/mp4' codecs='stpp.ttml.im1t', TEXT",
    "mimeType='application/mp4' contentType='text', TEXT",
    "mimeType='application/mp4' codecs='mp4a.40.2', AUDIO",
    "codecs='hvc1.1.6.L93.B0', VIDEO"
  })
  void mediaType_anywayItIsSaid_isFound(String attributes, MediaType expected) {
    String mimeType = attributes.contains("mimeType") ? "" : " mimeType='x/mp4'";
    String inner = "<Representation id='1'><BaseURL>x</BaseURL></Representation>";
    assertEquals(expected, set(parseSet(attributes + mimeType, inner)).type());
  }

  @Test
  void mediaType_ofContentComponentOrRepresentation_isFound() {
    assertEquals(
        MediaType.AUDIO,
        set(parseSet(
                "",
                "<ContentComponent contentType='audio' lang='fr'/><Representation"
                    + " mimeType='application/mp4'><BaseURL>x</BaseURL></Representation>"))
            .type());
    assertEquals(
        MediaType.VIDEO,
        set(parseSet(
                "", "<Representation mimeType='video/mp4'><BaseURL>x</BaseURL></Representation>"))
            .type());
  }

  @Test
  void baseUrls_severalAtSeveralLevels_areAllPlaces_byPriority() {
    Presentation presentation =
        parse(
            """
            <MPD xmlns:dvb='urn:dvb:dash:dash-extensions:2014-1' mediaPresentationDuration='PT2S'>
            <BaseURL serviceLocation='A' dvb:priority='2'>https://a.test/</BaseURL>
            <BaseURL>https://b.test/x/</BaseURL>
            <Period><AdaptationSet mimeType='video/mp4'>
            <Representation><BaseURL>one/r.mp4</BaseURL><BaseURL serviceLocation='C'>two/r.mp4</BaseURL>
            <BaseURL dvb:priority='5'>https://c.test/r.mp4</BaseURL></Representation>
            </AdaptationSet></Period></MPD>
            """);
    Address address = listed(set(presentation).representations().get(0)).segment(0).address();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < address.bases().size(); i++) {
      places.add(address.bases().get(i).location() + " " + address.url(i));
    }
    assertEquals(
        List.of(
            "https://b.test https://b.test/x/one/r.mp4",
            "C https://b.test/x/two/r.mp4",
            "A https://a.test/one/r.mp4",
            "C https://a.test/two/r.mp4",
            "https://c.test https://c.test/r.mp4"),
        places);
  }

  @Test
  void baseUrls_atEveryLevel_nestAndTheFirstCounts() {
    Presentation presentation =
        parse(
            """
            <MPD mediaPresentationDuration='PT2S'><BaseURL>../m/</BaseURL><BaseURL>http://no/</BaseURL>
            <Period><BaseURL>p/</BaseURL>
            <AdaptationSet mimeType='video/mp4'><BaseURL>a/?q</BaseURL>
            <Representation id='x'><BaseURL>
              r.mp4
            </BaseURL></Representation>
            <Representation id='y'><BaseURL>//other.test/r.mp4</BaseURL></Representation>
            </AdaptationSet></Period></MPD>
            """);
    List<Representation> both = set(presentation).representations();
    assertEquals("https://cdn.test/a/m/p/a/r.mp4", listed(both.get(0)).segment(0).url());
    assertEquals("https://other.test/r.mp4", listed(both.get(1)).segment(0).url());
  }

  @Test
  void template_attributesOfThreeLevels_areMerged() {
    Presentation presentation =
        parse(
            """
            <MPD mediaPresentationDuration='PT6S'><Period>
            <SegmentTemplate timescale='10' duration='20' startNumber='5' initialization='i-$RepresentationID$-$Bandwidth$'/>
            <AdaptationSet mimeType='video/mp4'><SegmentTemplate media='m-$Number$'/>
            <Representation id='x' bandwidth='9'><SegmentTemplate duration='30'/></Representation>
            <Representation id='y' bandwidth='8'/>
            </AdaptationSet></Period></MPD>
            """);
    List<Representation> both = set(presentation).representations();
    assertEquals("m-5@0.0-2.0 m-6@2.0-4.0 m-7@4.0-6.0", describe(listed(both.get(0))));
    assertEquals("m-5@0.0-3.0 m-6@3.0-6.0", describe(listed(both.get(1))));
    assertEquals(new InitSegment(HERE + "i-x-9", null), both.get(1).init());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timescale='1'                            | <S d='4'/><S d='2' r='2'/>         | 0@0.0-4.0 4@4.0-6.0 6@6.0-8.0 8@8.0-10.0
          timescale='1'                            | <S t='0' d='4' r='-1'/>            | 0@0.0-4.0 4@4.0-8.0 8@8.0-10.0
          timescale='1'                            | <S d='2' r='-1'/><S t='6' d='4'/>  | 0@0.0-2.0 2@2.0-4.0 4@4.0-6.0 6@6.0-10.0
          timescale='1'                            | <S d='2'/><S t='6' d='2' r='1'/>   | 0@0.0-2.0 6@6.0-8.0 8@8.0-10.0
          timescale='1'                            | <S t='3' d='4' r='9'/>             | 3@3.0-7.0 7@7.0-10.0
          timescale='1' presentationTimeOffset='4' | <S t='2' d='4' r='-1'/>            | 2@-2.0-2.0 6@2.0-6.0 10@6.0-10.0
          timescale='1' endNumber='2'              | <S d='2' r='4'/>                   | 0@0.0-2.0 2@2.0-4.0
          timescale='2'                            | <S t='0' d='20' n='7' k='1' x:y='z'/> | 0@0.0-10.0
          """)
  void timeline_runs_areUnrolled(String attributes, String elements, String expected) {
    assertEquals(expected, describe(listed(timeline(attributes, elements))));
  }

  @Test
  void timeline_timesNear2To53_areExactInUrls() {
    SegmentIndex index =
        listed(
            timeline(
                "timescale='10000000' presentationTimeOffset='9007199254000001'",
                "<S t='9007199254000001' d='333333' r='1'/>"));
    assertEquals(HERE + "9007199254333334", index.segment(1).url());
    assertEquals(0.0333333, index.segment(1).startS());
  }

  @Test
  void timeline_shared_isResolvedOnce() {
    String representations =
        "<Representation id='1' bandwidth='1'/><Representation id='2' bandwidth='2'/>";
    List<Representation> both =
        set(parseSet("mimeType='video/mp4'", timeline("", "<S d='2' r='4'/>") + representations))
            .representations();
    TemplateIndex first = (TemplateIndex) listed(both.get(0));
    TemplateIndex second = (TemplateIndex) listed(both.get(1));
    assertTrue(first.times() == second.times());
  }

  @Test
  void timeline_ofOuterLevel_servesOtherTimescales() {
    List<Representation> both =
        set(parseSet(
                "mimeType='video/mp4'",
                timeline("timescale='1'", "<S d='2' r='-1'/>")
                    + "<Representation id='1' bandwidth='1'/><Representation id='2' bandwidth='2'>"
                    + "<SegmentTemplate timescale='2'/></Representation>"))
            .representations();
    assertEquals(5, listed(both.get(0)).count());
    assertEquals(10, listed(both.get(1)).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timescale='0' | <S d='2'/>                | timescale
          timescale='1' | <S t='2'/>                | without a duration
          timescale='1' | <S d='0'/>                | without a duration
          timescale='1' | <S d='2'/><S t='0' d='2'/>| out of order
          timescale='1' | <S d='2' r='-1'/><S d='2'/> | before an S without t
          timescale='1' | <S d='x'/>                | no integer
          timescale='1' | <S t='9007199254740990' d='2' r='9'/> presentationTimeOffset | ''
          timescale='-1' | <S d='2'/>               | makes no sense
          """)
  void timeline_malformed_saysWhat(String attributes, String elements, String problem) {
    String inner = timeline(attributes, elements);
    if (problem.isEmpty()) {
      // Segments behind the period's end do not matter, whatever their times.
      assertEquals(0, listed(inner).count());
      return;
    }
    ParserException e = assertThrows(ParserException.class, () -> representation(inner));
    assertTrue(e.isMalformed());
    assertTrue(e.getMessage().contains(problem), e.getMessage());
    assertTrue(e.getMessage().contains("line 1"), e.getMessage());
  }

  @Test
  void template_withoutTimes_isOneSegment() {
    assertEquals("s1.mp4@0.0-10.0", describe(listed("<SegmentTemplate media='s$Number$.mp4'/>")));
  }

  @Test
  void template_endNumber_limits() {
    assertEquals(
        3, listed("<SegmentTemplate media='$Number$' duration='1' endNumber='3'/>").count());
  }

  @Test
  void list_withDuration_isLimitedToItsUrls() {
    Representation representation =
        representation(
            """
            <SegmentList timescale='10' duration='40'>
              <Initialization sourceURL='i.mp4' range='5-9'/>
              <SegmentURL media='1.mp4' mediaRange='0-99'/>
              <SegmentURL media='1.mp4' mediaRange='100-'/>
            </SegmentList>
            """);
    SegmentIndex index = listed(representation);
    assertEquals("1.mp4@0.0-4.0 1.mp4@4.0-8.0", describe(index));
    assertEquals(new ByteRange(0, 99), index.segment(0).range());
    assertEquals(new ByteRange(100, ByteRange.OPEN_END), index.segment(1).range());
    assertEquals(new InitSegment(HERE + "i.mp4", new ByteRange(5, 9)), representation.init());
    assertEquals(2, index.positionAt(9));
  }

  @Test
  void list_withTimeline_usesBoth() {
    assertEquals(
        "a@0.0-3.0 b@3.0-5.0",
        describe(
            listed(
                "<SegmentList><SegmentTimeline><S d='3'/><S d='2' r='5'/></SegmentTimeline>"
                    + "<SegmentURL media='a'/><SegmentURL media='b'/></SegmentList>")));
  }

  @Test
  void base_withIndexRange_isIndexed() {
    Representation representation =
        representation(
            "<BaseURL>f.mp4</BaseURL><SegmentBase indexRange='800-999' timescale='90000'"
                + " presentationTimeOffset='180000'><Initialization range='0-799'/></SegmentBase>");
    assertEquals(new Indexed(HERE + "f.mp4", new ByteRange(800, 999)), representation.segments());
    assertEquals(new InitSegment(HERE + "f.mp4", new ByteRange(0, 799)), representation.init());
    assertEquals(2, representation.presentationTimeOffsetS());
  }

  @Test
  void base_withoutInitialization_takesWhatIsBeforeTheIndex() {
    Representation representation =
        representation("<BaseURL>f.mp4</BaseURL><SegmentBase indexRange='800-999'/>");
    assertEquals(new InitSegment(HERE + "f.mp4", new ByteRange(0, 799)), representation.init());
  }

  @Test
  void base_withoutIndex_isTheWholeFile() {
    for (String segmentBase : List.of("", "<SegmentBase/>")) {
      Representation representation = representation("<BaseURL>f.mp4</BaseURL>" + segmentBase);
      assertNull(representation.init());
      assertEquals("f.mp4@0.0-10.0", describe(listed(representation)));
      assertNull(listed(representation).segment(0).range());
    }
  }

  @Test
  void ids_missingOrDouble_areMadeUnique() {
    Presentation presentation =
        parse(
            """
            <MPD><Period duration='PT2S'>
            <AdaptationSet mimeType='video/mp4'><BaseURL>x</BaseURL><Representation id='r'/><Representation/></AdaptationSet>
            <AdaptationSet mimeType='video/mp4'><BaseURL>x</BaseURL><Representation id='r'/><Representation/></AdaptationSet>
            </Period><Period duration='PT2S'/></MPD>
            """);
    List<AdaptationSet> sets = presentation.periods().get(0).adaptationSets();
    assertEquals("set1", sets.get(0).id());
    assertEquals("r", sets.get(0).representations().get(0).id());
    assertEquals("set1.2", sets.get(0).representations().get(1).id());
    assertEquals("r-2", sets.get(1).representations().get(0).id());
    assertEquals("period2", presentation.periods().get(1).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mediaPresentationDuration='PT9S' | <Period/>                                            | 0-9
          ''                               | <Period duration='PT3S'/><Period duration='PT4S'/>   | 0-3 3-7
          ''                               | <Period start='PT1S' duration='PT3S'/>               | 1-4
          mediaPresentationDuration='PT9S' | <Period/><Period start='PT4S'/>                      | 0-4 4-9
          mediaPresentationDuration='PT9S' | <Period duration='PT3S'/><Period start='PT4S'/>      | 0-4 4-9
          mediaPresentationDuration='PT9S' | <Period duration='PT3S'/><Period duration='PT2S'/>   | 0-3 3-5
          mediaPresentationDuration='PT9S' | <Period duration='PT0S'/><Period/>                   | 0-9
          ''                               | <Period/>                                            | 0-Infinity
          mediaPresentationDuration='PT9S' | <Period duration='PT1S' xmlns:l='u' xlink:href='urn:mpeg:dash:resolve-to-zero:2013'/><Period/> | 0-9
          """)
  void periods_startAndEnd_followTheStandard(String attributes, String periods, String expected) {
    Presentation presentation = parse("<MPD " + attributes + ">" + periods + "</MPD>");
    StringBuilder actual = new StringBuilder();
    presentation.periods().forEach(p -> actual.append(" " + p.startS() + "-" + p.endS()));
    assertEquals(expected, actual.toString().replace(".0", "").trim());
  }

  @Test
  void duration_saidByNobody_isThatOfTheSegments() {
    Presentation presentation =
        parse(
            "<MPD><Period start='PT5S'><AdaptationSet mimeType='video/mp4'>"
                + timeline("timescale='1'", "<S d='2' r='3'/>")
                + "<Representation/></AdaptationSet></Period></MPD>");
    assertEquals(13, presentation.durationS());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <ContentProtection schemeIdUri='urn:x'/>                              | encrypted media, urn:x
          <EssentialProperty schemeIdUri='http://dashif.org/guidelines/trickmode'/> | trickmode
          """)
  void set_thatCannotBePlayed_isLeftOutWithAReason(String element, String reason) {
    String rest = "<BaseURL>x</BaseURL><Representation id='1'/>";
    Presentation presentation = parseSet("mimeType='video/mp4'", element + rest);
    assertTrue(presentation.periods().get(0).adaptationSets().isEmpty());
    assertEquals(1, presentation.leftOut().size());
    assertTrue(presentation.leftOut().get(0).contains(reason), presentation.leftOut().get(0));
  }

  @Test
  void set_withKnownProperties_isKept() {
    Presentation presentation =
        parseSet(
            "mimeType='video/mp4'",
            "<EssentialProperty schemeIdUri='urn:mpeg:mpegB:cicp:ColourPrimaries' value='9'/>"
                + "<SupplementalProperty schemeIdUri='urn:any'/><BaseURL>x</BaseURL>"
                + "<Representation id='1'><ContentProtection schemeIdUri='urn:x'/></Representation>"
                + "<Representation id='2'/>");
    assertEquals(1, set(presentation).representations().size());
    assertEquals("2", set(presentation).representations().get(0).id());
    assertEquals(1, presentation.leftOut().size());
  }

  @Test
  void set_ofImages_isLeftOut() {
    Presentation presentation =
        parseSet("mimeType='image/jpeg' contentType='image'", "<Representation id='1'/>");
    assertTrue(presentation.periods().get(0).adaptationSets().isEmpty());
    assertFalse(presentation.leftOut().isEmpty());
  }

  @Test
  void manifest_withPrefix_isRead() {
    Presentation presentation =
        parse(
            "<d:MPD xmlns:d='urn:mpeg:dash:schema:mpd:2011'><d:Period duration='PT2S'>"
                + "<d:AdaptationSet mimeType='audio/mp4'><d:Representation><d:BaseURL>x</d:BaseURL>"
                + "</d:Representation></d:AdaptationSet></d:Period></d:MPD>");
    assertEquals(MediaType.AUDIO, set(presentation).type());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <MPD type='dynamic'><Period/></MPD>                      | false | live
          <MPD><Period xlink:href='p.xml'/></MPD>                  | false | xlink
          <MPD><EssentialProperty schemeIdUri='urn:x'/><Period/></MPD> | false | urn:x
          <MPD/>                                                   | true  | no Period
          <MPD><Period duration='PT0S'/></MPD>                     | true  | no Period lasts
          <MPD><Period/><Period/></MPD>                            | true  | no certain time
          <MPD><Period start='PT5S'/><Period start='PT2S'/></MPD>  | true  | no certain time
          <MPD><Period start='x'/></MPD>                           | true  | start="x"
          <MPD mediaPresentationDuration='-PT1S'><Period/></MPD>   | true  | makes no sense
          <smil/>                                                  | true  | root element is smil
          <MPD                                                     | true  | tag without an end
          """)
  void manifest_refused_saysWhy(String mpd, boolean malformed, String problem) {
    String message = problemOf(mpd, malformed);
    assertTrue(message.contains(problem), message);
  }

  @ParameterizedTest
  @CsvSource({
    "bad/html.mpd, root element is html",
    "bad/not-xml.mpd, not XML",
    "bad/entities.mpd, document type with declarations",
    "bad/truncated.mpd, malformed"
  })
  void manifest_badOne_saysWhy(String path, String problem) {
    byte[] data = MediaFiles.read(path);
    ParserException e = assertThrows(ParserException.class, () -> MpdParser.parse(data, URL));
    assertTrue(e.isMalformed());
    assertTrue(e.getMessage().contains(problem), e.getMessage());
  }

  @Test
  void manifest_withoutRepresentations_hasEmptyPeriods() {
    Presentation presentation = MpdParser.parse(MediaFiles.read("bad/no-representation.mpd"), URL);
    assertTrue(presentation.periods().get(0).adaptationSets().isEmpty());
  }

  @Test
  void segments_hundredThousand_areFoundAtOnce() {
    SegmentIndex index = listed(timeline("timescale='10000'", "<S d='1' r='99999'/>"));
    assertEquals(99_950, index.count());
    assertEquals(50_000, index.positionAt(5.00005));
  }
}
