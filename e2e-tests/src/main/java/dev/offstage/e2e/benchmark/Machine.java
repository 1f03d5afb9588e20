package dev.offstage.e2e.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where the figures come from.
 *
 * @param processor the processor's name where the system tells
 * @param browser name and version
 */
record Machine(String when, String system, String processor, int cores, String browser) {
  private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

  static Machine here(String browser) {
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        SYSTEM.getName() + " " + SYSTEM.getVersion() + " " + SYSTEM.getArch(),
        processorName(),
        SYSTEM.getAvailableProcessors(),
        browser);
  }

  /** The system's load average of the last minute, negative where there is none. */
  static double load() {
    return SYSTEM.getSystemLoadAverage();
  }

  private static String processorName() {
    Path info = Path.of("/proc/cpuinfo");
    try {
      if (Files.isReadable(info)) {
        for (String line : Files.readAllLines(info)) {
          if (line.startsWith("model name")) {
            return line.substring(line.indexOf(':') + 1).strip();
          }
        }
      }
    } catch (IOException e) {
      // Only a name for people.
    }
    return "unknown processor";
  }

  @Override
  public String toString() {
    return String.join(", ", cores + " cores", processor, system, browser, when);
  }
}
