package dev.offstage.e2e.junit;

import dev.offstage.e2e.page.Setup;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link PlaybackTest} once per setup. */
final class PlaybackExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(PlaybackTest.class);
  }

  @Override
  public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
    return !wanted().isBlank();
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    PlaybackTest test = context.getRequiredTestMethod().getAnnotation(PlaybackTest.class);
    List<String> wanted = Arrays.asList(wanted().split(","));
    return Stream.of(test.value())
        .filter(setup -> wanted().isBlank() || wanted.contains(setup.name()))
        .map(setup -> new Invocation(setup, PlaybackStage.of(setup, context)));
  }

  private static String wanted() {
    return System.getProperty("offstage.setups", "");
  }

  private record Invocation(Setup setup, PlaybackStage stage)
      implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return setup.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(stage);
    }
  }
}
