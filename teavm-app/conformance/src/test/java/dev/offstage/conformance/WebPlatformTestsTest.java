package dev.offstage.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.offstage.conformance.cases.AllCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each file of web-platform-tests has its cases, or the README says why it has none. */
class WebPlatformTestsTest {
  private static final Path FILES = Path.of("src/test/resources/wpt/media-source.txt");
  private static final Path README = Path.of("../bindings/README.md");
  private static final Pattern CITED =
      Pattern.compile("media-source/[A-Za-z0-9/.-]+?\\.(?:https\\.)?(?:html|(?:any|window)\\.js)");
  private static final Pattern LEFT_OUT = Pattern.compile("\\| `(media-source/\\S+)` \\| (.+) \\|");

  @Test
  void cases_namedByAFile_nameOneThatExists() throws IOException {
    Set<String> unknown = new TreeSet<>(cited());
    unknown.removeAll(files());
    assertEquals(Set.of(), unknown);
  }

  @Test
  void files_allOfMediaSource_haveACaseOrAReason() throws IOException {
    Set<String> without = new TreeSet<>(files());
    without.removeAll(cited());
    assertEquals(without, leftOut().keySet());
  }

  @Test
  void reasons_allOfTheReadme_areGiven() throws IOException {
    leftOut().forEach((file, reason) -> assertFalse(reason.isBlank(), file));
  }

  private static Set<String> files() throws IOException {
    Set<String> files = new HashSet<>();
    for (String line : Files.readAllLines(FILES)) {
      if (!line.startsWith("#")) {
        files.add(line);
      }
    }
    return files;
  }

  private static Set<String> cited() {
    Set<String> cited = new HashSet<>();
    for (Case each : AllCases.suite().cases()) {
      Matcher matcher = CITED.matcher(each.name());
      while (matcher.find()) {
        cited.add(matcher.group());
      }
    }
    return cited;
  }

  private static Map<String, String> leftOut() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(README)) {
      Matcher matcher = LEFT_OUT.matcher(line);
      if (matcher.matches()) {
        reasons.put(matcher.group(1), matcher.group(2));
      }
    }
    return reasons;
  }
}
