package dev.offstage.engine.codec;

import org.jspecify.annotations.Nullable;

/**
 * Finds the frames of one audio stream and takes off what belongs to the framing alone.
 *
 * <p>A frame counts where the one before has ended, or where another follows it; what lies between
 * is passed over. Nothing can go wrong: damaged data gives fewer frames.
 */
public abstract class AudioFramer {
  /** A frame starts here but its size cannot be known yet. */
  static final int UNKNOWN = -1;

  /** No frame starts here. */
  static final int NONE = 0;

  private static final byte[] EMPTY = new byte[0];

  /** The latest frame without its framing: an array, from where, to where. */
  byte[] payload = EMPTY;

  int payloadStart;
  int payloadEnd;

  /** How many samples per channel the latest frame holds. */
  int samples;

  /** Of the latest frame. */
  @Nullable AudioFormat format;

  /** Whether the data seen so far ends where a frame, or a group of frames, may well end. */
  boolean isBoundary;

  private int start;
  private int end;
  private int skippedBytes;
  private boolean isLocked = true;

  /**
   * How long the frame at {@code at} is, by its header, or {@link #NONE}, or {@link #UNKNOWN} if
   * that takes more data.
   */
  abstract int frameSize(byte[] data, int at, int to);

  /**
   * Takes a frame apart: sets {@code payload}, {@code samples} and {@code format}.
   *
   * @return false if it holds no sound
   */
  abstract boolean read(byte[] data, int at, int end);

  /**
   * Looks for the next frame.
   *
   * @param data holds the stream
   * @param from where to begin
   * @param to behind the last byte
   * @param isBoundary whether frames are expected to end there, as they do where a packet ends
   * @return whether there is one; if not, {@link #end()} says which data is done with
   */
  public final boolean next(byte[] data, int from, int to, boolean isBoundary) {
    this.isBoundary = isBoundary;
    int at = from;
    while (at < to) {
      int size = frameSize(data, at, to);
      boolean isCut = size > to - at;
      if (size == UNKNOWN || isCut && (isLocked || !isBoundary)) {
        end = at;
        return false;
      }
      if (size > 0 && !isCut) {
        // Behind damage, what does not end within the packet is not trusted to be a frame.
        int behind = at + size < to ? frameSize(data, at + size, to) : UNKNOWN;
        if (behind > 0 || behind == UNKNOWN && isLocked && isBoundary) {
          start = at;
          end = at + size;
          isLocked = true;
          at += size;
          if (read(data, start, end)) {
            return true;
          }
          continue;
        }
        if (behind == UNKNOWN) {
          end = at;
          return false;
        }
      }
      isLocked = false;
      skippedBytes++;
      at++;
    }
    end = at;
    return false;
  }

  /** Where the frame found begins. */
  public final int start() {
    return start;
  }

  /** Behind the frame found, or behind what can be forgotten. */
  public final int end() {
    return end;
  }

  /** Holds the frame's payload, until the next call of {@link #next}. */
  public final byte[] payload() {
    return payload;
  }

  /** The first byte of the payload. */
  public final int payloadStart() {
    return payloadStart;
  }

  /** Behind the last byte of the payload. */
  public final int payloadEnd() {
    return payloadEnd;
  }

  /** How many samples per channel the frame holds. */
  public final int samples() {
    return samples;
  }

  /** The format of the frame; null if it is one that MP4 has no place for. */
  public final @Nullable AudioFormat format() {
    return format;
  }

  /** How many bytes belonged to no frame, since the last call. */
  public final int takeSkippedBytes() {
    int count = skippedBytes;
    skippedBytes = 0;
    return count;
  }

  /**
   * A frame that sounds like nothing, in the latest format.
   *
   * @return null if there is none to be had
   */
  public byte @Nullable [] silence() {
    return null;
  }

  /** What comes next has no connection to what came before. */
  public void reset() {
    isLocked = true;
  }
}
