package dev.offstage.worker;

import dev.offstage.engine.config.AbrConfig;
import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.config.NetworkConfig;
import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.player.Engine;
import dev.offstage.engine.protocol.Command;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** Reads the page's messages: {@code Command} of {@code protocol.ts}. */
final class CommandDecoder {
  private final Engine engine;
  private final BridgedSinks bridge;
  private final Outbox outbox;

  CommandDecoder(Engine engine, BridgedSinks bridge, Outbox outbox) {
    this.engine = engine;
    this.bridge = bridge;
    this.outbox = outbox;
  }

  void receive(Message message) {
    String type = message.getString("type");
    if (type == null) {
      return; // some other script's message
    }
    int session = (int) message.getNumber("session");
    switch (type) {
      case "load" -> engine.handle(load(session, message));
      case "unload" -> engine.handle(new Command.Unload(session));
      case "observe" -> engine.handle(observe(session, message));
      case "ask" -> engine.handle(new Command.Ask(session));
      case "elementerror" ->
          engine.handle(
              new Command.ElementError(
                  session,
                  (int) message.getNumber("mediaErrorCode"),
                  orEmpty(message.getString("message"))));
      case "setquality" -> engine.handle(new Command.SetQuality(session, message.getString("id")));
      case "selecttrack" -> engine.handle(selectTrack(session, message));
      case "configure" ->
          engine.handle(new Command.Configure(session, config(message.getObject("config"))));
      case "requestanswer" -> engine.handle(answerRequest(session, message));
      case "ping" -> outbox.post(Message.of("pong").with("at", message.getNumber("at")));
      case "boot" -> {
        // The boot script's own.
      }
      case "sinkopen", "sinkclosed", "sinksupport", "sinkdone" -> bridge.receive(type, message);
      default -> throw new IllegalArgumentException("unknown message " + type);
    }
  }

  private static Command.Load load(int session, Message message) {
    return new Command.Load(
        session,
        orEmpty(message.getString("url")),
        message.getString("contentType"),
        message.getNumber("startTime"),
        "window".equals(message.getString("mse")),
        new Command.Choices(
            message.getString("videoTrack"),
            message.getString("audioTrack"),
            message.getString("quality")),
        config(message.getObject("config")));
  }

  private static Command.SelectTrack selectTrack(int session, Message message) {
    return new Command.SelectTrack(
        session,
        "video".equals(message.getString("kind")) ? MediaType.VIDEO : MediaType.AUDIO,
        orEmpty(message.getString("id")),
        message.getBoolean("immediate"));
  }

  private static Command.AnswerRequest answerRequest(int session, Message message) {
    return new Command.AnswerRequest(
        session,
        (int) message.getNumber("id"),
        orEmpty(message.getString("url")),
        headers(message.getArray("headers")),
        message.getBoolean("withCredentials"),
        message.getString("error"));
  }

  private static Command.Observe observe(int session, Message message) {
    return new Command.Observe(
        session,
        message.getNumber("position"),
        message.getNumber("rate"),
        message.getBoolean("moving"),
        message.getBoolean("paused"),
        message.getBoolean("seeking"),
        message.getBoolean("ended"),
        (int) message.getNumber("readyState"),
        message.getNumber("at"));
  }

  private static PlayerConfig config(Message config) {
    Message buffer = config.getObject("buffer");
    Message abr = config.getObject("abr");
    Message network = config.getObject("network");
    return new PlayerConfig(
        new BufferConfig(
            buffer.getNumber("ahead"), buffer.getNumber("behind"), buffer.getNumber("bytes")),
        new AbrConfig(
            orEmpty(abr.getString("policy")),
            abr.getNumber("initialBandwidth"),
            abr.getNumber("safetyFactor"),
            abr.getNumber("maxBitrate"),
            abr.getNumber("width"),
            abr.getNumber("height")),
        new NetworkConfig(
            (int) network.getNumber("retries"),
            network.getNumber("timeout"),
            headers(network.getArray("headers")),
            network.getBoolean("withCredentials"),
            network.getBoolean("hooked")),
        config.getObject("live").getNumber("targetLatency"),
        orEmpty(config.getString("audioLanguage")));
  }

  /** Pairs, flattened. */
  private static String[] headers(JSArrayReader<JSObject> pairs) {
    String[] flat = new String[2 * pairs.getLength()];
    for (int i = 0; i < pairs.getLength(); i++) {
      JSArrayReader<JSString> pair = pairs.get(i).cast();
      flat[2 * i] = pair.get(0).stringValue();
      flat[2 * i + 1] = pair.get(1).stringValue();
    }
    return flat;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
