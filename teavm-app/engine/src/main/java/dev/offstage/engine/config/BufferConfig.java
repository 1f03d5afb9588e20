package dev.offstage.engine.config;

/**
 * How much media to hold around the playhead.
 *
 * @param aheadS seconds before the playhead that loading aims at
 * @param behindS seconds behind the playhead that are kept; older media is removed
 */
public record BufferConfig(double aheadS, double behindS) {}
