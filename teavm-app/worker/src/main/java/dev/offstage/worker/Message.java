package dev.offstage.worker;

import dev.offstage.bindings.PlainObject;
import dev.offstage.engine.media.TimeRanges;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSNumber;

/** A message as it crosses: a plain object with a {@code type}. Fields are read and set by name. */
abstract class Message extends PlainObject {
  private Message() {}

  /** A new message of a session. */
  static Message of(String type, int session) {
    return of(type).with("session", session);
  }

  /** A new message that belongs to no session. */
  static Message of(String type) {
    Message message = PlainObject.create();
    return message.with("type", type);
  }

  final Message with(String name, String value) {
    set(name, value);
    return this;
  }

  final Message with(String name, double value) {
    set(name, value);
    return this;
  }

  final Message with(String name, int value) {
    set(name, value);
    return this;
  }

  final Message with(String name, boolean value) {
    set(name, value);
    return this;
  }

  final Message with(String name, JSObject value) {
    set(name, value);
    return this;
  }

  final Message with(String name, TimeRanges ranges) {
    JSArray<JSNumber> flat = new JSArray<>();
    for (int i = 0; i < ranges.count(); i++) {
      flat.push(JSNumber.valueOf(ranges.startS(i)), JSNumber.valueOf(ranges.endS(i)));
    }
    set(name, flat);
    return this;
  }

  /** Numbers in an array, start and end by turns. */
  final TimeRanges ranges(String name) {
    JSArrayReader<JSNumber> flat = getArray(name);
    double[] edges = new double[flat.getLength()];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = flat.get(i).doubleValue();
    }
    return new TimeRanges(edges);
  }
}
