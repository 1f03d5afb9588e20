package dev.offstage.samples;

import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;

/** Starts the sample that the worker is named after. A program of its own would start its own. */
public final class Samples {
  private Samples() {}

  public static void main(String[] args) {
    String name = DedicatedWorkerGlobalScope.current().getName();
    switch (name) {
      case "handle" -> HandleSample.start();
      case "stream" -> StreamSample.start();
      case "gapless" -> GaplessSample.start();
      case "live" -> LiveSample.start();
      default -> throw new IllegalArgumentException("no sample is named " + name);
    }
  }
}
