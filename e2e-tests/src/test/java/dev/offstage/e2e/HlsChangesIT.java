package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.middleOf;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.Frame;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** HLS whose container, codec or encryption becomes another at a discontinuity. */
@SharedPage
class HlsChangesIT {
  private static final String MEDIA = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:8\n";
  private static final String NEXT = "#EXT-X-DISCONTINUITY\n";
  private static final String END = "#EXT-X-ENDLIST\n";

  private static String multivariant(String codecs) {
    return "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"A\",DEFAULT=YES,URI=\"a.m3u8\"\n"
        + "#EXT-X-STREAM-INF:BANDWIDTH=300000,CODECS=\""
        + codecs
        + "\",AUDIO=\"a\"\nv.m3u8\n";
  }

  private static String map(String uri) {
    return "#EXT-X-MAP:URI=\"/media/" + uri + "\"\n";
  }

  private static String segment(double seconds, String uri) {
    return "#EXTINF:" + seconds + ",\n/media/" + uri + '\n';
  }

  /** From a transport stream over fragmented MP4 to WebM, and from AAC to Opus. */
  @PlaybackTest
  void containersAndCodecs_areFrameExactBehindEachChange(MediaServer server, PlayerPage page) {
    server.serve(
        "/made/codecs.m3u8",
        multivariant("avc1.4d4015,vp09.00.11.08,av01.0.00M.08,mp4a.40.2,opus"));
    server.serve(
        "/made/v.m3u8",
        MEDIA
            + "#EXTINF:2,\n#EXT-X-BYTERANGE:37224@0\n/media/ts/video.ts\n"
            + NEXT
            + map("codecs/mp4/vp9-0/init.mp4")
            + segment(2, "codecs/mp4/vp9-0/2.m4s")
            + NEXT
            + map("codecs/mp4/av1/init.mp4")
            + segment(2, "codecs/mp4/av1/3.m4s")
            + NEXT
            + map("schemes/number/v1/init.mp4")
            + segment(2, "schemes/number/v1/0010.m4s")
            + END);
    server.serve(
        "/made/a.m3u8",
        MEDIA
            + segment(2.005333, "ts/0.aac")
            + NEXT
            + map("codecs/mp4/opus/init.mp4")
            + segment(2, "codecs/mp4/opus/2.m4s")
            + NEXT
            + segment(2, "codecs/mp4/opus/3.m4s")
            + NEXT
            + map("schemes/number/en/init.mp4")
            + segment(1.984, "schemes/number/en/3.m4s")
            + END);
    checkChanges(page, "/made/codecs.m3u8", List.of(0, 49, 50, 99, 100, 149, 150, 199, 70, 20));
  }

  /** Neither the containers nor the codecs are told. */
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void webm_isFrameExact(MediaServer server, PlayerPage page) {
    server.serve("/made/webm.m3u8", MEDIA + webm("vp9-0"));
    page.createOnce(FrameExactness.SMALL_BUFFER);
    checkFrames(page, "/made/webm.m3u8", List.of(0, 49, 50, 123, 7), 199);
  }

