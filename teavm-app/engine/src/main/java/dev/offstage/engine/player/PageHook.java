package dev.offstage.engine.player;

import dev.offstage.engine.net.RequestHook;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.protocol.Event;
import dev.offstage.engine.util.Cancelable;
import java.util.HashMap;
import java.util.Map;

/** The application's hook for requests, which runs on the page. */
final class PageHook implements RequestHook {
  private final int session;
  private final Event.Sink events;
  private final Map<Integer, Answer> waiting = new HashMap<>();
  private int lastId;

  PageHook(int session, Event.Sink events) {
    this.session = session;
    this.events = events;
  }

  @Override
  public Cancelable ask(
      RequestKind kind, String url, String[] headers, boolean withCredentials, Answer answer) {
    int id = ++lastId;
    waiting.put(id, answer);
    events.send(
        new Event.RequestAsked(session, id, kind.wireName(), url, headers, withCredentials));
    return () -> {
      if (waiting.remove(id) != null) {
        events.send(new Event.RequestDropped(session, id));
      }
    };
  }

  /** The page has answered. Answers to what nobody waits for are dropped. */
  void receive(Command.AnswerRequest command) {
    Answer answer = waiting.remove(command.id());
    if (answer == null) {
      return;
    }
    String error = command.error();
    if (error == null) {
      answer.onRewritten(command.url(), command.headers(), command.withCredentials());
    } else {
      answer.onRefused(error);
    }
  }
}
