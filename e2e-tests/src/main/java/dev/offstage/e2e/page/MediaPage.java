package dev.offstage.e2e.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.offstage.e2e.browser.Tab;
import dev.offstage.e2e.server.MediaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bare page with one media element, and what can be seen and heard of it. In the page, {@code
 * stage.media} is the element. Used on the thread that made the browser.
 */
public class MediaPage implements AutoCloseable {
  /** How long anything may take that a test waits for, unless it says otherwise. */
  public static final Duration PATIENCE = Duration.ofSeconds(45);

  /** How long the screen and the loudspeaker may take to follow. */
  private static final Duration FRAME_PATIENCE = Duration.ofSeconds(20);

  private final Tab tab;
  private final Page page;
  private final PageLog log;
  private final MediaServer server;

  MediaPage(Tab tab, MediaServer server) {
    this.tab = tab;
    this.server = server;
    page = tab.page();
    page.setDefaultTimeout(PATIENCE.toMillis());
    log = new PageLog(page);
  }

  /** Where the page's scripts lie on the server. */
  static final String PREFIX = "/page/";

  /** A page in this tab; the server gets the page's files to serve. */
  public static MediaPage in(Tab tab, MediaServer server) {
    return new MediaPage(tab, server.serve(PREFIX, MediaPage.class));
  }

  /** Opens the page with a {@code <video>}. */
  public void open() {
    open("video");
  }

  /**
   * Opens the page.
   *
   * @param element {@code video} or {@code audio}
   */
  public void open(String element) {
    openUrl(server.url(PREFIX + "stage.html?media=" + element));
  }

  final void openUrl(String url) {
    page.navigate(url);
    waitUntil("window.stage !== undefined");
  }

  /** Whether a page has been opened. */
  final boolean isOpen() {
    return !page.url().equals("about:blank");
  }

  final String url() {
    return page.url();
  }

  /** Leaves the page. */
  final void blank() {
    page.navigate("about:blank");
  }

  public MediaServer server() {
    return server;
  }

  public PageLog log() {
    return log;
  }

  /** Waits until the page or a worker of it has logged or thrown something with this text. */
  public void awaitLogged(String text) {
    try {
      page.waitForCondition(() -> log.toString().contains(text));
    } catch (TimeoutError e) {
      throw failure("not logged: " + text);
    }
  }

  /** Playwright's page, for what is not here. */
  public Page playwright() {
    return page;
  }

  /** Runs an expression or function in the page. */
  public Object evaluate(String script) {
    return page.evaluate(script);
  }

  /** Runs a function in the page with an argument. */
  public Object evaluate(String script, @Nullable Object argument) {
    return page.evaluate(script, argument);
  }

  /** The number that an expression of the page's is. */
  public double number(String script) {
    return Json.number(evaluate(script));
  }

  /** Gives the element a source of its own. */
  public void setSource(String path) {
    evaluate("url => { stage.media.src = url; }", server.url(path));
  }

  /** Starts playback and waits until the element accepts. */
  public void play() {
    evaluate("() => stage.media.play()");
  }

  /**
   * Starts playback at twice the speed, for what takes its time otherwise: faster than that, a busy
   * machine leaves out too many frames.
   */
  public void playFast() {
    setPlaybackRate(2);
    play();
  }

  public void pause() {
    evaluate("() => stage.media.pause()");
  }

  public void mute() {
    evaluate("() => { stage.media.muted = true; }");
  }

  public void setPlaybackRate(double rate) {
    evaluate("rate => { stage.media.playbackRate = rate; }", rate);
  }

  /** Moves the playhead and waits for {@code seeked}. */
  public void seek(double time) {
    Object done = evaluate("([t, ms]) => stage.seek(t, ms)", List.of(time, ms(PATIENCE)));
    if (!Boolean.TRUE.equals(done)) {
      throw failure("no seeked event after a seek to " + time);
    }
  }

  /** Moves the playhead and waits for nothing. */
  public void startSeek(double time) {
    evaluate("t => { stage.media.currentTime = t; }", time);
  }

  public double currentTime() {
    return Json.number(evaluate("stage.media.currentTime"));
  }

  /** The element's duration in seconds, NaN if unknown. */
  public double duration() {
    return Json.number(evaluate("stage.media.duration"));
  }

