package dev.offstage.e2e.junit;

import com.microsoft.playwright.PlaywrightException;
import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.Exchange;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the runs of tests their server and page: one run, or those of a class on a shared page. */
final class PlaybackStage
    implements ParameterResolver,
        AfterTestExecutionCallback,
        AfterEachCallback,
        ExtensionContext.Store.CloseableResource {
  private static final List<Class<?>> KNOWN =
      List.of(MediaServer.class, PlayerPage.class, MediaPage.class, Setup.class);

  private final Setup setup;
  private @Nullable MediaServer server;
  private @Nullable PlayerPage page;
  private @Nullable MediaPage barePage;

  private PlaybackStage(Setup setup) {
    this.setup = setup;
  }

  /** The stage for the next run of a test in this setup. */
  static PlaybackStage of(Setup setup, ExtensionContext context) {
    return isShared(context)
        ? storeOf(context).getOrComputeIfAbsent(setup, PlaybackStage::new, PlaybackStage.class)
        : new PlaybackStage(setup);
  }

  private static boolean isShared(ExtensionContext context) {
    return context.getRequiredTestClass().isAnnotationPresent(SharedPage.class);
  }

  /** What is shared lives as long as the class. */
  private static ExtensionContext.Store storeOf(ExtensionContext context) {
    ExtensionContext ofClass = context;
    while (ofClass.getTestMethod().isPresent()) {
      ofClass = ofClass.getParent().orElseThrow();
    }
    return ofClass.getStore(ExtensionContext.Namespace.create(PlaybackStage.class));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return KNOWN.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Setup.class) {
      return setup;
    }
    if (type == MediaServer.class) {
      return server();
    }
    return type == PlayerPage.class ? playerPage(context) : barePage(context);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws IOException {
    MediaPage shown = page != null ? page : barePage;
    if (shown == null) {
      return;
    }
    if (context.getExecutionException().isPresent()) {
      keepEvidence(context, shown);
      return;
    }
    List<String> errors = shown.log().unexpectedErrors();
    List<Exchange> missing =
        shown.server().requests().all().stream()
            .filter(exchange -> exchange.status() == 404 && !exchange.isRuled())
            .toList();
    if (!errors.isEmpty() || !missing.isEmpty()) {
      keepEvidence(context, shown);
      throw new AssertionError(
          "the test passed, but the page logged "
              + errors
              + " and asked in vain for "
              + missing
              + "\n"
              + shown.describe());
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    boolean failed = context.getExecutionException().isPresent();
    if (!isShared(context)) {
      end(failed);
    } else if (failed) {
      storeOf(context).remove(setup);
      end(true);
    } else {
      tidyUp(context.getRequiredTestClass().getAnnotation(SharedPage.class).keepsPlayer());
    }
  }

  @Override
  public void close() {
    end(false);
  }

  private void end(boolean failed) {
    for (MediaPage shown : new MediaPage[] {page, barePage}) {
      if (shown != null && failed) {
        shown.close();
      } else if (shown != null) {
        shown.release();
      }
    }
    page = null;
    barePage = null;
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** For the next one on the same page. */
  private void tidyUp(boolean keepsPlayer) {
    if (page != null) {
      if (keepsPlayer) {
        page.pause();
      } else {
        page.reset();
      }
      page.log().clear();
    }
    if (server != null) {
      server.clear();
    }
  }

  private MediaServer server() {
    if (server == null) {
      server = MediaServer.start().serve("/media/", ProjectFiles.media());
    }
    return server;
  }

  private PlayerPage playerPage(ExtensionContext context) {
    if (page == null) {
      page = PlayerPage.in(SharedBrowsers.of(context).tab(setup.browser()), server(), setup);
    }
    return page;
  }

  private MediaPage barePage(ExtensionContext context) {
    if (barePage == null) {
      barePage = MediaPage.in(SharedBrowsers.of(context).tab(setup.browser()), server());
    }
    return barePage;
  }

  private void keepEvidence(ExtensionContext context, MediaPage shown) throws IOException {
    Path directory = ProjectFiles.target().resolve("failures");
    Files.createDirectories(directory);
    String name =
        context.getRequiredTestClass().getSimpleName()
            + "."
            + context.getRequiredTestMethod().getName()
            + "."
            + setup;
    String error = context.getExecutionException().map(Throwable::toString).orElse("");
    Files.writeString(directory.resolve(name + ".log"), error + "\n" + shown.describe());
    try {
      shown.screenshot(directory.resolve(name + ".png"));
    } catch (PlaywrightException e) {
      // A page that cannot be drawn has its log.
    }
  }
}
