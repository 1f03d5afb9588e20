package dev.offstage.worker;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.HeapBytes;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Int8Array;

/** Media data in an ArrayBuffer. Only what is parsed ever enters Java's heap. */
final class JsBytes implements Bytes {
  private final ArrayBuffer buffer;
  private final int sizeBytes;

  JsBytes(ArrayBuffer buffer) {
    this.buffer = buffer;
    this.sizeBytes = buffer.getByteLength();
  }

  /**
   * Any data as a buffer, to be appended or transferred. What was made in Java is copied out of its
   * heap.
   */
  static ArrayBuffer bufferOf(Bytes data) {
    return data instanceof HeapBytes made
        ? Int8Array.copyFromJavaArray(made.handOver()).getBuffer()
        : ((JsBytes) data).buffer();
  }

  /** The data itself, to be appended or transferred. */
  ArrayBuffer buffer() {
    return buffer;
  }

  @Override
  public int sizeBytes() {
    return sizeBytes;
  }

  @Override
  public byte[] copy(int from, int to) {
    check(from, to);
    // In the JavaScript build a Java array may share its memory with the typed array it is made of,
    // so the range is copied first; in WebAssembly this costs one native copy of a few kilobytes.
    return new Int8Array(buffer.slice(from, to)).copyToJavaArray();
  }

  @Override
  public Bytes slice(int from, int to) {
    check(from, to);
    return new JsBytes(buffer.slice(from, to));
  }

  private void check(int from, int to) {
    if (from < 0 || to < from || to > sizeBytes) {
      throw new IndexOutOfBoundsException(from + "-" + to + " of " + sizeBytes);
    }
  }
}