  public boolean ended() {
    return (Boolean) evaluate("stage.media.ended");
  }

  /** The element's buffered ranges. */
  public List<Range> buffered() {
    return ranges(Json.map(evaluate("stage.snapshot()")).get("buffered"));
  }

  /** The seconds buffered from the playhead on, without a gap. */
  public double bufferedAhead() {
    return number("stage.bufferedAhead()");
  }

  /** Waits until so many seconds are buffered from the playhead on. */
  public void waitForBuffer(double seconds) {
    waitUntil("stage.bufferedAhead() >= " + seconds);
  }

  /** How often playback came to a halt because the buffer had run out. */
  public int starvations() {
    return Json.integer(evaluate("stage.starvations()"));
  }

  /** How often the element has fired this event. */
  public int count(String event) {
    return Json.integer(
        evaluate("type => stage.story.filter(entry => entry.type === type).length", event));
  }

  /** Waits until the expression is true in the page, asked every few milliseconds. */
  public void waitUntil(String expression) {
    waitUntil(expression, PATIENCE);
  }

  /**
   * @throws AssertionError with the element's state and the request log, after {@code limit}
   */
  public void waitUntil(String expression, Duration limit) {
    if (!becomesTrue(expression, limit)) {
      throw failure("not within " + limit.toMillis() + " ms: " + expression);
    }
  }

  /** Playwright's own waiting evaluates strings in the page, which a strict policy forbids. */
  private boolean becomesTrue(String expression, Duration limit) {
    return (Boolean)
        evaluate(
            "async limit => {"
                + (" const holds = () => (" + expression + ");")
                + " const end = performance.now() + limit;"
                + " while (!holds()) {"
                + "   if (performance.now() > end) return false;"
                + "   await new Promise(resolve => setTimeout(resolve, 15));"
                + " }"
                + " return true; }",
            ms(limit));
  }

  /** Waits until the playhead has reached a time, in seconds. */
  public void waitForTime(double time) {
    waitUntil("stage.media.currentTime >= " + time);
  }

  /** Waits until the element is playing and its time moves. */
  public void waitForProgress() {
    double time = currentTime();
    waitUntil("stage.media.currentTime > " + (time + 0.2));
  }

  public void waitForEnded() {
    waitUntil("stage.media.ended", Duration.ofSeconds(60));
  }

  /** The frame on the screen now. */
  public Frame frame() {
    return frame(Json.map(evaluate("stage.frame()")));
  }

  /**
   * Waits until the strip on the screen shows this frame, which a paused element does as soon as
   * its picture is drawn.
   *
   * @return the frame
   * @throws AssertionError with the frame that was seen last
   */
  public Frame awaitFrame(int number) {
    if (!becomesTrue("stage.frame().frame === " + number, FRAME_PATIENCE)) {
      throw failure("expected frame " + number + " on the screen, but there is " + frame());
    }
    return frame();
  }

  /**
   * Checks the end of an ended element. A busy browser may leave out the very last frame, so if the
   * one before it is shown, the last one must be there to be sought.
   *
   * @param number of the last frame of the stream
   * @param middle of its time, in seconds
   */
  public void awaitLastFrame(int number, double middle) {
    waitUntil("stage.frame().frame >= " + (number - 2));
    if (frame().number() != number) {
      seek(middle);
    }
    awaitFrame(number);
  }

  /** Begins to note every frame that is presented. */
  public void recordFrames() {
    evaluate("stage.record()");
  }

  /** Ends the recording. */
  public List<PresentedFrame> recordedFrames() {
    return Json.list(evaluate("stage.recorded()")).stream()
        .map(Json::map)
        .map(
            seen ->
                new PresentedFrame(
                    frame(seen), Json.number(seen.get("mediaTime")), Json.number(seen.get("at"))))
        .toList();
  }

  /** Waits until this frequency is the loudest, within the resolution of 6 Hz. */
  public void awaitTone(double hertz) {
    if (!becomesTrue("Math.abs(stage.tone() - " + hertz + ") < 6", FRAME_PATIENCE)) {
      throw failure("expected " + hertz + " Hz, but the loudest is " + evaluate("stage.tone()"));
    }
  }

