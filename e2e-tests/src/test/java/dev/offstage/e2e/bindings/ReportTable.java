package dev.offstage.e2e.bindings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The report of all runs as a table in a Markdown file, between two markers. */
final class ReportTable {
  private static final String BEGIN = "<!-- conformance report: begin -->";
  private static final String END = "<!-- conformance report: end -->";

  /** Browser, context; the two builds of each stand in one cell as long as they agree. */
  private enum Column {
    CHROMIUM_WORKER("Chromium, worker", "CHROMIUM_WORKER"),
    CHROMIUM_PAGE("Chromium, page", "CHROMIUM_PAGE"),
    CHROMIUM_TRACKS("Chromium with track lists, page", "CHROMIUM_TRACKS"),
    FIREFOX_PAGE("Firefox, page", "FIREFOX_PAGE");

    final String title;
    final List<ConformancePlace> places = new ArrayList<>();

    Column(String title, String prefix) {
      this.title = title;
      for (ConformancePlace place : ConformancePlace.values()) {
        if (place.name().startsWith(prefix + "_")) {
          places.add(place);
        }
      }
    }
  }

  private final Map<String, Map<ConformancePlace, CaseResult>> rows = new LinkedHashMap<>();

  ReportTable(Map<ConformancePlace, List<CaseResult>> runs) {
    // The order of the suite: a case that only pages have stands where the page's run has it.
    Set<String> names = new LinkedHashSet<>();
    List<List<CaseResult>> lists = new ArrayList<>(runs.values());
    merge(names, lists);
    names.forEach(name -> rows.put(name, new EnumMap<>(ConformancePlace.class)));
    runs.forEach(
        (place, results) -> results.forEach(result -> rows.get(result.name()).put(place, result)));
  }

  /** The table between the markers, with a line of sums above it. */
  String text() {
    StringBuilder text =
        new StringBuilder(BEGIN).append('\n').append(sums()).append("\n\n| case |");
    for (Column column : Column.values()) {
      text.append(' ').append(column.title).append(" |");
    }
    text.append(" saw |\n| --- |");
    text.append(" --- |".repeat(Column.values().length)).append(" --- |\n");
    rows.forEach(
        (name, results) -> {
          text.append("| ").append(escaped(name)).append(" |");
          for (Column column : Column.values()) {
            text.append(' ').append(cell(results, column)).append(" |");
          }
          text.append(' ').append(escaped(saw(results))).append(" |\n");
        });
    return text.append(END).toString();
  }

  /** Puts the table into the file. Answers whether the file held another one. */
  boolean write(Path file) throws IOException {
    String old = Files.readString(file);
    String updated = inserted(old);
    if (updated.equals(old)) {
      return false;
    }
    Files.writeString(file, updated);
    return true;
  }

  /** Whether the file holds this very table. */
  boolean isIn(Path file) throws IOException {
    String text = Files.readString(file);
    return inserted(text).equals(text);
  }

  private String inserted(String file) {
    int begin = file.indexOf(BEGIN);
    int end = file.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("no place for the table: the markers are gone");
    }
    return file.substring(0, begin) + text() + file.substring(end + END.length());
  }

  private String sums() {
    StringBuilder text = new StringBuilder();
    text.append(rows.size()).append(" cases.");
    for (Column column : Column.values()) {
      for (ConformancePlace place : column.places) {
        int pass = 0;
        int absent = 0;
        int fail = 0;
        for (Map<ConformancePlace, CaseResult> results : rows.values()) {
          CaseResult result = results.get(place);
          if (result != null) {
            pass += result.outcome().equals("pass") ? 1 : 0;
            absent += result.outcome().equals("absent") ? 1 : 0;
            fail += result.outcome().equals("fail") ? 1 : 0;
          }
        }
        text.append(' ').append(column.title).append(", ").append(build(place)).append(": ");
        text.append(pass).append(" pass, ").append(absent).append(" absent, ");
        text.append(fail).append(" fail.");
      }
    }
    return text.toString();
  }

  private static String cell(Map<ConformancePlace, CaseResult> results, Column column) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (ConformancePlace place : column.places) {
      CaseResult result = results.get(place);
      if (result != null) {
        outcomes.put(build(place), result.outcome());
      }
    }
    if (Set.copyOf(outcomes.values()).size() <= 1) {
      return outcomes.values().stream().findFirst().orElse("");
    }
    List<String> texts = new ArrayList<>();
    outcomes.forEach((build, outcome) -> texts.add(build + " " + outcome));
    return String.join(", ", texts);
  }

  private static String build(ConformancePlace place) {
    return place.build.equals("wasm") ? "Wasm" : "JS";
  }

  /** What was seen; where places differ, the place stands before it. */
  private static String saw(Map<ConformancePlace, CaseResult> results) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    results.forEach(
        (place, result) ->
            places.computeIfAbsent(result.saw(), saw -> new ArrayList<>()).add(title(place)));
    if (places.size() == 1) {
      return places.keySet().iterator().next();
    }
    List<String> texts = new ArrayList<>();
    places.forEach(
        (saw, where) -> {
          if (!saw.isEmpty()) {
            texts.add(String.join(", ", merged(where)) + ": " + saw);
          }
        });
    return String.join("; ", texts);
  }

  private static List<String> merged(List<String> places) {
    Set<String> merged = new LinkedHashSet<>();
    for (String place : places) {
      String column = place.substring(0, place.lastIndexOf(' '));
      boolean all = places.containsAll(titles(column));
      merged.add(all ? column : place);
    }
    return List.copyOf(merged);
  }

  /** The titles of all places of a column, found by the title of the column in them. */
  private static List<String> titles(String columnTitle) {
    List<String> titles = new ArrayList<>();
    for (ConformancePlace place : ConformancePlace.values()) {
      String title = title(place);
      if (title.equals(columnTitle + " " + build(place))) {
        titles.add(title);
      }
    }
    return titles;
  }

  private static String title(ConformancePlace place) {
    for (Column column : Column.values()) {
      if (column.places.contains(place)) {
        return column.title.replace(",", "") + " " + build(place);
      }
    }
    throw new IllegalStateException(place.name());
  }

  private static void merge(Set<String> names, List<List<CaseResult>> lists) {
    List<String> order = new ArrayList<>();
    for (List<CaseResult> list : lists) {
      int at = 0;
      for (CaseResult result : list) {
        int known = order.indexOf(result.name());
        if (known < 0) {
          order.add(at, result.name());
          at++;
        } else {
          at = known + 1;
        }
      }
    }
    names.addAll(order);
  }

  private static String escaped(@Nullable String text) {
    return text == null ? "" : text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
  }
}
