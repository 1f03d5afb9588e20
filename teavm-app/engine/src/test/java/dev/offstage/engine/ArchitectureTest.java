package dev.offstage.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * The packages of the engine are the stages that data goes through, and imports go one way. And
 * nothing of the JDK is used that weighs too much once compiled to JavaScript.
 */
@AnalyzeClasses(
    packages = "dev.offstage.engine",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.offstage.engine.";

  /** From the bottom up. A package may import from the rows above its own, not from its row. */
  private static final List<Set<String>> STAGES =
      List.of(
          Set.of("util", "error"),
          Set.of("xml", "media"),
          Set.of("presentation", "codec"),
          Set.of("mp4", "mpegts", "webm", "text", "dash", "hls", "file"),
          Set.of("container", "transmux", "config"),
          Set.of("net", "protocol"),
          Set.of("abr", "buffer", "drm"),
          Set.of("stream"),
          Set.of("player"));

  /** Calls that drag in too much, as {@code class.method}. */
  private static final Set<String> COSTLY_CALLS =
      Set.of(
          "java.lang.String.format",
          "java.lang.String.formatted",
          "java.lang.String.split",
          "java.lang.String.matches",
          "java.lang.String.replaceAll",
          "java.lang.String.replaceFirst",
          "java.lang.String.getBytes",
          "java.lang.Double.parseDouble",
          "java.lang.Float.parseFloat");

  @ArchTest
  static final ArchRule imports_goOneWay =
      classes()
          .should(
              new ArchCondition<JavaClass>("import from the stages before only") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  int stage = stageOf(type);
                  if (stage < 0) {
                    events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " is of no stage"));
                  }
                  for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (target.getName().startsWith(ROOT)
                        && !target.getPackageName().equals(type.getPackageName())
                        && stageOf(target) >= stage) {
                      events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                  }
                }
              });

  @ArchTest
  static final ArchRule engine_isPlainJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.teavm..",
              "java.util.regex..",
              "java.util.stream..",
              "java.util.concurrent..",
              "java.time..",
              "java.net..",
              "java.nio..",
              "java.io..",
              "java.text..",
              "java.math..",
              "java.lang.reflect..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.lang\\.Thread(Local)?|java\\.util\\.(EnumMap|EnumSet|Formatter|Scanner)");

  @ArchTest
  static final ArchRule engine_callsNothingCostly =
      classes()
          .should(
              new ArchCondition<JavaClass>("call nothing costly") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  for (JavaAccess<?> call : type.getAccessesFromSelf()) {
                    if (call.getTarget() instanceof CodeUnitAccessTarget target
                        && isCostly(target, type)) {
                      events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                  }
                }
              });

  private static boolean isCostly(CodeUnitAccessTarget target, JavaClass caller) {
    JavaClass owner = target.getOwner();
    String name = owner.getName() + '.' + target.getName();
    boolean parsesText =
        target.getName().equals("valueOf")
            && !target.getRawParameterTypes().isEmpty()
            && target
                .getRawParameterTypes()
                .get(target.getRawParameterTypes().size() - 1)
                .isEquivalentTo(String.class);
    // Every enum calls Enum.valueOf in the method that the compiler gives it.
    boolean ofEnum = owner.isAssignableTo(Enum.class) && !caller.isAssignableTo(Enum.class);
    boolean ofNumber = owner.isEquivalentTo(Double.class) || owner.isEquivalentTo(Float.class);
    return COSTLY_CALLS.contains(name) || parsesText && (ofEnum || ofNumber);
  }

  private static int stageOf(JavaClass type) {
    String name = type.getPackageName();
    String inner = name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
    int dot = inner.indexOf('.');
    String first = dot < 0 ? inner : inner.substring(0, dot);
    for (int i = 0; i < STAGES.size(); i++) {
      if (STAGES.get(i).contains(first)) {
        return i;
      }
    }
    return -1;
  }
}