  /**
   * Plays until one tone has become another.
   *
   * @return from the media time of the last look at which the one sounded to that of the first look
   *     at which the other did
   */
  public Range awaitToneChange(double fromHertz, double toHertz) {
    Object change =
        evaluate(
            "([from, to, limit]) => stage.toneChange(from, to, limit)",
            List.of(fromHertz, toHertz, ms(FRAME_PATIENCE)));
    if (change == null) {
      throw failure("no change from " + fromHertz + " to " + toHertz + " Hz");
    }
    List<Object> times = Json.list(change);
    return new Range(Json.number(times.get(0)), Json.number(times.get(1)));
  }

  /**
   * Freezes the page's main thread, which waits for the server and does nothing meanwhile. Firefox
   * goes on with much of its work during such a wait: there, {@linkplain #blockMainThread block}.
   */
  public Passed freezeMainThread(Duration time) {
    return freezeMainThread(time, time, time);
  }

  /** {@linkplain #freezeMainThread(Duration) Freezes} the main thread for a part of each period. */
  public Passed freezeMainThread(Duration total, Duration frozen, Duration period) {
    startFreezing(total, frozen, period);
    return awaitPassed();
  }

  /**
   * Begins to {@linkplain #freezeMainThread(Duration) freeze} the main thread for a part of each
   * period, and does not wait.
   */
  public void startFreezing(Duration total, Duration frozen, Duration period) {
    int periods = (int) Math.ceil(ms(total) / ms(period));
    server.serve(PREFIX + "thaw", "");
    server.on(PREFIX + "thaw").times(periods).delay(frozen);
    evaluate(
        "([total, period]) => { stage.passing = stage.freeze(total, period); }",
        List.of(ms(total), ms(period)));
  }

  /** Waits until that is over, and says how much time passed meanwhile. */
  public Passed awaitPassed() {
    return passed(evaluate("() => stage.passing"));
  }

  /** Has the page's main thread compute, once. Returns when it is free again. */
  public Passed blockMainThread(Duration time) {
    return blockMainThread(time, time, time);
  }

  /**
   * Blocks the page's main thread for a part of each period, and says how much media time passed
   * meanwhile.
   */
  public Passed blockMainThread(Duration total, Duration busy, Duration period) {
    return passed(
        evaluate(
            "([total, busy, period]) => stage.block(total, busy, period)",
            List.of(ms(total), ms(busy), ms(period))));
  }

  /** An assertion error that tells all that is known. */
  public AssertionError failure(String what) {
    return new AssertionError(what + "\n" + describe());
  }

  /** The element's state, the console and the requests, for failures. */
  public String describe() {
    String state;
    try {
      state =
          (String)
              evaluate(
                  "JSON.stringify({...window.stage?.snapshot(),"
                      + " story: window.stage?.story.map(e => e.type + '@' + e.time.toFixed(2) +"
                      + " (e.type === 'waiting' ? `(${e.ahead.toFixed(2)} s buffered)` : ''))"
                      + ".join(' '), errors: window.stage?.errors,"
                      + " warnings: window.stage?.warnings})");
    } catch (PlaywrightException e) {
      state = "the page does not answer: " + e.getMessage();
    }
    return "Element: " + state + "\nConsole:\n" + log + "\nRequests:\n" + server.requests();
  }

  /** Saves a picture of the page. */
  public void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setTimeout(5_000));
  }

  /** Leaves the page, and its tab to the next one. */
  public void release() {
    log.end();
    tab.release();
  }

  /** Closes the page and its tab. */
  @Override
  public void close() {
    tab.close();
  }

  /** Milliseconds, in the one number type that crosses to the page. */
  static double ms(Duration duration) {
    return duration.toMillis();
  }

  private static Passed passed(Object value) {
    Map<String, Object> passed = Json.map(value);
    return new Passed(Json.number(passed.get("media")), Json.number(passed.get("wall")));
  }

  private static List<Range> ranges(Object value) {
    return Json.list(value).stream()
        .map(Json::list)
        .map(range -> new Range(Json.number(range.get(0)), Json.number(range.get(1))))
        .toList();
  }

  private static Frame frame(Map<String, Object> strip) {
    return new Frame(
        (Boolean) strip.get("ok"),
        Json.integer(strip.get("frame")),
        Json.integer(strip.get("rendition")));
  }
}
