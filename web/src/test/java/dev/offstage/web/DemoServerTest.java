package dev.offstage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as its user meets it: a process of its own, its words and its exit status. */
@Timeout(60)
class DemoServerTest {
  @TempDir Path root;

  @BeforeEach
  void writeAPage() throws IOException {
    Files.writeString(root.resolve("index.html"), "<!doctype html><title>Hello</title>");
  }

  @Test
  void started_saysWhereAsItsLastLineAndStopsWhenAskedTo() throws Exception {
    var process = run(root.toString(), "0");
    try (var output = reader(process)) {
      var url = Pattern.compile("http://localhost:\\d+/").matcher("");
      var lines = new ArrayList<String>();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (url.reset(line).find()) {
          break;
        }
      }
      assertEquals(List.of("", "The demo is at " + url.group() + " (Ctrl-C stops it)"), lines);

      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(url.group())).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());

      // Not process.destroy(): that would close the output as well.
      process.toHandle().destroy();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), "still running");
      assertEquals(null, output.readLine(), "said more after the URL");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void takenPort_endsInOneLineAndStatusOne() throws Exception {
    try (var first = StaticSite.serve(root, 0)) {
      assertFailure(
          "Port " + first.port() + " is taken; choose another with -Dport=" + (first.port() + 1),
          root.toString(),
          String.valueOf(first.port()));
    }
  }

  @Test
  void portThatIsNone_endsInOneLineAndStatusOne() throws Exception {
    assertFailure("-Dport=eighty is not a port: give 0 to 65535", root.toString(), "eighty");
    assertFailure("-Dport=70000 is not a port: give 0 to 65535", root.toString(), "70000");
  }

  @Test
  void noDirectory_endsInOneLineAndStatusOne() throws Exception {
    assertFailure("Which directory? Usage: DemoServer <directory> [port]");
  }

  private static void assertFailure(String message, String... arguments) throws Exception {
    var process = run(arguments);
    try (var output = reader(process)) {
      assertEquals(List.of(message), output.lines().toList());
      assertEquals(1, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process run(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(DemoServer.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
