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
    String type = message.text("type");
    if (type == null) {
      return; // some other script's message
    }
    int session = (int) message.number("session");
    switch (type) {
      case "load" -> engine.handle(load(session, message));
      case "unload" -> engine.handle(new Command.Unload(session));
      case "observe" -> engine.handle(observe(session, message));
      case "elementerror" ->
          engine.handle(
              new Command.ElementError(
                  session,
                  (int) message.number("mediaErrorCode"),
                  orEmpty(message.text("message"))));
      case "setquality" -> engine.handle(new Command.SetQuality(session, message.text("id")));
      case "selecttrack" -> engine.handle(selectTrack(session, message));
      case "configure" ->
          engine.handle(new Command.Configure(session, config(message.object("config"))));
      case "ping" -> outbox.post(Message.of("pong").with("at", message.number("at")));
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
        orEmpty(message.text("url")),
        message.text("contentType"),
        message.number("startTime"),
        "window".equals(message.text("mse")),
        new Command.Choices(
            message.text("videoTrack"), message.text("audioTrack"), message.text("quality")),
        config(message.object("config")));
  }

  private static Command.SelectTrack selectTrack(int session, Message message) {
    return new Command.SelectTrack(
        session,
        "video".equals(message.text("kind")) ? MediaType.VIDEO : MediaType.AUDIO,
        orEmpty(message.text("id")),
        message.flag("immediate"));
  }

  private static Command.Observe observe(int session, Message message) {
    return new Command.Observe(
        session,
        message.number("position"),
        message.number("rate"),
        message.flag("moving"),
        message.flag("paused"),
        message.flag("seeking"),
        message.flag("ended"),
        (int) message.number("readyState"),
        message.number("at"));
  }

  private static PlayerConfig config(Message config) {
    Message buffer = config.object("buffer");
    Message abr = config.object("abr");
    Message network = config.object("network");
    return new PlayerConfig(
        new BufferConfig(buffer.number("ahead"), buffer.number("behind")),
        new AbrConfig(
            orEmpty(abr.text("policy")),
            abr.number("initialBandwidth"),
            abr.number("safetyFactor")),
        new NetworkConfig(
            (int) network.number("retries"),
            network.number("timeout"),
            headers(network.list("headers")),
            network.flag("withCredentials")),
        orEmpty(config.text("audioLanguage")));
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
