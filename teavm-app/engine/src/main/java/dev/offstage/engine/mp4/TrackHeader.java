package dev.offstage.engine.mp4;

/**
 * One track of an init segment (ISO/IEC 14496-12, section 8.3).
 *
 * @param id that fragments name it by
 * @param timescale ticks per second
 * @param codec RFC 6381, or empty where it is not known
 */
public record TrackHeader(double id, double timescale, String codec) {}
