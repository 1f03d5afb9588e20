package dev.offstage.conformance.stage;

import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Response;
import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.DataView;

/** The test media by what they are. Each file is fetched once. */
public final class Media {
  /** H.264, 320x180, 25 frames and one random access point in each 2 s; six segments, 12 s. */
  public static final String AVC = "video/mp4; codecs=\"avc1.4d400d\"";

  /** AAC, stereo, 48 kHz; twenty segments of about 2 s. */
  public static final String AAC = "audio/mp4; codecs=\"mp4a.40.2\"";

  /** VP9 in MP4, 480x270; four segments of 2 s. */
  public static final String VP9 = "video/mp4; codecs=\"vp09.00.21.08\"";

  /** AV1 in WebM, 320x180, one file of 8 s. */
  public static final String AV1_WEBM = "video/webm; codecs=\"av01.0.00M.08\"";

  private static final Map<String, ArrayBuffer> FETCHED = new HashMap<>();

  private Media() {}

  public static ArrayBuffer avcInit() {
    return file("schemes/number/v0/init.mp4");
  }

  /** The segment from 2 × {@code index} s on; 0 to 5. */
  public static ArrayBuffer avc(int index) {
    return file("schemes/number/v0/" + (index < 3 ? "000" : "00") + (index + 7) + ".m4s");
  }

  /** The init segment and the first segments in one piece. */
  public static ArrayBuffer avcUpTo(int segments) {
    ArrayBuffer whole = avcInit();
    for (int i = 0; i < segments; i++) {
      whole = joined(whole, avc(i));
    }
    return whole;
  }

  public static ArrayBuffer aacInit() {
    return file("ladder/en/init.mp4");
  }

  /** The audio segment from about 2 × {@code index} s on; 0 to 19. */
  public static ArrayBuffer aac(int index) {
    return file("ladder/en/000" + (index < 9 ? "0" : "") + (index + 1) + ".m4s");
  }

  public static ArrayBuffer vp9Init() {
    return file("codecs/mp4/vp9-1/init.mp4");
  }

  /** The VP9 segment from 2 × {@code index} s on; 0 to 3. */
  public static ArrayBuffer vp9(int index) {
    return file("codecs/mp4/vp9-1/" + (index + 1) + ".m4s");
  }

  public static ArrayBuffer av1Webm() {
    return file("codecs/webm/av1.webm");
  }

  /** A file of the test media. */
  public static ArrayBuffer file(String path) {
    return fetched(url(path));
  }

  /** One of the short clips of this module. */
  public static ArrayBuffer clip(String name) {
    return fetched("/clips/" + name);
  }

  private static ArrayBuffer fetched(String path) {
    ArrayBuffer known = FETCHED.get(path);
    if (known != null) {
      return known;
    }
    Response response = Await.value(path, Fetch.fetch(path));
    if (!response.isOk()) {
      throw new CaseFailure(path + " has the status " + response.getStatus());
    }
    ArrayBuffer bytes = Await.value("the bytes of " + path, response.arrayBuffer());
    FETCHED.put(path, bytes);
    return bytes;
  }

  /** The URL of a file. */
  public static String url(String path) {
    return "/media/" + path;
  }

  /** The bytes of both. */
  @JSBody(
      params = {"first", "second"},
      script =
          "var whole = new Uint8Array(first.byteLength + second.byteLength);"
              + "whole.set(new Uint8Array(first), 0);"
              + "whole.set(new Uint8Array(second), first.byteLength);"
              + "return whole.buffer;")
  public static native ArrayBuffer joined(ArrayBuffer first, ArrayBuffer second);

  /**
   * An init segment, or one with what follows it, whose first track counts its time in another
   * timescale: all its frames last as much longer or shorter.
   *
   * @param timescale ticks per second, up to 2^32 - 1
   */
  public static ArrayBuffer retimed(ArrayBuffer init, double timescale) {
    ArrayBuffer copy = joined(init, new ArrayBuffer(0));
    DataView view = new DataView(copy);
    int at = indexOf(copy, "mdhd");
    // A version 0 box has the timescale behind its flags and two times of 32 bits.
    setUint32(view, at + 4 + (view.getUint8(at + 4) == 0 ? 12 : 20), timescale);
    return copy;
  }

  /** Where a box's type stands for the first time. */
  public static int indexOf(ArrayBuffer bytes, String type) {
    DataView view = new DataView(bytes);
    for (int i = 0; i + 4 <= bytes.getByteLength(); i++) {
      int matched = 0;
      while (matched < 4 && view.getUint8(i + matched) == type.charAt(matched)) {
        matched++;
      }
      if (matched == 4) {
        return i;
      }
    }
    throw new CaseFailure("no " + type);
  }

  @JSBody(
      params = {"view", "offset", "value"},
      script = "view.setUint32(offset, value);")
  private static native void setUint32(DataView view, int offset, double value);

  /** A {@code free} box of so many bytes, at least 8: every parser passes over it. */
  @JSBody(
      params = "size",
      script =
          "var box = new DataView(new ArrayBuffer(size));"
              + "box.setUint32(0, size); box.setUint32(4, 0x66726565);"
              + "return box.buffer;")
  public static native ArrayBuffer freeBox(int size);
}
