package dev.offstage.engine.net;

import dev.offstage.engine.util.Cancelable;

/** The port to the application's word on requests before they are sent: it may rewrite them. */
public interface RequestHook {
  /**
   * Asks the application.
   *
   * @param kind what the request is for
   * @param url absolute
   * @param headers names and values by turns
   * @param withCredentials whether cookies go to other origins
   * @param answer hears once, never before this method has returned
   * @return cancelling ends the question, and there is no answer
   */
  Cancelable ask(
      RequestKind kind, String url, String[] headers, boolean withCredentials, Answer answer);

  /** Hears what the application says. */
  interface Answer {
    /** Send this. */
    void onRewritten(String url, String[] headers, boolean withCredentials);

    /** The application has failed. */
    void onRefused(String message);
  }
}
