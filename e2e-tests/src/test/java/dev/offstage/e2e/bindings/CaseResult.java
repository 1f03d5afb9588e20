package dev.offstage.e2e.bindings;

/**
 * The outcome of one conformance case in one place.
 *
 * @param name the statement
 * @param outcome {@code pass}, {@code fail} or {@code absent}
 * @param saw what the case noted, or what was wrong
 */
record CaseResult(String name, String outcome, String saw) {}
