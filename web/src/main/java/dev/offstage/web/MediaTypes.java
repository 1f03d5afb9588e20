package dev.offstage.web;

import java.util.Map;
import org.eclipse.jetty.http.MimeTypes;

/**
 * The {@code Content-Type} of each kind of file that a site with a player holds. Browsers insist on
 * two of them: a module script must be JavaScript, and {@code WebAssembly.compileStreaming} wants
 * {@code application/wasm}.
 */
public final class MediaTypes {
  /** By file extension, without the dot. */
  static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("html", "text/html"),
          Map.entry("css", "text/css"),
          Map.entry("js", "text/javascript"),
          Map.entry("mjs", "text/javascript"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("txt", "text/plain"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("mpd", "application/dash+xml"),
          Map.entry("m3u8", "application/vnd.apple.mpegurl"),
          Map.entry("m4s", "video/iso.segment"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("weba", "audio/webm"),
          Map.entry("ts", "video/mp2t"),
          Map.entry("aac", "audio/aac"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("vtt", "text/vtt"));

  private MediaTypes() {}

  /** The type by a path's extension; {@code application/octet-stream} where it says nothing. */
  public static String of(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return BY_EXTENSION.getOrDefault(extension, "application/octet-stream");
  }

  /** Puts these types above those that {@code types} has already. */
  static void addTo(MimeTypes.Mutable types) {
    BY_EXTENSION.forEach(types::addMimeMapping);
  }
}
