package dev.offstage.e2e.page;

/** A stretch of media time, in seconds. */
public record Range(double start, double end) {}
