package dev.offstage.e2e.benchmark;

import com.google.gson.GsonBuilder;
import dev.offstage.e2e.benchmark.Measure.Figure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables for people and the file for programs. */
final class Report {
  private final Machine machine;
  private final Map<String, Integer> codeSizes;

  Report(Machine machine, Map<String, Integer> codeSizes) {
    this.machine = machine;
    this.codeSizes = codeSizes;
  }

  void printHeader(PrintStream out) {
    out.println("Machine: " + machine);
    out.println("Each sample on a fresh page; players take turns; the first round is left out.");
    out.println("Figures: median [quartiles] least-most; ratios are taken round by round.");
    out.println("hls.js takes part where the stream is HLS; all others are DASH.");
  }

  void print(Result result, PrintStream out) {
    Measure measure = result.measure();
    Summary load = result.load();
    out.println();
    out.println(measure.id() + ": " + measure.description());
    out.println(text("Load average while measured: %.1f, at most %.1f", load.median(), load.max()));
    for (Figure figure : measure.figures()) {
      out.println("  " + figure.label());
      for (Contender contender : result.samples().keySet()) {
        out.println(row(result, figure, contender));
      }
    }
  }

  private static String row(Result result, Figure figure, Contender contender) {
    List<Double> values = result.values(contender, figure.id());
    StringBuilder row = new StringBuilder(text("    %-24s", contender.label()));
    if (!values.isEmpty()) {
      row.append(figures(Summary.of(values)));
    }
    if (result.failures(contender) > 0) {
      row.append("  failed ").append(result.failures(contender)).append(" times");
    }
    if (figure.compared() && !contender.isOurs()) {
      for (Contender ours : result.samples().keySet()) {
        List<Double> ratios = result.ratios(ours, contender, figure.id());
        if (ours.isOurs() && !ratios.isEmpty()) {
          Summary ratio = Summary.of(ratios);
          row.append(
              text(
                  "  %s/it %.2f [%.2f-%.2f]",
                  ours == Contender.OFFSTAGE_WASM ? "wasm" : "js",
                  ratio.median(),
                  ratio.lowerQuartile(),
                  ratio.upperQuartile()));
        }
      }
    }
    return row.toString();
  }

  private static String figures(Summary summary) {
    int digits = Math.abs(summary.max()) < 50 ? 3 : 0;
    String number = "%." + digits + "f";
    return text(
        "%8s  [%s-%s]  %s-%s",
        text(number, summary.median()),
        text(number, summary.lowerQuartile()),
        text(number, summary.upperQuartile()),
        text(number, summary.min()),
        text(number, summary.max()));
  }

  void write(List<Result> results, Path file) throws IOException {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("machine", machine);
    root.put("codeBytesGzip", codeSizes);
    root.put("measures", results.stream().map(Report::plain).toList());
    Files.createDirectories(file.getParent());
    Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(root) + "\n");
  }

  private static Map<String, Object> plain(Result result) {
    Map<String, Object> contenders = new LinkedHashMap<>();
    result
        .samples()
        .forEach(
            (contender, samples) -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("label", contender.label());
              for (Figure figure : result.measure().figures()) {
                List<Double> values = result.values(contender, figure.id());
                if (!values.isEmpty()) {
                  entry.put(figure.id(), Summary.of(values));
                }
                if (figure.compared() && !contender.isOurs()) {
                  entry.put("ratios." + figure.id(), ratios(result, contender, figure));
                }
              }
              entry.put("samples", samples);
              contenders.put(contender.name(), entry);
            });
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("id", result.measure().id());
    plain.put("description", result.measure().description());
    plain.put("figures", result.measure().figures());
    plain.put("loadAverage", result.load());
    plain.put("contenders", contenders);
    return plain;
  }

  private static Map<String, Object> ratios(Result result, Contender peer, Figure figure) {
    Map<String, Object> ratios = new LinkedHashMap<>();
    for (Contender ours : result.samples().keySet()) {
      List<Double> values = result.ratios(ours, peer, figure.id());
      if (ours.isOurs() && !values.isEmpty()) {
        ratios.put(ours.name(), Summary.of(values));
      }
    }
    return ratios;
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
