package dev.offstage.conformance.bench;

import dev.offstage.bindings.dom.AbortController;
import dev.offstage.bindings.dom.AbortSignal;
import dev.offstage.bindings.fetch.Headers;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBufferList;
import dev.offstage.bindings.worker.Performance;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Times each kind of call through the bindings and as a raw {@code @JSBody}, turn by turn. */
public final class BindingBenchmark {
  private static final int CALLS = 200_000;
  private static final int ROUNDS = 15;

  /** Hears of each kind of call; times are nanoseconds for one call. */
  public interface Report {
    void measured(String call, double[] bindingNs, double[] rawNs);
  }

  /** Does something so many times and answers something that depends on all of it. */
  private interface Loop {
    double run(int calls);
  }

  private static double sink;

  private BindingBenchmark() {}

  /** Runs all; takes some seconds. */
  public static void run(Report report) {
    MediaSource source = new MediaSource();
    AbortSignal signal = new AbortController().getSignal();
    SourceBufferList list = source.getSourceBuffers();
    Response response = new Response();
    Headers headers = new Headers();
    headers.set("a", "b");
    compare(
        report,
        "get a double (duration)",
        calls -> {
          double sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += source.getDuration();
          }
          return sum;
        },
        calls -> {
          double sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += duration(source);
          }
          return sum;
        });
    compare(
        report,
        "get the length of a list",
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += list.getLength();
          }
          return sum;
        },
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += length(list);
          }
          return sum;
        });
    compare(
        report,
        "index a list",
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += list.get(i & 7) == null ? 0 : 1;
          }
          return sum;
        },
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += element(list, i & 7) == null ? 0 : 1;
          }
          return sum;
        });
    compare(
        report,
        "get an int (status)",
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += response.getStatus();
          }
          return sum;
        },
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += status(response);
          }
          return sum;
        });
    compare(
        report,
        "get a boolean (aborted)",
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += signal.isAborted() ? 1 : 0;
          }
          return sum;
        },
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += aborted(signal) ? 1 : 0;
          }
          return sum;
        });
    compare(
        report,
        "get and compare an enumeration (readyState)",
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += source.getReadyState() == ReadyState.open() ? 1 : 0;
          }
          return sum;
        },
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += state(source) == ReadyState.open() ? 1 : 0;
          }
          return sum;
        });
    compare(
        report,
        "get an object (sourceBuffers)",
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += source.getSourceBuffers() == list ? 1 : 0;
          }
          return sum;
        },
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += sourceBuffers(source) == list ? 1 : 0;
          }
          return sum;
        });
    compare(
        report,
        "call with a string (has)",
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += headers.has("a") ? 1 : 0;
          }
          return sum;
        },
        calls -> {
          int sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += has(headers, "a") ? 1 : 0;
          }
          return sum;
        });
    compare(
        report,
        "call a static (now)",
        calls -> {
          double sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += Performance.now();
          }
          return sum;
        },
        calls -> {
          double sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += now();
          }
          return sum;
        });
  }

  private static void compare(Report report, String call, Loop binding, Loop raw) {
    double[] bindingNs = new double[ROUNDS];
    double[] rawNs = new double[ROUNDS];
    sink += binding.run(CALLS) + raw.run(CALLS);
    for (int round = 0; round < ROUNDS; round++) {
      // The order changes, so that what comes second has no advantage.
      if (round % 2 == 0) {
        bindingNs[round] = timeNs(binding);
        rawNs[round] = timeNs(raw);
      } else {
        rawNs[round] = timeNs(raw);
        bindingNs[round] = timeNs(binding);
      }
    }
    report.measured(call, bindingNs, rawNs);
  }

  private static double timeNs(Loop loop) {
    double start = Performance.now();
    sink += loop.run(CALLS);
    return (Performance.now() - start) * 1e6 / CALLS;
  }

  @JSBody(params = "source", script = "return source.duration;")
  private static native double duration(JSObject source);

  @JSBody(params = "list", script = "return list.length;")
  private static native int length(JSObject list);

  @JSBody(params = "signal", script = "return signal.aborted;")
  private static native boolean aborted(JSObject signal);

  @JSBody(params = "source", script = "return source.readyState;")
  private static native ReadyState state(JSObject source);

  @JSBody(
      params = {"list", "index"},
      script = "return list[index];")
  private static native JSObject element(JSObject list, int index);

  @JSBody(params = "response", script = "return response.status;")
  private static native int status(JSObject response);

  @JSBody(params = "source", script = "return source.sourceBuffers;")
  private static native JSObject sourceBuffers(JSObject source);

  @JSBody(
      params = {"headers", "name"},
      script = "return headers.has(name);")
  private static native boolean has(JSObject headers, String name);

  @JSBody(script = "return performance.now();")
  private static native double now();
}
