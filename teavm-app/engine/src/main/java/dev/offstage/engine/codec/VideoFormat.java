package dev.offstage.engine.codec;

/**
 * What a decoder has to know of a video stream beforehand.
 *
 * @param codec as MIME types name it (RFC 6381), such as {@code avc1.64001f}
 * @param sampleEntry the type of the sample entry in MP4, four characters
 * @param width in pixels, cropped
 * @param height in pixels, cropped
 * @param parWidth the width of a pixel, in units of {@code parHeight}; positive
 * @param parHeight the height of a pixel; positive
 * @param framesPerSecond as the stream itself says, or NaN
 * @param configType the type of the box that holds the configuration, four characters
 * @param config the body of that box; not to be changed
 */
public record VideoFormat(
    String codec,
    String sampleEntry,
    int width,
    int height,
    int parWidth,
    int parHeight,
    double framesPerSecond,
    String configType,
    byte[] config) {}
