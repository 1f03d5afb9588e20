package dev.offstage.worker;

import dev.offstage.engine.media.TimeRanges;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSObjects;

/** A message as it crosses: a plain object with a {@code type}. Fields are read and set by name. */
abstract class Message implements JSObject {
  private Message() {}

  /** A new message of a session. */
  static Message of(String type, int session) {
    return of(type).with("session", session);
  }

  /** A new message that belongs to no session. */
  static Message of(String type) {
    Message message = JSObjects.create();
    return message.with("type", type);
  }

  final Message with(String name, String value) {
    set(this, name, value);
    return this;
  }

  final Message with(String name, double value) {
    set(this, name, value);
    return this;
  }

  final Message with(String name, int value) {
    set(this, name, value);
    return this;
  }

  final Message with(String name, boolean value) {
    set(this, name, value);
    return this;
  }

  final Message with(String name, JSObject value) {
    set(this, name, value);
    return this;
  }

  final Message with(String name, TimeRanges ranges) {
    JSArray<JSNumber> flat = new JSArray<>();
    for (int i = 0; i < ranges.count(); i++) {
      flat.push(JSNumber.valueOf(ranges.startS(i)), JSNumber.valueOf(ranges.endS(i)));
    }
    set(this, name, flat);
    return this;
  }

  final @Nullable String text(String name) {
    return text(this, name);
  }

  final double number(String name) {
    return number(this, name);
  }

  final boolean flag(String name) {
    return flag(this, name);
  }

  final Message object(String name) {
    return object(this, name);
  }

  final JSArrayReader<JSObject> list(String name) {
    return list(this, name);
  }

  /** Numbers in an array, start and end by turns. */
  final TimeRanges ranges(String name) {
    JSArrayReader<JSObject> flat = list(name);
    double[] edges = new double[flat.getLength()];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = flat.get(i).<JSNumber>cast().doubleValue();
    }
    return new TimeRanges(edges);
  }

  @JSBody(
      params = {"o", "n", "v"},
      script = "o[n] = v;")
  private static native void set(Message o, String n, String v);

  @JSBody(
      params = {"o", "n", "v"},
      script = "o[n] = v;")
  private static native void set(Message o, String n, double v);

  @JSBody(
      params = {"o", "n", "v"},
      script = "o[n] = !!v;")
  private static native void set(Message o, String n, boolean v);

  @JSBody(
      params = {"o", "n", "v"},
      script = "o[n] = v;")
  private static native void set(Message o, String n, JSObject v);

  @JSBody(
      params = {"o", "n"},
      script = "return typeof o[n] === 'string' ? o[n] : null;")
  private static native @Nullable String text(Message o, String n);

  @JSBody(
      params = {"o", "n"},
      script = "return typeof o[n] === 'number' ? o[n] : NaN;")
  private static native double number(Message o, String n);

  @JSBody(
      params = {"o", "n"},
      script = "return o[n] === true;")
  private static native boolean flag(Message o, String n);

  @JSBody(
      params = {"o", "n"},
      script = "return o[n];")
  private static native Message object(Message o, String n);

  @JSBody(
      params = {"o", "n"},
      script = "return o[n];")
  private static native JSArrayReader<JSObject> list(Message o, String n);
}
