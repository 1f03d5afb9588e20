package dev.offstage.engine.presentation;

/**
 * What there is to know of a stream that goes on, besides its segments.
 *
 * @param updateS what names its segments is to be loaded anew every so many seconds
 * @param holdBackS how far from the end of what is there to play, in seconds
 */
public record Live(double updateS, double holdBackS) {}
