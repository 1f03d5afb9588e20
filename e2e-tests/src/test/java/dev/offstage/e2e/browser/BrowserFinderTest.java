package dev.offstage.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserFinderTest {
  @TempDir private Path dir;

  @Test
  void variable_namesTheBrowser_beforeThePath() throws IOException {
    Path mine = program("mine");
    program("chromium");
    BrowserFinder.Found found =
        finder(Map.of("OFFSTAGE_CHROMIUM", mine.toString(), "PATH", dir.toString()))
            .find(BrowserKind.CHROMIUM);
    assertEquals(mine, found.executable());
    assertFalse(found.playwrightBuild());
  }

  @Test
  void variable_thatNamesNoProgram_isRefused() {
    Map<String, String> environment = Map.of("OFFSTAGE_FIREFOX", dir.resolve("none").toString());
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class, () -> finder(environment).find(BrowserKind.FIREFOX));
    assertTrue(error.getMessage().startsWith("OFFSTAGE_FIREFOX"), error.getMessage());
  }

  @Test
  void path_isSearchedForTheBestNameFirst() throws IOException {
    program("firefox");
    Path esr = program("firefox-esr");
    String path = dir.resolve("absent") + ":" + dir;
    assertEquals(esr, finder(Map.of("PATH", path)).find(BrowserKind.FIREFOX).executable());
  }

  @Test
  void playwrightsOwn_isTakenLast() throws IOException {
    Path own = program("own");
    BrowserFinder finder =
        new BrowserFinder(Map.of("PATH", "/nowhere"), kind -> own, DebianInstaller.none());
    assertEquals(new BrowserFinder.Found(own, true), finder.find(BrowserKind.FIREFOX));
  }

  @Test
  void nothing_found_saysInOneLineWhatToInstall() {
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> finder(Map.of("PATH", dir.toString())).find(BrowserKind.CHROMIUM));
    assertTrue(error.getMessage().contains("apt-get install chromium"), error.getMessage());
    assertTrue(error.getMessage().contains("OFFSTAGE_CHROMIUM"), error.getMessage());
    assertEquals(1, error.getMessage().lines().count());
  }

  private BrowserFinder finder(Map<String, String> environment) {
    return new BrowserFinder(environment, kind -> dir.resolve("no-own"), DebianInstaller.none());
  }

  private Path program(String name) throws IOException {
    Path file = Files.writeString(dir.resolve(name), "#!/bin/sh\n");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }
}
