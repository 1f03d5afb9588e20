package dev.offstage.engine.codec;

/**
 * A frame of an ID3 tag (ID3v2.4, section 4), with what is in it made readable.
 *
 * @param id four characters, such as {@code TXXX}
 * @param description what tells frames of one kind apart: the description of {@code TXXX} and
 *     {@code WXXX}, the owner of {@code PRIV} and {@code UFID}, else empty
 * @param text of text and link frames, else empty
 * @param data what else there is: all of it in kinds of frames that are not known; not to be
 *     changed
 */
public record Id3Frame(String id, String description, String text, byte[] data) {}
