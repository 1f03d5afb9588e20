package dev.offstage.engine.transmux;

/** What comes out of a {@link Transmuxer}, in the order in which it counts. */
public sealed interface Transmuxed permits TrackInit, TrackFragment, TimedMetadata, Notice {}
