package dev.offstage.conformance.stage;

import dev.offstage.bindings.mse.TimeRanges;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;

/** Numbers and ranges as reports show them: alike in both builds, rounded to a thousandth. */
public final class Text {
  private Text() {}

  @JSBody(params = "number", script = "return String(Math.round(number * 1000) / 1000);")
  public static native String of(double number);

  /** {@code 0-2 4-6}; {@code none} if there are none. */
  public static String of(TimeRanges ranges) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ranges.getLength(); i++) {
      text.append(i == 0 ? "" : " ");
      text.append(of(ranges.start(i))).append('-').append(of(ranges.end(i)));
    }
    return text.length() == 0 ? "none" : text.toString();
  }

  public static String of(@Nullable String text) {
    return text == null ? "nothing" : text;
  }
}
