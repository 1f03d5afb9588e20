package dev.offstage.worker;

import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.buffer.SinkBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSString;

/**
 * A MediaSource on the page, driven by messages; {@code media-bridge.ts} is its other half. Each
 * message tells the sink's number: what the page still tells of one that is closed must not be
 * taken for an answer of the next one of the same session.
 */
final class BridgedMediaSink implements MediaSink {
  private final int session;
  private final int number;
  private final Outbox outbox;
  private final Listener listener;
  private final Runnable onClose;
  private final List<BridgedSinkBuffer> buffers = new ArrayList<>();
  private @Nullable SupportAnswer supportAnswer;

  BridgedMediaSink(int session, int number, Outbox outbox, Listener listener, Runnable onClose) {
    this.session = session;
    this.number = number;
    this.outbox = outbox;
    this.listener = listener;
    this.onClose = onClose;
    outbox.post(message("sinkcreate"));
  }

  @Override
  public void querySupport(List<String> contentTypes, SupportAnswer answer) {
    supportAnswer = answer;
    JSArray<JSString> types = new JSArray<>();
    for (String type : contentTypes) {
      types.push(JSString.valueOf(type));
    }
    outbox.post(message("sinkquery").with("types", types));
  }

  @Override
  public SinkBuffer addBuffer(String contentType) {
    int index = buffers.size();
    BridgedSinkBuffer buffer = new BridgedSinkBuffer(this, index, outbox);
    buffers.add(buffer);
    outbox.post(message("sinkaddbuffer").with("buffer", index).with("contentType", contentType));
    return buffer;
  }

  @Override
  public void setDuration(double durationS) {
    outbox.post(message("sinkduration").with("duration", durationS));
  }

  @Override
  public void setLiveSeekableRange(double startS, double endS) {
    outbox.post(message("sinkseekable").with("start", startS).with("end", endS));
  }

  @Override
  public void endOfStream() {
    outbox.post(message("sinkend"));
  }

  @Override
  public void close() {
    outbox.post(message("sinkclose"));
    onClose.run();
  }

  void receive(String type, Message message) {
    switch (type) {
      case "sinkopen" -> listener.onOpen();
      case "sinkclosed" -> listener.onClosed();
      case "sinksupport" -> onSupport(message.getArray("supported"));
      case "sinkdone" -> buffers.get((int) message.getNumber("buffer")).onDone(message);
      default -> throw new IllegalArgumentException("unknown message " + type);
    }
  }

  /** A new message to the other half. */
  Message message(String type) {
    return Message.of(type, session).with("sink", number);
  }

  private void onSupport(JSArrayReader<JSObject> answers) {
    SupportAnswer waiting = supportAnswer;
    if (waiting == null) {
      return;
    }
    supportAnswer = null;
    boolean[] supported = new boolean[answers.getLength()];
    for (int i = 0; i < supported.length; i++) {
      supported[i] = answers.get(i).<JSBoolean>cast().booleanValue();
    }
    waiting.onAnswer(supported);
  }
}
