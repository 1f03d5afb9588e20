package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.browser.BrowserKind;
import dev.offstage.e2e.junit.PlaybackTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the documentation claims to have been run in a browser, is run there. */
class BrowsersPageTest {
  private static final Pattern CLASS = Pattern.compile("`(\\w+IT)`");

  @Test
  void classesOfTheTable_runInTheBrowsersOfTheirColumns() throws Exception {
    int claims = 0;
    for (String[] row : rows()) {
      List<String> inChromium = classes(row[2]);
      List<String> inFirefox = row[3].startsWith("the same") ? inChromium : classes(row[3]);
      for (String name : inChromium) {
        assertTrue(runsIn(name, BrowserKind.CHROMIUM), name + " does not run in Chromium");
      }
      for (String name : inFirefox) {
        assertTrue(runsIn(name, BrowserKind.FIREFOX), name + " does not run in Firefox");
      }
      claims += inChromium.size() + inFirefox.size();
    }
    assertTrue(claims > 15, "only " + claims + " claims found");
  }

  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(ProjectFiles.web().resolveSibling("docs/browsers.md")).stream()
        .filter(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
        .filter(row -> row.length == 4)
        .toList();
  }

  private static List<String> classes(String cell) {
    List<String> names = new ArrayList<>();
    Matcher matcher = CLASS.matcher(cell);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /**
   * Whether it has a test for the browser, or is tagged with its name as one that opens its own.
   */
  private static boolean runsIn(String name, BrowserKind browser) throws ClassNotFoundException {
    Class<?> tests = Class.forName(BrowsersPageTest.class.getPackageName() + "." + name);
    return Arrays.stream(tests.getAnnotationsByType(Tag.class))
            .anyMatch(tag -> tag.value().equals(browser.name()))
        || Arrays.stream(tests.getDeclaredMethods())
            .map(method -> method.getAnnotation(PlaybackTest.class))
            .filter(Objects::nonNull)
            .flatMap(test -> Arrays.stream(test.value()))
            .anyMatch(setup -> setup.browser() == browser);
  }
}