  /** The same media twice, the second time behind what it starts with again. */
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void webmBehindADiscontinuity_andWithoutAnInitSegment_isFrameExact(
      MediaServer server, PlayerPage page) {
    server.serve("/made/webm.m3u8", multivariant("vp09.00.11.08,opus"));
    server.serve(
        "/made/v.m3u8",
        MEDIA + webm("vp9-0").replace(END, NEXT) + segment(8, "codecs/webm/vp9-1.webm") + END);
    server.serve(
        "/made/a.m3u8",
        MEDIA + webm("opus").replace(END, NEXT) + segment(8, "codecs/webm/opus.webm") + END);
    page.createOnce(FrameExactness.SMALL_BUFFER).load("/made/webm.m3u8");
    for (int number : List.of(0, 199, 399, 200)) {
      page.seek(middleOf(number));
      page.awaitFrame(number % 200);
      assertEquals(new Frame(true, number % 200, number / 200), page.frame());
    }
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void soundWithoutAContainer_changesItsCodec(MediaServer server, PlayerPage page) {
    server.serve("/made/sound.m3u8", multivariant("avc1.4d4015,mp4a.40.2"));
    server.serve(
        "/made/v.m3u8",
        MEDIA
            + "#EXTINF:2,\n#EXT-X-BYTERANGE:37224@0\n/media/ts/video.ts\n"
            + NEXT
            + "#EXTINF:2,\n#EXT-X-BYTERANGE:41924\n/media/ts/video.ts\n"
            + NEXT
            + "#EXTINF:2,\n#EXT-X-BYTERANGE:41736\n/media/ts/video.ts\n"
            + END);
    server.serve(
        "/made/a.m3u8",
        MEDIA
            + segment(2.005333, "ts/0.aac")
            + NEXT
            + segment(2.016, "ts/1.mp3")
            + NEXT
            + segment(1.984, "ts/2.aac")
            + END);
    checkChanges(page, "/made/sound.m3u8", List.of(0, 75, 149, 20));
    if (page.setup().canHear()) {
      for (double[] heard : new double[][] {{0.6, 440}, {2.6, 880}, {4.6, 440}}) {
        page.seek(heard[0]);
        page.play();
        page.awaitTone(heard[1]);
        page.pause();
      }
    }
  }

  /**
   * In clear, by one key, by a longer one, in clear again, each clip with a clock of its own. The
   * playlist has moved: what it names is beside where it lies.
   */
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void encryption_ofTransportStreams_changes(MediaServer server, PlayerPage page)
      throws GeneralSecurityException {
    byte[] first = key(1);
    byte[] second = Arrays.copyOf(key(2), 32);
    server.on("/moved/list.m3u8").redirect("/made/ts.m3u8");
    server.serve("/made/1.key", first).serve("/made/2.key", second);
    server.serve("/made/1.ts", encrypted(media("ts/b1-0.ts"), first, 8));
    server.serve("/made/2.ts", encrypted(media("ts/b2-0.ts"), second, 77));
    server.serve(
        "/made/ts.m3u8",
        MEDIA
            + "#EXT-X-MEDIA-SEQUENCE:7\n"
            + segment(2, "ts/b0-0.ts")
            + NEXT
            + "#EXT-X-KEY:METHOD=AES-128,URI=\"1.key\"\n#EXTINF:2,\n1.ts\n"
            + NEXT
            + "#EXT-X-KEY:METHOD=AES-256,URI=\"2.key\",IV=0x4D\n#EXTINF:2,\n2.ts\n"
            + NEXT
            + "#EXT-X-KEY:METHOD=NONE\n"
            + segment(2, "ts/b0-0.ts")
            + END);
    page.createOnce(FrameExactness.SMALL_BUFFER);
    page.load("/moved/list.m3u8");
    for (int number : List.of(49, 50, 99, 100, 149, 60)) {
      page.seek(middleOf(number));
      assertEquals(new Frame(true, number, number / 50), page.awaitFrame(number));
    }
    page.seek(middleOf(170));
    page.awaitFrame(20);
    page.play();
    page.waitForEnded();
    assertEquals(List.of(), page.errors());
  }

  /** Init segments are encrypted as the segments are that follow the tag. */
  @PlaybackTest
  void encryption_ofFragmentedMp4_changes(MediaServer server, PlayerPage page)
      throws GeneralSecurityException {
    byte[] first = key(1);
    byte[] second = key(2);
    server.serve("/made/1.key", first).serve("/made/2.key", second);
    server.serve("/made/init.mp4", encrypted(media("schemes/number/v1/init.mp4"), first, 5));
    server.serve("/made/1.m4s", encrypted(media("schemes/number/v1/0008.m4s"), first, 5));
    server.serve("/made/2.m4s", encrypted(media("schemes/number/v1/0009.m4s"), second, 2));
    server.serve(
        "/made/mp4.m3u8",
        MEDIA
            + map("schemes/number/v0/init.mp4")
            + segment(2, "schemes/number/v0/0007.m4s")
            + NEXT
            + "#EXT-X-KEY:METHOD=AES-128,URI=\"1.key\",IV=0x05\n#EXT-X-MAP:URI=\"init.mp4\"\n"
            + "#EXTINF:2,\n1.m4s\n"
            + NEXT
            + "#EXT-X-KEY:METHOD=AES-128,URI=\"2.key\"\n#EXTINF:2,\n2.m4s\n"
            + NEXT
            + "#EXT-X-KEY:METHOD=NONE\n"
            + map("schemes/number/v0/init.mp4")
            + segment(2, "schemes/number/v0/0010.m4s")
            + END);
    page.createOnce(FrameExactness.SMALL_BUFFER);
    checkFrames(page, "/made/mp4.m3u8", List.of(49, 50, 99, 100, 149, 150, 60), 199);
    assertEquals(1, server.requests().paths("/made/1.key").size());
  }

  /** One that lies in two tracks is one. */
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void tagInAMessageBox_isToldOnce(MediaServer server, PlayerPage page) {
    byte[] tag = "ID3\4\0\0\0\0\0\17TIT2\0\0\0\5\0\0\3song".getBytes(US_ASCII);
    ByteBuffer message = ByteBuffer.allocate(200);
    message.position(4);
    message.put("emsg\1\0\0\0".getBytes(US_ASCII)).putInt(1000).putLong(2500).putInt(0).putInt(1);
    message.put("https://aomedia.org/emsg/ID3\0\0".getBytes(US_ASCII)).put(tag);
    message.putInt(0, message.position());
    byte[] box = Arrays.copyOf(message.array(), message.position());
    server.serve("/made/v.m4s", joined(box, media("schemes/number/v0/0008.m4s")));
    server.serve("/made/a.m4s", joined(box, media("schemes/number/en/1.m4s")));
    server.serve("/made/tags.m3u8", multivariant("avc1.4d400d,mp4a.40.2"));
    server.serve(
        "/made/v.m3u8",
        MEDIA
            + map("schemes/number/v0/init.mp4")
            + segment(2, "schemes/number/v0/0007.m4s")
            + "#EXTINF:2,\nv.m4s\n"
            + END);
    server.serve(
        "/made/a.m3u8",
        MEDIA
            + map("schemes/number/en/init.mp4")
            + segment(2.005333, "schemes/number/en/0.m4s")
            + "#EXTINF:1.995,\na.m4s\n"
            + END);
    page.createOnce(FrameExactness.SMALL_BUFFER);
    page.evaluate(
        "() => { const tags = (stage.tags = []);"
            + " stage.player.addEventListener('timedmetadata', (it) => tags.push(it.detail)); }");
    page.load("/made/tags.m3u8");
    page.playFast();
    page.waitForEnded();
    assertEquals(1, page.number("stage.tags.length"));
    assertEquals(2.5, page.number("stage.tags[0].startTime"), 0.001);
    String song = "async () => (await import('/dist/id3.js')).parseId3(stage.tags[0].data)[0].text";
    assertEquals("song", page.evaluate(song));
  }

  /** Its tables alone come first, in an init section; what is in it has to be found out. */
  @PlaybackTest
  void transportStreamWithAnInitSection_andWithoutCodecs_isFrameExact(
      MediaServer server, PlayerPage page) {
    server.serve(
        "/made/init.m3u8",
        MEDIA
            + "#EXT-X-MAP:URI=\"/media/ts/b0-0.ts\",BYTERANGE=\"564@0\"\n"
            + "#EXTINF:2,\n#EXT-X-BYTERANGE:"
            + (media("ts/b0-0.ts").length - 564)
            + "@564\n/media/ts/b0-0.ts\n"
            + END);
    page.createOnce(FrameExactness.SMALL_BUFFER);
    checkFrames(page, "/made/init.m3u8", List.of(0, 49, 20), 49);
  }

  /** The first variant and the first sound are there by name alone. */
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void gapsOfWholeRenditions_areFilledFromOthers(MediaServer server, PlayerPage page) {
    String gap = "#EXT-X-GAP\n#EXTINF:2,\nnothing\n";
    server.serve("/made/nothing.m3u8", MEDIA + gap.repeat(6) + END);
    server.serve(
        "/made/gaps.m3u8",
        "#EXTM3U\n"
            + "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"A\",DEFAULT=YES,URI=\"nothing.m3u8\"\n"
            + "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"B\",URI=\"/media/hls/number-en.m3u8\"\n"
            + "#EXT-X-STREAM-INF:BANDWIDTH=100000,CODECS=\"avc1.4d400d,mp4a.40.2\",AUDIO=\"a\"\n"
            + "nothing.m3u8\n"
            + "#EXT-X-STREAM-INF:BANDWIDTH=200000,CODECS=\"avc1.4d400d,mp4a.40.2\",AUDIO=\"a\"\n"
            + "/media/hls/number-v1.m3u8\n");
    page.createOnce(FrameExactness.SMALL_BUFFER);
    checkFrames(page, "/made/gaps.m3u8", List.of(0, 123, 60), 299);
    assertEquals(1, page.frame().rendition());
    assertEquals(List.of(), server.requests().paths("/made/nothing"));
    assertEquals("B", page.evaluate("stage.player.audioTracks.find(it => it.selected).label"));
  }

  private static void checkChanges(PlayerPage page, String path, List<Integer> frames) {
    page.createOnce(FrameExactness.SMALL_BUFFER);
    checkFrames(page, path, frames, frames.stream().mapToInt(it -> it).max().orElseThrow());
  }

  private static void checkFrames(PlayerPage page, String path, List<Integer> frames, int last) {
    page.load(path);
    for (int number : frames) {
      page.seek(middleOf(number));
      page.awaitFrame(number);
    }
    page.seek(0);
    page.playFast();
    page.waitForEnded();
    page.setPlaybackRate(1);
    page.awaitLastFrame(last, middleOf(last));
    assertEquals(1, page.buffered().size());
    assertEquals(List.of(), page.errors());
  }

  /** A media playlist's segments for a file of the test media: its clusters, 2 s each. */
  private static String webm(String name) {
    byte[] file = media("codecs/webm/" + name + ".webm");
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int at = 1; at <= file.length; at++) {
      if (at == file.length || at + 4 < file.length && isCluster(file, at)) {
        String range = (at - from) + "@" + from;
        String url = "/media/codecs/webm/" + name + ".webm";
        text.append(
            from == 0
                ? "#EXT-X-MAP:URI=\"" + url + "\",BYTERANGE=\"" + range + "\"\n"
                : "#EXTINF:2,\n#EXT-X-BYTERANGE:" + range + '\n' + url + '\n');
        from = at;
      }
    }
    return text + END;
  }

  private static boolean isCluster(byte[] file, int at) {
    return ByteBuffer.wrap(file).getInt(at) == 0x1F43B675;
  }

  private static byte[] media(String path) {
    try {
      return Files.readAllBytes(ProjectFiles.media().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(second);
    return all.toByteArray();
  }

  private static byte[] key(int fill) {
    byte[] key = new byte[16];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  /** AES in CBC with PKCS7 padding, the initialisation vector a number. */
  private static byte[] encrypted(byte[] data, byte[] key, int vector)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    byte[] iv = ByteBuffer.allocate(16).putInt(12, vector).array();
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return cipher.doFinal(data);
  }
}
