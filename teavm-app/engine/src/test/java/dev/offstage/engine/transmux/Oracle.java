package dev.offstage.engine.transmux;

import dev.offstage.engine.transmux.TransmuxDump.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What ffprobe and ffmpeg find in a file of {@code src/test/resources/ts}, as {@code
 * src/test/media/make-ts.sh} has written it down.
 */
final class Oracle {
  /** A stream: its type, ffmpeg's name of the codec, its shape and the configuration in hex. */
  record Stream(char type, String codec, String shape, String config) {}

  private static final Path ROOT = Path.of("src", "test", "resources", "ts");

  final List<Stream> streams = new ArrayList<>();
  final List<Line> lines = new ArrayList<>();

  Oracle(String name) {
    for (String line : new String(read(name + ".oracle.txt")).lines().toList()) {
      String[] words = line.split(" ");
      if (words[0].equals("stream")) {
        streams.add(new Stream(words[1].charAt(0), words[2], words[3], words[4]));
      } else {
        long show = Long.parseLong(words[2]);
        long decode = words[1].equals("-") ? show : Long.parseLong(words[1]);
        int size = Integer.parseInt(words[4]);
        boolean isKey = words[3].equals("K");
        lines.add(new Line(words[0].charAt(0), decode, show, isKey, size, words[5]));
      }
    }
  }

  /** A file. */
  static byte[] read(String name) {
    try {
      return Files.readAllBytes(ROOT.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The samples of one type. */
  List<Line> lines(char type) {
    return lines.stream().filter(line -> line.type() == type).toList();
  }
}
