package dev.offstage.conformance.stage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.function.JSConsumer;

/** The events that a case heard, in order; give {@code log::add} to the bindings' listeners. */
public final class EventLog {
  private final List<String> types = new ArrayList<>();
  private int read;
  private @Nullable JSConsumer<JSObject> waiting;

  public void add(Event event) {
    note(event.getType());
  }

  /** Adds something that is not an event of the browser. */
  public void note(String what) {
    types.add(what);
    JSConsumer<JSObject> waiter = waiting;
    if (waiter != null) {
      waiting = null;
      waiter.accept(null);
    }
  }

  /** Waits for an event behind those that were waited for before. */
  public void await(String type) {
    while (true) {
      while (read < types.size()) {
        if (types.get(read++).equals(type)) {
          return;
        }
      }
      String what = type + ", heard: " + text();
      Await.value(what, new JSPromise<JSObject>((resolve, reject) -> waiting = resolve));
    }
  }

  /** Waits for one of these events behind those that were waited for before; answers which. */
  public String awaitOneOf(String first, String second) {
    int start = read;
    while (true) {
      for (int i = start; i < types.size(); i++) {
        String type = types.get(i);
        if (type.equals(first) || type.equals(second)) {
          read = i + 1;
          return type;
        }
      }
      start = types.size();
      String what = first + " or " + second + ", heard: " + text();
      Await.value(what, new JSPromise<JSObject>((resolve, reject) -> waiting = resolve));
    }
  }

  /** Waits until an event was heard at all. */
  public void awaitAny(String type) {
    if (count(type) == 0) {
      await(type);
    }
  }

  /** Whether both were heard, the first of the one before the first of the other. */
  public boolean before(String first, String second) {
    return count(first) > 0 && types.indexOf(first) < types.indexOf(second);
  }

  /** How often an event of this type was heard. */
  public int count(String type) {
    int count = 0;
    for (String each : types) {
      count += each.equals(type) ? 1 : 0;
    }
    return count;
  }

  /** All types in order, with spaces between. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (String type : types) {
      text.append(text.length() == 0 ? "" : " ").append(type);
    }
    return text.toString();
  }

  /** Forgets what was heard. */
  public void clear() {
    types.clear();
    read = 0;
  }
}
