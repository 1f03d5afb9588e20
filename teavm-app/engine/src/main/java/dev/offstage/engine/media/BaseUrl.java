package dev.offstage.engine.media;

/**
 * A place that serves a presentation's resources (ISO/IEC 23009-1, section 5.6).
 *
 * @param url what references are relative to, absolute
 * @param location places of the same name fail together ({@code @serviceLocation})
 * @param priority the lowest is asked first ({@code @dvb:priority}, ETSI TS 103 285, section
 *     10.8.2)
 */
public record BaseUrl(String url, String location, int priority) {}
