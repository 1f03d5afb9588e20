package dev.offstage.e2e.page;

/**
 * A frame as it was presented.
 *
 * @param frame what its strip says
 * @param mediaTime its presentation time in seconds, by requestVideoFrameCallback
 * @param atMs when it was presented, milliseconds of the page's clock
 */
public record PresentedFrame(Frame frame, double mediaTime, double atMs) {}
