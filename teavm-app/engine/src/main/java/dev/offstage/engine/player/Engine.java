package dev.offstage.engine.player;

import dev.offstage.engine.abr.BandwidthMeter;
import dev.offstage.engine.abr.BandwidthShare;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.protocol.Event;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine: takes commands, runs sessions, sends events. All on one thread; nothing blocks.
 *
 * <p>What is known of the network outlives a session, so the next one starts with a better guess;
 * sessions at the same time share what it gives.
 */
public final class Engine implements Command.Handler {
  private final Platform platform;
  private final Event.Sink events;
  private final BandwidthMeter meter;
  private final BandwidthShare.All shares;
  private final Map<Integer, Session> sessions = new HashMap<>();

  public Engine(Platform platform, Event.Sink events) {
    this.platform = platform;
    this.events = events;
    this.meter = new BandwidthMeter(platform.clock());
    this.shares = new BandwidthShare.All(meter, platform.clock());
  }

  /** Carries out a command. Commands for sessions that are over are dropped. */
  public void handle(Command command) {
    command.deliverTo(this);
  }

  /**
   * Ends all sessions with {@link ErrorCode#ENGINE_FAILURE}: something was thrown that nothing
   * caught. A viewer then sees an error instead of waiting for ever.
   */
  public void crash(String reason) {
    for (Session session : sessions.values()) {
      session.crash(reason);
    }
  }

  @Override
  public void load(Command.Load command) {
    Session session = new Session(command, platform, meter, shares.open(), events);
    sessions.put(command.session(), session);
    session.start();
  }

  @Override
  public void unload(Command.Unload command) {
    Session session = sessions.remove(command.session());
    if (session != null) {
      session.close();
    }
    events.send(new Event.Unloaded(command.session()));
  }

  @Override
  public void observe(Command.Observe command) {
    Session session = sessionOf(command);
    if (session != null) {
      session.observe(command);
    }
  }

  @Override
  public void ask(Command.Ask command) {
    Session session = sessionOf(command);
    if (session != null) {
      session.ask();
    }
  }

  @Override
  public void elementError(Command.ElementError command) {
    Session session = sessionOf(command);
    if (session != null) {
      session.elementError(command);
    }
  }

  @Override
  public void setQuality(Command.SetQuality command) {
    Session session = sessionOf(command);
    if (session != null) {
      session.setQuality(command.id());
    }
  }

  @Override
  public void selectTrack(Command.SelectTrack command) {
    Session session = sessionOf(command);
    if (session != null) {
      session.selectTrack(command);
    }
  }

  @Override
  public void configure(Command.Configure command) {
    Session session = sessionOf(command);
    if (session != null) {
      session.configure(command.config());
    }
  }

  @Override
  public void answerRequest(Command.AnswerRequest command) {
    Session session = sessionOf(command);
    if (session != null) {
      session.answerRequest(command);
    }
  }

  private @Nullable Session sessionOf(Command command) {
    return sessions.get(command.session());
  }
}
