package dev.offstage.engine.hls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.BaseUrl;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Encryption;
import dev.offstage.engine.presentation.Live;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.testing.ArrayBytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class HlsPresentationTest {
  private static final String HERE = "https://cdn.test/";
  private static final String SEGMENTS =
      "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MAP:URI=\"i\"\n#EXTINF:4,\na\n#EXTINF:2,\nb\n";
  private static final String MEDIA = SEGMENTS + "#EXT-X-ENDLIST\n";

  private static HlsPresentation hls(String lines) {
    ArrayBytes data = new ArrayBytes(("#EXTM3U\n" + lines).getBytes(UTF_8));
    return HlsPresentation.of((MultivariantPlaylist) PlaylistParser.parse(data, HERE + "m.m3u8"));
  }

  private static MediaPlaylist media(String text) {
    return PlaylistParser.parseMedia(
        new ArrayBytes(text.getBytes(UTF_8)), HERE + "first", Variables.NONE, null);
  }

  private static List<AdaptationSet> sets(String lines, String mediaCodecs) {
    return hls(lines).build(media(MEDIA), mediaCodecs).periods().get(0).adaptationSets();
  }

  private static String variant(String uri, int bandwidth, String codecs, String more) {
    return "#EXT-X-STREAM-INF:BANDWIDTH="
        + bandwidth
        + (codecs.isEmpty() ? "" : ",CODECS=\"" + codecs + "\"")
        + more
        + "\n"
        + uri
        + "\n";
  }

  private static String audio(String group, String name, String more) {
    return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"" + group + "\",NAME=\"" + name + "\"" + more + "\n";
  }

  private static List<String> urls(Address address) {
    return address.bases().stream().map(BaseUrl::url).toList();
  }

  private static String describe(List<AdaptationSet> sets) {
    StringBuilder out = new StringBuilder();
    for (AdaptationSet set : sets) {
      out.append(set.type()).append(' ').append(set.label()).append(set.roles());
      for (Representation representation : set.representations()) {
        out.append(' ').append(representation.format().codecs()).append(' ');
        SegmentAddressing segments = representation.segments();
        out.append(
            segments instanceof SegmentAddressing.Playlist playlist && playlist.known() == null
                ? urls(playlist.address()).toString().replace(HERE, "")
                : "[loaded]");
      }
      out.append('\n');
    }
    return out.toString();
  }

  @Test
  void variants_ofTwoCodecs_areTwoTracks_fromTheLowestRateUp() {
    assertEquals(
        """
        VIDEO null[] avc1.1 [c] avc1.2 [loaded]
        VIDEO null[] hvc1.1 [b]
        AUDIO Eng[main] mp4a.40.2 [en]
        """,
        describe(
            sets(
                audio("g", "Eng", ",DEFAULT=YES,URI=\"en\"")
                    + variant("a", 300, "avc1.2,mp4a.40.2", ",AUDIO=\"g\"")
                    + variant("b", 200, "hvc1.1,mp4a.40.2", ",AUDIO=\"g\"")
                    + variant("c", 100, "mp4a.40.2,avc1.1", ",AUDIO=\"g\""),
                null)));
  }

  @Test
  void soundWithoutAPlaylist_isInTheVideo() {
    assertEquals(
        """
        VIDEO null[] avc1.1,mp4a.40.2 [loaded]
        """,
        describe(
            sets(
                audio("g", "Main", ",DEFAULT=YES")
                    + audio("g", "Other", ",URI=\"other\"")
                    + variant("a", 300, "avc1.1,mp4a.40.2", ",AUDIO=\"g\""),
                null)));
    assertEquals(
        "VIDEO null[] avc1.1,mp4a.40.5 [loaded]\n",
        describe(sets(variant("a", 300, "avc1.1, mp4a.40.5", ""), null)));
  }

  @Test
  void audioInSeveralGroups_isOneTrackForEachNameAndCodec() {
    assertEquals(
        """
        VIDEO null[] avc1.1 [loaded] avc1.1 [c]
        AUDIO Eng[main] mp4a.40.2 [en-lo] mp4a.40.2 [en-hi]
        AUDIO Com[alternate] mp4a.40.2 [com]
        AUDIO Eng[main] ec-3 [en-51]
        """,
        describe(
            sets(
                audio("lo", "Eng", ",DEFAULT=YES,CHANNELS=\"2\",URI=\"en-lo\"")
                    + audio("lo", "Com", ",CHANNELS=\"2\",URI=\"com\"")
                    + audio("hi", "Eng", ",DEFAULT=YES,CHANNELS=\"2\",URI=\"en-hi\"")
                    + audio("51", "Eng", ",DEFAULT=YES,CHANNELS=\"6\",URI=\"en-51\"")
                    + audio("unused", "Eng", ",URI=\"unused\"")
                    + variant("a", 100, "avc1.1,mp4a.40.2", ",AUDIO=\"lo\"")
                    + variant("a", 150, "avc1.1,mp4a.40.2", ",AUDIO=\"hi\"")
                    + variant("c", 200, "avc1.1,mp4a.40.2", ",AUDIO=\"hi\"")
                    + variant("c", 300, "avc1.1,ec-3", ",AUDIO=\"51\""),
                null)));
  }

  @Test
  void redundantVariants_areOtherPlacesOfTheSame() {
    String lines =
        audio("x", "Eng", ",URI=\"x-en\"")
            + audio("y", "Eng", ",URI=\"y-en\"")
            + variant("x-a", 100, "avc1.1,mp4a.40.2", ",RESOLUTION=2x2,AUDIO=\"x\"")
            + variant("x-b", 200, "avc1.1,mp4a.40.2", ",RESOLUTION=4x4,AUDIO=\"x\"")
            + variant("y-a", 100, "avc1.1,mp4a.40.2", ",RESOLUTION=2x2,AUDIO=\"y\"")
            + variant("y-b", 200, "avc1.1,mp4a.40.2", ",RESOLUTION=4x4,AUDIO=\"y\"");
    assertEquals(
        """
        VIDEO null[] avc1.1 [loaded] avc1.1 [x-b, y-b]
        AUDIO Eng[alternate] mp4a.40.2 [x-en, y-en]
        """,
        describe(sets(lines, null)));
    assertEquals(List.of(HERE + "x-a", HERE + "y-a"), urls(hls(lines).first()));
  }

  @Test
  void pathwayToBeginWith_isAskedFirst() {
    String lines =
        "#EXT-X-CONTENT-STEERING:SERVER-URI=\"s\",PATHWAY-ID=\"Y\"\n"
            + audio("x", "Eng", ",URI=\"x-en\"")
            + audio("y", "Eng", ",URI=\"y-en\"")
            + variant("x-a", 100, "avc1.1,mp4a.40.2", ",AUDIO=\"x\",PATHWAY-ID=\"X\"")
            + variant("x-b", 200, "avc1.1,mp4a.40.2", ",AUDIO=\"x\",PATHWAY-ID=\"X\"")
            + variant("y-a", 100, "avc1.1,mp4a.40.2", ",AUDIO=\"y\",PATHWAY-ID=\"Y\"")
            + variant("y-b", 200, "avc1.1,mp4a.40.2", ",AUDIO=\"y\",PATHWAY-ID=\"Y\"");
    assertEquals(
        """
        VIDEO null[] avc1.1 [y-a, x-a] avc1.1 [y-b, x-b]
        AUDIO Eng[alternate] mp4a.40.2 [y-en, x-en]
        """,
        describe(sets(lines, null)).replace("[loaded]", "[y-a, x-a]"));
    assertEquals(List.of(HERE + "y-a", HERE + "x-a"), urls(hls(lines).first()));
  }

  @Test
  void codecsBehindDiscontinuities_areLeftToTheMedia() {
    String lines =
        audio("x", "Eng", ",URI=\"x-en\"")
            + variant("a", 100, "vp09.1,avc1.1,opus,mp4a.40.2", ",AUDIO=\"x\"");
    assertEquals(
        "VIDEO null[] vp09.1 [loaded]\nAUDIO Eng[alternate] opus [x-en]\n",
        describe(sets(lines, null)));
    assertEquals(
        "VIDEO null[] avc1.1,opus [loaded]\n",
        describe(sets(variant("a", 100, "avc1.1,vp09.1,opus,mp4a.40.2", ""), null)));
  }

  @Test
  void webm_isKnownByItsName_ofCodecsThatMayLieInIt() {
    String text = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\na.webm?t=1\n#EXT-X-ENDLIST\n";
    String lines =
        audio("x", "Eng", ",URI=\"x-en\"")
            + audio("y", "Eng", ",URI=\"y-en\"")
            + variant("a", 100, "vp8,opus", ",AUDIO=\"x\"")
            + variant("b", 200, "vp8,mp4a.40.2", ",AUDIO=\"y\"");
    List<AdaptationSet> sets =
        hls(lines).build(media(text), null).periods().get(0).adaptationSets();
    assertEquals("video/webm", sets.get(0).representations().get(0).format().mimeType());
    assertEquals("audio/webm", sets.get(1).representations().get(0).format().mimeType());
    assertEquals("audio/mp4", sets.get(2).representations().get(0).format().mimeType());
  }

  @Test
  void missingCodecs_areThoseOfTheMedia() {
    String lines = variant("a", 100, "", "") + variant("b", 200, "", "");
    assertTrue(hls(lines).lacksCodecs());
    assertFalse(hls(variant("a", 100, "avc1.1", "")).lacksCodecs());
    assertEquals(
        "VIDEO null[] avc1.4d400d,mp4a.40.2 [loaded] avc1.4d400d,mp4a.40.2 [b]\n",
        describe(sets(lines, "avc1.4d400d,mp4a.40.2")));
    assertEquals(
        "AUDIO null[] mp4a.40.2 [loaded]\n", describe(sets(variant("a", 1, "", ""), "mp4a.40.2")));
  }

  @Test
  void audioAlone_isAnAudioTrack_andBesideVideoLeftOut() {
    assertEquals(
        "AUDIO null[] mp4a.40.5 [loaded] mp4a.40.2 [b]\n",
        describe(sets(variant("a", 1, "mp4a.40.5", "") + variant("b", 2, "mp4a.40.2", ""), null)));
    Presentation presentation =
        hls(variant("a", 9, "avc1.1", "") + variant("b", 2, "mp4a.40.2", ""))
            .build(media(MEDIA), null);
    assertEquals(1, presentation.periods().get(0).adaptationSets().size());
    assertEquals(1, presentation.leftOut().size());
  }

  @Test
  void mediaPlaylistAlone_isAPresentation() {
    MediaPlaylist alone = media(MEDIA);
    Presentation presentation = HlsPresentation.of(alone).build(alone, "avc1.4d400d");
    AdaptationSet set = presentation.periods().get(0).adaptationSets().get(0);
    assertEquals(6, presentation.durationS());
    assertEquals(MediaType.VIDEO, set.type());
    assertEquals(
        "video/mp4; codecs=\"avc1.4d400d\"", set.representations().get(0).format().contentType());
  }

  @Test
  void whatThePlayerCannotDo_isUnsupported() {
    String[] texts = {
      MEDIA.replace("#EXT-X-MAP", "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"\n#EXT-X-MAP"),
      MEDIA.replace(
          "#EXT-X-MAP", "#EXT-X-KEY:METHOD=AES-128,KEYFORMAT=\"x\",URI=\"k\"\n#EXT-X-MAP"),
      MEDIA.replace("#EXT-X-MAP", "#EXT-X-I-FRAMES-ONLY\n#EXT-X-MAP")
    };
    for (String text : texts) {
      MediaPlaylist first = media(text);
      ParserException e =
          assertThrows(
              ParserException.class, () -> hls(variant("a", 1, "avc1.1", "")).build(first, null));
      assertFalse(e.isMalformed(), e.getMessage());
    }
  }

  @Test
  void playlistWithoutAnEnd_isLive() {
    Presentation presentation = hls(variant("a", 1, "avc1.1", "")).build(media(SEGMENTS), null);
    assertEquals(Double.POSITIVE_INFINITY, presentation.durationS());
    assertEquals(6, presentation.endS());
    assertEquals(new Live(4, 12), presentation.live());
  }

  @Test
  void startPoint_isWhereThePlaylistSays() {
    String[] offsets = {"2.5", "-1", "100", "-100"};
    double[] startsS = {2.5, 5, 6, 0};
    for (int i = 0; i < offsets.length; i++) {
      String start = "#EXT-X-START:TIME-OFFSET=" + offsets[i] + "\n";
      String inMedia = MEDIA.replace("#EXT-X-MAP", start + "#EXT-X-MAP");
      assertEquals(
          startsS[i],
          hls(variant("a", 1, "avc1.1", "")).build(media(inMedia), null).startS(),
          offsets[i]);
      assertEquals(
          startsS[i],
          hls(start + variant("a", 1, "avc1.1", "")).build(media(MEDIA), null).startS());
    }
  }

  @Test
  void mp3_isOfferedAsItIs_andInMp4() {
    AdaptationSet set = sets(variant("a", 9, "mp4a.40.34", ""), null).get(0);
    assertEquals(
        List.of("audio/mpeg", "audio/mp4; codecs=\"mp3\""),
        set.representations().stream().map(it -> it.format().contentType()).toList());
  }

  @Test
  void mp3_besideThePictures_isATrackOfItsOwn() {
    List<AdaptationSet> sets =
        sets(variant("a", 9, "avc1.1,mp4a.40.34", "") + variant("b", 8, "avc1.2,mp3", ""), null);
    assertEquals(2, sets.size());
    AdaptationSet video = sets.get(sets.get(0).type() == MediaType.VIDEO ? 0 : 1);
    AdaptationSet audio = sets.get(sets.get(0).type() == MediaType.VIDEO ? 1 : 0);
    assertEquals(
        List.of("avc1.2", "avc1.1"),
        video.representations().stream().map(it -> it.format().codecs()).toList());
    assertEquals(
        List.of("audio/mpeg", "audio/mp4; codecs=\"mp3\""),
        audio.representations().stream().map(it -> it.format().contentType()).toList());
  }

  @Test
  void keys_areThoseOfTheirSegments() {
    String text =
        """
        #EXTM3U
        #EXT-X-TARGETDURATION:2
        #EXT-X-MEDIA-SEQUENCE:515
        #EXT-X-KEY:METHOD=AES-128,URI="k1",IV=0xAB
        #EXT-X-MAP:URI="i"
        #EXTINF:2,
        a
        #EXT-X-KEY:METHOD=SAMPLE-AES,URI="d",KEYFORMAT="com.example"
        #EXT-X-KEY:METHOD=AES-256,URI="data:,k2"
        #EXTINF:2,
        b
        #EXT-X-KEY:METHOD=NONE
        #EXTINF:2,
        c
        #EXT-X-KEY:METHOD=SAMPLE-AES,URI="d"
        #EXT-X-GAP
        #EXTINF:2,
        d
        #EXT-X-ENDLIST
        """;
    SegmentIndex index = PlaylistIndexReader.index(media(text));
    Encryption first = new Encryption(HERE + "k1", 16, "000000000000000000000000000000ab");
    assertEquals(first, index.segment(0).encryption());
    assertEquals(first, index.segment(0).init().encryption());
    assertEquals(
        new Encryption("data:,k2", 32, "00000000000000000000000000000204"),
        index.segment(1).encryption());
    assertFalse(index.segment(1).encryption().toString().contains("k2"));
    assertNull(index.segment(2).encryption());
    assertNull(index.segment(3).encryption());
    assertTrue(index.segment(3).isGap());
  }

  @Test
  void initSegmentEncryptedWithoutAnIv_isMalformed() {
    MediaPlaylist first =
        media(MEDIA.replace("#EXT-X-MAP", "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXT-X-MAP"));
    ParserException e =
        assertThrows(
            ParserException.class, () -> hls(variant("a", 1, "avc1.1", "")).build(first, null));
    assertTrue(e.isMalformed());
  }

  @Test
  void nothingThatLasts_isMalformed() {
    MediaPlaylist first = media("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-ENDLIST\n");
    ParserException e =
        assertThrows(
            ParserException.class, () -> hls(variant("a", 1, "avc1.1", "")).build(first, null));
    assertTrue(e.isMalformed());
  }
}
