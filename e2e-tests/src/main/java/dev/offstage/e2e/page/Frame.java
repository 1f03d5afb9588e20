package dev.offstage.e2e.page;

/**
 * What the strip along the top of the picture says.
 *
 * @param ok whether the strip could be read
 * @param number the frame number, 25 to a second, or -1
 * @param rendition the rendition's number, or -1
 */
public record Frame(boolean ok, int number, int rendition) {}
