package dev.offstage.e2e.server;

import java.util.Map;

/** Content types by file extension. */
final class ContentTypes {
  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("mpd", "application/dash+xml"),
          Map.entry("m3u8", "application/vnd.apple.mpegurl"),
          Map.entry("m4s", "video/iso.segment"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("ts", "video/mp2t"),
          Map.entry("aac", "audio/aac"),
          Map.entry("vtt", "text/vtt; charset=utf-8"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"));

  private ContentTypes() {}

  static String of(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return BY_EXTENSION.getOrDefault(extension, "application/octet-stream");
  }
}
