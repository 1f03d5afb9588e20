package dev.offstage.conformance.stage;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;

/** What page and worker say to each other: a kind, and whatever belongs to it. */
public abstract class Message implements JSObject {
  private Message() {}

  public static Message of(String kind) {
    Message message = JSObjects.create();
    message.setKind(kind);
    return message;
  }

  @JSProperty
  public abstract String getKind();

  @JSProperty
  abstract void setKind(String kind);

  @JSProperty
  public abstract int getId();

  @JSProperty
  public abstract void setId(int id);

  @JSProperty
  public abstract String getName();

  @JSProperty
  public abstract void setName(String name);

  @JSProperty
  public abstract String getOutcome();

  @JSProperty
  public abstract void setOutcome(String outcome);

  @JSProperty
  public abstract String getText();

  @JSProperty
  public abstract void setText(String text);

  @JSProperty
  public abstract double getNumber();

  @JSProperty
  public abstract void setNumber(double number);

  @JSBody(script = "return this.value === void 0 ? null : this.value;")
  public native @Nullable JSObject getValue();

  @JSProperty
  public abstract void setValue(@Nullable JSObject value);
}
