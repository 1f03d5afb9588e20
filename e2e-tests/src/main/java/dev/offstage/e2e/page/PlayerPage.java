package dev.offstage.e2e.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.TimeoutError;
import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.browser.Tab;
import dev.offstage.e2e.server.MediaServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page with a media element and a player on it, imported from the built package as any page would
 * do. In the page, {@code stage.player} is the player.
 */
public final class PlayerPage extends MediaPage {
  private static final Duration LOAD_LIMIT = Duration.ofSeconds(60);

  private final Setup setup;
  private boolean created;

  private PlayerPage(Tab tab, MediaServer server, Setup setup) {
    super(tab, server);
    this.setup = setup;
  }

  /** A page in this tab; the server gets package, media and page files to serve. */
  public static PlayerPage in(Tab tab, MediaServer server, Setup setup) {
    server
        .serve(PREFIX, PlayerPage.class)
        .serve("/dist/", ProjectFiles.dist())
        .serve("/media/", ProjectFiles.media());
    return new PlayerPage(tab, server, setup);
  }

  public Setup setup() {
    return setup;
  }

  @Override
  public void open(String element) {
    openUrl(server().url(PREFIX + "player.html?media=" + element));
  }

  /** Opens a page whose workers can be {@linkplain #terminateWorker ended} and hung. */
  public PlayerPage openWithWorkerFaults() {
    openUrl(server().url(PREFIX + "player-faults.html"));
    return this;
  }

  /** Ends the player's worker behind its back. */
  public void terminateWorker() {
    evaluate("() => workerFaults.terminate()");
  }

  /** Sends the player's worker into an endless loop. */
  public void hangWorker() {
    evaluate("() => workerFaults.hang()");
  }

  /** Waits until no worker of this page is left, by Chromium's own account. */
  public void awaitNoWorker() {
    CDPSession devtools = playwright().context().browser().newBrowserCDPSession();
    try {
      playwright().waitForCondition(() -> workersIn(devtools.send("Target.getTargets")).isEmpty());
    } catch (TimeoutError e) {
      throw failure("still there: " + workersIn(devtools.send("Target.getTargets")));
    } finally {
      devtools.detach();
    }
  }

  private List<JsonObject> workersIn(JsonObject targets) {
    List<JsonObject> workers = new ArrayList<>();
    for (JsonElement each : targets.getAsJsonArray("targetInfos")) {
      JsonObject target = each.getAsJsonObject();
      boolean ofThisPage = target.get("url").getAsString().startsWith(server().url("/"));
      if (ofThisPage && target.get("type").getAsString().equals("worker")) {
        workers.add(target);
      }
    }
    return workers;
  }

  /** Waits until so many lost workers have been replaced, and gives what the last event told. */
  public Recovered awaitRecovery(int count) {
    waitUntil("stage.recoveries.length >= " + count);
    return Recovered.of(Json.map(evaluate("stage.recoveries.at(-1)")));
  }

  /**
   * Makes the player, with the setup's engine and MSE. Opens the page if that has not been done.
   *
   * @param config further options, as the player takes them
   */
  public PlayerPage create(Map<String, ?> config) {
    if (!isOpen()) {
      open();
    }
    Map<String, Object> full = new HashMap<>(Map.of("engine", setup.engine(), "mse", setup.mse()));
    full.putAll(config);
    evaluate("config => stage.create(config)", full);
    created = true;
    return this;
  }

  /** Makes the player as {@link #create} does, unless an earlier test on this page has. */
  public PlayerPage createOnce(Map<String, ?> config) {
    return created ? this : create(config);
  }

  /** Destroys the player, and forgets what has happened. The next test makes another one. */
  public void reset() {
    if (isOpen() && url().contains("media=video")) {
      evaluate("() => stage.reset()");
    } else {
      blank();
    }
    created = false;
  }

  /** Loads a stream and fails unless it becomes playable. */
  public LoadOutcome load(String path) {
    return load(path, Map.of());
  }

  /** Loads a stream with options such as {@code startTime}; fails unless it becomes playable. */
  public LoadOutcome load(String path, Map<String, ?> options) {
    LoadOutcome outcome = tryLoad(path, options);
    if (!outcome.succeeded()) {
      throw failure("load() was rejected with " + outcome.fault());
    }
    return outcome;
  }

  /** Loads a stream that will fail, and gives the error. */
  public PlayerFault loadFault(String path) {
    PlayerFault fault = tryLoad(path, Map.of()).fault();
    if (fault == null) {
      throw failure("load() resolved, and should have been rejected");
    }
    return fault;
  }

  /** Loads a stream, for better or worse. */
  public LoadOutcome tryLoad(String path, Map<String, ?> options) {
    startLoad(path, options);
    return awaitLoad();
  }

  /** Begins to load and does not wait. */
  public void startLoad(String path, Map<String, ?> options) {
    if (!created) {
      create(Map.of());
    }
    String url = path.startsWith("/") ? server().url(path) : path;
    evaluate("([url, options]) => stage.startLoad(url, options)", List.of(url, options));
  }

  /** Waits for the last load to resolve or reject; fails if it does neither. */
  public LoadOutcome awaitLoad() {
    Object outcome = evaluate("ms => stage.loadOutcome(ms)", ms(LOAD_LIMIT));
    if (outcome == null) {
      throw failure("load() neither resolved nor rejected within " + LOAD_LIMIT);
    }
    Map<String, Object> plain = Json.map(outcome);
    Object error = plain.get("error");
    return new LoadOutcome(
        error == null ? null : PlayerFault.of(Json.map(error)), Json.number(plain.get("ms")));
  }

  /** {@code player.engine}. */
  public String engine() {
    return (String) evaluate("stage.player.engine");
  }

  /** {@code player.mse}. */
  public String mse() {
    return (String) evaluate("stage.player.mse");
  }

  /** {@code player.stats()}. */
  public Map<String, Object> stats() {
    return Json.map(evaluate("stage.player.stats()"));
  }

  /** A number of {@code player.stats()}. */
  public double stat(String name) {
    return Json.number(stats().get(name));
  }

  /** The error events so far. */
  public List<PlayerFault> errors() {
    return faults("stage.errors");
  }

  /** The warning events so far. */
  public List<PlayerFault> warnings() {
    return faults("stage.warnings");
  }

  /** Waits for the first error event. */
  public PlayerFault awaitError() {
    waitUntil("stage.errors.length > 0", Duration.ofSeconds(60));
    return errors().get(0);
  }

  /** {@code player.setQuality(id)}; {@code auto} lets the player choose. */
  public void setQuality(String id) {
    evaluate("id => stage.player.setQuality(id)", id);
  }

  /** {@code player.selectAudioTrack} for the track of this language. */
  public void selectAudioLanguage(String language) {
    evaluate(
        "lang => stage.player.selectAudioTrack("
            + "stage.player.audioTracks.find(track => track.language === lang).id)",
        language);
  }

  /** {@code await player.unload()}. */
  public void unload() {
    evaluate("() => stage.player.unload()");
  }

  /** {@code await player.destroy()}. */
  public void destroy() {
    evaluate("() => stage.destroy()");
  }

  private List<PlayerFault> faults(String expression) {
    return Json.list(evaluate(expression)).stream().map(Json::map).map(PlayerFault::of).toList();
  }
}
