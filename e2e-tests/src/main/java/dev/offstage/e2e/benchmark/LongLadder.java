package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.server.MediaServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The video of the ladder three times over, for measures that last longer than its 40 s, and its
 * 480p rendition as one file for an element alone.
 */
final class LongLadder {
  /** 240p, 480p and 720p at 0.3, 0.96 and 2.52 Mbit/s, 120 s. */
  static final String LADDER = "/long/ladder.mpd";

  /** The 480p rendition alone, 120 s. */
  static final String VIDEO_480P = "/long/480p.mpd";

  /** 40 s of the 480p rendition as one fragmented MP4 file. */
  static final String FILE_480P = "/long/480p.mp4";

  private static final int SEGMENTS = 20;
  private static final int TURNS = 3;
  private static final int SEGMENT_TICKS = 25_600;

  private LongLadder() {}

  static void serveOn(MediaServer server) {
    String representations = "";
    for (Rendition rendition : RENDITIONS) {
      serve(server, rendition);
      representations += rendition.xml();
    }
    server.serve(LADDER, manifest(representations));
    server.serve(VIDEO_480P, manifest(RENDITIONS.get(1).xml()));
    server.serve(FILE_480P, file(RENDITIONS.get(1)));
  }

  private record Rendition(String id, int bandwidth, String codecs, int width, int height) {
    String xml() {
      return "<Representation id='%s' bandwidth='%d' codecs='%s' width='%d' height='%d'/>"
          .formatted(id, bandwidth, codecs, width, height);
    }
  }

  private static final List<Rendition> RENDITIONS =
      List.of(
          new Rendition("v240", 321_000, "avc1.4d4015", 426, 240),
          new Rendition("v480", 1_065_000, "avc1.4d401e", 854, 480),
          new Rendition("v720", 2_634_000, "avc1.4d401f", 1280, 720));

  private static String manifest(String representations) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" minBufferTime="PT2S"
         profiles="urn:mpeg:dash:profile:isoff-live:2011" mediaPresentationDuration="PT%dS">
      <Period id="1" start="PT0S">
        <AdaptationSet id="1" contentType="video" mimeType="video/mp4" frameRate="25"
                       segmentAlignment="true" startWithSAP="1">
          <SegmentTemplate timescale="12800" duration="%d" startNumber="1"
                           initialization="$RepresentationID$/init.mp4"
                           media="$RepresentationID$/$Number$.m4s"/>
          %s
        </AdaptationSet>
      </Period>
    </MPD>
    """
        .formatted(2 * SEGMENTS * TURNS, SEGMENT_TICKS, representations);
  }

  private static void serve(MediaServer server, Rendition rendition) {
    String prefix = "/long/" + rendition.id + "/";
    server.serve(prefix + "init.mp4", read(rendition, "init.mp4"));
    for (int turn = 0; turn < TURNS; turn++) {
      for (int number = 1; number <= SEGMENTS; number++) {
        byte[] segment = read(rendition, "%05d.m4s".formatted(number));
        delay(segment, (long) turn * SEGMENTS * SEGMENT_TICKS);
        server.serve(prefix + (turn * SEGMENTS + number) + ".m4s", segment);
      }
    }
  }

  private static byte[] file(Rendition rendition) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(read(rendition, "init.mp4"));
    for (int number = 1; number <= SEGMENTS; number++) {
      file.writeBytes(read(rendition, "%05d.m4s".formatted(number)));
    }
    return file.toByteArray();
  }

  /** Adds to the {@code baseMediaDecodeTime} (ISO/IEC 14496-12, section 8.8.12). */
  private static void delay(byte[] segment, long ticks) {
    int at = new String(segment, StandardCharsets.ISO_8859_1).indexOf("tfdt");
    if (segment[at + 4] != 1) {
      throw new IllegalStateException("a tfdt of version 1 was expected");
    }
    ByteBuffer box = ByteBuffer.wrap(segment);
    box.putLong(at + 8, box.getLong(at + 8) + ticks);
  }

  private static byte[] read(Rendition rendition, String name) {
    Path file = ProjectFiles.media().resolve("ladder").resolve(rendition.id).resolve(name);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
